import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { blueprint } from '../../practices/_kitchen-sink/blueprint.ts';
import { questionnairePart, type QuestionnaireData } from './part.ts';
import { questionnaireShape } from './questionnaire.ts';
import { undescribed } from './testing.ts';

const visit = blueprint.questionnaires![0]!;

function changed(change: (copy: QuestionnaireData) => void): unknown {
  const copy = structuredClone(visit);
  change(copy);
  return copy;
}

function mistakesIn(data: unknown): string[] {
  const parsed = questionnairePart.safeParse(data);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe('a questionnaire is read', () => {
  test('when it hangs together', () => {
    expect(mistakesIn(visit)).toEqual([]);
  });

  test.each<[string, (copy: any) => void, RegExp]>([
    ['a page that uses a field which does not exist', (copy) => copy.pages[0].fields.push('wishes'), /page 'kitchen' uses the shared field 'wishes', which does not exist/],
    ['two pages of one name', (copy) => (copy.pages[1].id = 'kitchen'), /has two pages 'kitchen'/],
    ['a page that asks a field twice', (copy) => copy.pages[0].fields.push('own'), /page 'kitchen' asks the field 'own' twice/],
    ['a page that asks nothing', (copy) => (copy.pages[1].fields = []), /page 'spoons' asks nothing/],
    ['a read-back that asks', (copy) => (copy.pages[2].fields = ['own']), /page 'summary' reads back/],
    ['two options of one name', (copy) => (copy.pages[0].fields[0].options[1].id = 'spoon'), /field 'needs' has two options 'spoon'/],
    ['a suggestion that is no option', (copy) => (copy.pages[3].fields[0].suggest[0].choose = 'dance'), /field 'verdict' suggests 'dance', which is not one of its options/],
    ['a number that goes backwards', (copy) => (copy.pages[1].fields[0].to = 0), /field 'number' goes from 1 to 0/],
    ['a condition on a page that is not there', (copy) => (copy.pages[1].askWhen = 'count(cellar.needs) > 0'), /page 'spoons' is asked when .*cellar/],
    ['a rule on a field that is not there', (copy) => (copy.pages[3].fields[0].suggest[0].when = 'spoons.amount > 6'), /field 'verdict' on page 'end' suggests 'come-back' when .*amount/],
    ['a rule that cannot be read', (copy) => (copy.pages[3].fields[0].suggest[0].when = 'spoons.number >'), /suggests 'come-back' when "spoons.number >"/],
    ['a text without Arabic', (copy) => delete copy.pages[0].title.ar, /expected string/],
    ['an icon that we do not have', (copy) => (copy.pages[0].icon = 'rocket'), /no such icon/],
    ['a field that the form has itself', (copy) => (copy.shared[0].id = 'version'), /a field cannot be called 'version'/],
    ['a key that means nothing', (copy) => (copy.pages[0].colour = 'red'), /Unrecognized key: "colour"/],
  ])('not with %s', (_, change, culprit) => {
    expect(mistakesIn(changed(change)).join('\n')).toMatch(culprit);
  });

  test('and every key of it is described', () => {
    expect(undescribed(z.toJSONSchema(questionnaireShape, { io: 'input', unrepresentable: 'any' }))).toEqual([]);
  });
});
