import type { Transaction } from '../../../kernel/db/types.ts';
import { claimSlot, freeSlots, type SlotTaking } from './slot.store.ts';

/**
 * Takes a free slot, for a referral or for whoever stands at the desk. 'gone' when someone else was first, when the
 * consultation was called off or moved, or when its time is past. A referral has one slot: an earlier one becomes free.
 */
export async function takeSlot(tx: Transaction, taking: SlotTaking): Promise<'taken' | 'gone'> {
  if (!(await claimSlot(tx, taking))) return 'gone';
  const earlier = taking.referralId ? await freeSlots(tx, { referralId: taking.referralId, except: taking.slotId }) : [];
  for (const id of earlier) tx.record({ act: 'slot-released', subjects: [{ type: 'slot', id }] });
  tx.record({ act: 'slot-taken', subjects: [{ type: 'slot', id: taking.slotId }, { type: 'service', id: taking.serviceId }, ...(taking.personId ? [{ type: 'person', id: taking.personId }] : [])] });
  return 'taken';
}

/** The slot of a referral, or one slot, is free again. Nothing happens when there is none. */
export async function releaseSlot(tx: Transaction, which: { referralId: string } | { slotId: string }): Promise<void> {
  for (const id of await freeSlots(tx, which)) tx.record({ act: 'slot-released', subjects: [{ type: 'slot', id }] });
}
