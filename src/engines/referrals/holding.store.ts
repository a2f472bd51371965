import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { Holding } from '../../kernel/holdings/holding.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { releaseSlot } from '../directory/index.ts';
import { consentKey } from '../people/index.ts';
import { findHeld } from './consent.ts';
import { text } from './messages.ts';
import { sharedSaid } from './referral-parts.tsx';
import { findReferralsOf } from './referral.store.ts';
import { findNotes } from './write-note/note.store.ts';
import { findTellingsOf } from './tell-person/telling.store.ts';

const table = 'referrals.referral';

/** The referrals of a person, with what the person was told of them. */
export const referralsHolding: Holding = {
  subject: 'person',
  name: 'referrals',
  async gather(read, id) {
    const referrals = await findReferralsOf(read, { personId: id });
    const tellings = await findTellingsOf(read, referrals.map((referral) => referral.id));
    const notes = await findNotes(read, referrals.map((referral) => referral.id));
    return referrals.map((referral) => ({
      service: referral.serviceName,
      organisation: referral.organisationName,
      theme: referral.theme,
      state: referral.state,
      since: referral.stateSince.toString(),
      request: referral.request,
      shared: ['name', ...referral.shares],
      prepared: referral.preparedAt.toString(),
      sent: referral.sentAt?.toString() ?? null,
      opened: referral.seenAt?.toString() ?? null,
      answered: referral.answeredAt?.toString() ?? null,
      declineReason: referral.declineReason,
      answer: referral.answerNote,
      appointment: referral.appointment && { at: referral.appointment.at.toString(), place: referral.appointment.place, with: referral.appointment.with },
      notes: notes.filter((note) => note.referralId === referral.id).map(({ by, body, at }) => ({ by, text: body, at: at.toString() })),
      afterwards: referral.settled?.how ?? null,
      told: tellings.filter((telling) => telling.referralId === referral.id && telling.state === 'told').map(({ kind, channel, language, endedAt }) => ({ what: kind, channel, language: language ?? 'nl', at: endedAt?.toString() ?? null })),
    }));
  },
  async told(read, id, locale) {
    const sent = (await findReferralsOf(read, { personId: id })).filter(({ sentAt }) => sentAt);
    const held = await findHeld(read, sent);
    return sent.map((referral) => {
      const consent = referral.organisationId ? held.get(consentKey({ personId: id, recipientId: referral.organisationId })) : undefined;
      return {
        on: dayOf(referral.sentAt!),
        recipient: `${referral.serviceName}, ${referral.organisationName}`,
        what: text(locale, 'holding.what', { shares: sharedSaid(locale, referral.shares).toLowerCase() }),
        ground: text(locale, referral.state === 'withdrawn' ? 'holding.withdrawn' : consent ? 'holding.ground' : 'holding.ended'),
        until: consent?.until ?? null,
      };
    });
  },
  async move(tx, from, into) {
    const moved = await sql<{ id: string }>`
      update referrals.referral set person_id = ${into}, version = version + 1 where tenant_id = ${tx.scope.tenantId} and person_id = ${from} returning id`.execute(tx.on<never>());
    return moved.rows.map(({ id }) => ({ table, id }));
  },
  async moveBack(tx, moved, to) {
    const ids = moved.filter((each) => each.table === table).map(({ id }) => id);
    if (ids.length === 0) return;
    await sql`
      update referrals.referral set person_id = ${to}, version = version + 1
      where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[]) and person_id is not null`.execute(tx.on<never>());
  },
  forget: forgetReferralsOf,
};

/**
 * All that names or describes the person goes; that a service was asked for a theme, and what came of it, stays as nobody's. What
 * still ran ends as withdrawn, and what it took of a consultation is free again.
 */
async function forgetReferralsOf(tx: Transaction, personId: string): Promise<void> {
  const db = tx.on<never>();
  const { tenantId } = tx.scope;
  const its = sql`select id from referrals.referral where tenant_id = ${tenantId} and person_id = ${personId}`;
  const booked = await sql<{ id: string }>`select id from (${its}) as its where exists (select from referrals.referral where tenant_id = ${tenantId} and referral.id = its.id and slot_id is not null)`.execute(db);
  // One at a time, by the map's own door: a person has a moment or two at most.
  for (const { id } of booked.rows) await releaseSlot(tx, { referralId: id });
  await sql`delete from referrals.note where tenant_id = ${tenantId} and referral_id in (${its})`.execute(db);
  await sql`delete from referrals.telling where tenant_id = ${tenantId} and referral_id in (${its})`.execute(db);
  await sql`
    update referrals.referral set person_id = null, request = '–', answer_note = null, appointment_place = null, appointment_with = null, slot_id = null, shares = '{}', tells = false,
      version = version + 1,
      state_since = case when state in ('declined', 'stalled', 'done', 'withdrawn') then state_since else ${tx.now}::timestamptz end,
      settled_at = case when state in ('declined', 'stalled') then coalesce(settled_at, ${tx.now}::timestamptz) else settled_at end,
      settled_how = case when state in ('declined', 'stalled') then coalesce(settled_how, 'left') else settled_how end,
      state = case when state in ('declined', 'stalled', 'done') then state else 'withdrawn' end
    where tenant_id = ${tenantId} and person_id = ${personId}`.execute(db);
}
