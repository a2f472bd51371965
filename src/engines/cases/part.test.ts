import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { blueprint as kitchenSink } from '../../practices/_kitchen-sink/blueprint.ts';
import { blueprint as welcomeTalks } from '../../practices/welcome-talks/blueprint.ts';
import { undescribed } from '../questionnaires/testing.ts';
import { blueprintShape } from './blueprint.ts';
import { readBlueprint } from './part.ts';

describe('a blueprint is read', () => {
  test.each([kitchenSink, welcomeTalks])('when it hangs together: $id', (blueprint) => {
    expect(readBlueprint(blueprint).id).toBe(blueprint.id);
  });

  test.each([kitchenSink, welcomeTalks])('and stays the same as a file: $id', (blueprint) => {
    expect(readBlueprint(JSON.parse(JSON.stringify(blueprint)))).toEqual(readBlueprint(blueprint));
    expect(readBlueprint(readBlueprint(blueprint))).toEqual(readBlueprint(blueprint));
  });

  test.each<[string, (copy: any) => void, RegExp]>([
    ['two items of one name', (copy) => (copy.trajectory.stages[1].id = 'before'), /two items of the plan are called 'before'/],
    ['a sentry on what is not there', (copy) => (copy.trajectory.milestones[0].entry[0].on[0].item = 'feast'), /'seen' waits for 'feast', which is no item of the plan/],
    ['a task that is waited for to occur', (copy) => (copy.trajectory.milestones[0].entry[0].on[0].event = 'occur'), /'seen' waits for 'during' to occur: only a milestone occurs/],
    ['a condition on what is not asked', (copy) => (copy.trajectory.milestones[1].entry[1].if = 'visit.end.conclusion = "done"'), /'served' waits until .*conclusion/],
    ['a condition that cannot be read', (copy) => (copy.trajectory.stages[2].entry[0].if = 'visit.end.verdict ='), /'after' waits until "visit.end.verdict ="/],
    ['a questionnaire that does not exist', (copy) => (copy.trajectory.stages[1].tasks[0].questionnaire = 'scan'), /task 'visit' uses the questionnaire 'scan', which does not exist/],
    ['a task of a form that names none', (copy) => delete copy.trajectory.stages[1].tasks[0].questionnaire, /task 'visit' must name a questionnaire/],
    ['a letter task without a letter', (copy) => delete copy.trajectory.invitation, /task 'letter' makes a letter, but there is no invitation/],
    ['a clock that stops at no milestone', (copy) => (copy.trajectory.clocks[0].stops = 'visit'), /clock 'serving' stops at 'visit', which is no milestone/],
    ['a clock of hours', (copy) => (copy.trajectory.clocks[0].duration = 'PT72H'), /trajectory.clocks.0.duration: an ISO 8601 duration of years, months, weeks or days/],
    ['a case that ends at no milestone', (copy) => (copy.trajectory.completes.milestone = 'fed'), /the case completes at 'fed', which is no milestone/],
    ['two endings of one name', (copy) => (copy.trajectory.closings[0].id = 'served'), /two endings are called 'served'/],
    ['a letter that names what nothing fills in', (copy) => (copy.trajectory.invitation.greeting.nl = 'Dag {cook}'), /the invitation names \{cook\}, which nothing fills in/],
    ['a translation that says more', (copy) => (copy.trajectory.invitation.closing.fr = 'Bon appétit, {guide}'), /the invitation in 'fr' does not name the same as the Dutch "Smakelijk"/],
    ['needs from a page that asks none', (copy) => (copy.trajectory.talk.themes.spoons = 'housing'), /needs come from page 'spoons', which does not ask 'needs'/],
    ['a theme that help questions do not have', (copy) => (copy.trajectory.talk.themes.kitchen = 'cooking'), /trajectory.talk.themes.kitchen/],
    ['an approach that is not asked', (copy) => (copy.trajectory.talk.approach = { page: 'end', field: 'approach' }), /the approach is 'approach' on page 'end', which is not asked/],
    ['a mistake in a questionnaire', (copy) => (copy.questionnaires[0].pages[1].askWhen = 'nobody'), /page 'spoons' is asked when "nobody"/],
  ])('not with %s', (_, change, culprit) => {
    const copy = structuredClone(kitchenSink);
    change(copy);
    expect(() => readBlueprint(copy)).toThrow(culprit);
    expect(() => readBlueprint(copy)).toThrow(/^Blueprint 'kitchen-sink': /);
  });

  test('and every key of it is described', () => {
    expect(undescribed(z.toJSONSchema(blueprintShape, { io: 'input', unrepresentable: 'any' }))).toEqual([]);
  });
});
