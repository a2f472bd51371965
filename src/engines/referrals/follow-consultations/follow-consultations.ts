import { getTenant } from '../../../kernel/access/tenant.store.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { findSlotsOfReferrals, type ReferralSlot } from '../../directory/index.ts';
import type { From } from '../deliver.ts';
import { makeMove } from '../make-move.ts';
import { findBooked } from '../move.store.ts';
import type { Referral } from '../referral.ts';
import { tellSender } from '../tell-sender.ts';

/**
 * Once a minute: what becomes of a consultation becomes of the appointments in it. Called off, moved, or the person came: the
 * referral follows, and whoever referred and the person hear of it. Found by the rows alone, so that nothing is missed.
 */
export async function followConsultations(context: JobContext): Promise<void> {
  await context.write(async (tx) => {
    const booked = await findBooked(tx, tx.now.subtract({ hours: 48 }), 500);
    if (booked.length === 0) return;
    const slots = new Map((await findSlotsOfReferrals(tx, booked.map(({ id }) => id))).map((slot) => [slot.referralId, slot]));
    const changed = booked.filter((referral) => isChanged(referral, slots.get(referral.id)));
    if (changed.length === 0) return;
    const from = { tenant: await getTenant(tx), publicUrl: context.services.publicUrl };
    // One at a time: each has people who must hear of it, and it happens seldom.
    for (const referral of changed) await follow(tx, referral, slots.get(referral.id), from);
  });
}

function isChanged({ appointment }: Referral, slot: ReferralSlot | undefined): boolean {
  return !slot || slot.isCalledOff || slot.outcome === 'came' || !appointment?.at.equals(slot.startsAt);
}

async function follow(tx: Transaction, referral: Referral, slot: ReferralSlot | undefined, from: From): Promise<void> {
  const { version } = referral;
  if (!slot || slot.isCalledOff) {
    if (await makeMove(tx, referral, 'call-off', 'platform', { version })) return;
    return tellSender(tx, referral, from, 'called-off');
  }
  if (slot.outcome === 'came') return void (await makeMove(tx, referral, 'start', 'platform', { version }));
  const appointment = { at: slot.startsAt, place: [slot.place, slot.roomName].filter(Boolean).join(', '), with: referral.appointment?.with ?? null, slotId: slot.slotId };
  if (await makeMove(tx, referral, 'appoint', 'platform', { version, appointment })) return;
  return tellSender(tx, referral, from, 'moved');
}
