import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import { formatTime } from '../../../../kernel/i18n/format.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { indexPersons } from '../../change-persons.store.ts';
import { text } from '../messages.ts';
import { findRestriction, liftRestrictions, openRestricted } from '../restriction.store.ts';
import { mayOpen, openMinutes } from './may-open.ts';
import { showRightsAgain } from '../open-rights/open-rights.ts';

export const openRestrictedAct = act({
  path: '/people/:id/open-restricted',
  permission: 'people:read',
  event: 'restricted-opened',
  input: z.strictObject({ id: field.id(), reason: field.text(300) }),
  act: async ({ tx, input: { id, reason }, actor, may }): Promise<Outcome<{ id: string; until: string }>> => {
    const restriction = await findRestriction(tx, id);
    if (!restriction || actor.kind !== 'account') return notFound;
    if (!mayOpen(restriction, { actor, may })) return refuse('not-yours-to-open');
    const until = tx.now.add({ minutes: openMinutes });
    await openRestricted(tx, { personId: id, accountId: actor.id, reason, endsAt: until });
    tx.record({ act: 'restricted-opened', subjects: [{ type: 'person', id }], detail: { until: until.toString() } });
    return { id, until: until.toString() };
  },
  done: ({ id, until }, { locale }) => seeOther(`/people/${id}`, { kind: 'done', text: text(locale, 'restrict.opened', { time: formatTime(locale, Temporal.Instant.from(until)) }) }),
  again: showRightsAgain,
  api: { summary: 'Open the file of a restricted person, with a reason', output: z.object({ id: z.uuid(), until: z.iso.datetime() }) },
});

/** Only whoever has the file open lifts its restriction: they know whom it is about. */
export const liftRestrictionAct = act({
  path: '/people/:id/lift-restriction',
  permission: 'people:restrict',
  event: 'restriction-lifted',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input: { id } }): Promise<Outcome<{ id: string }>> => {
    const restriction = await findRestriction(tx, id);
    if (!restriction) return notFound;
    if (!restriction.openUntil) return refuse('open-first');
    const lifted = await liftRestrictions(tx, [id]);
    await indexPersons(tx, lifted);
    tx.record({ act: 'restriction-lifted', subjects: [{ type: 'person', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/rights`, { kind: 'done', text: text(locale, 'restrict.lifted') }),
  again: showRightsAgain,
  api: { summary: 'Lift the restriction of a person', output: z.object({ id: z.uuid() }) },
});
