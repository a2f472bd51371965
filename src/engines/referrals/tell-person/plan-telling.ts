import type { Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { MoveName } from '../move.ts';
import type { Referral } from '../referral.ts';
import { dayBefore, soonAtADecentHour, tellingOf, type TellingKind } from './telling.ts';
import { dropTellings, insertTelling } from './telling.store.ts';

/**
 * After a move: what was still to be told of the old state is dropped, what the new one says is planned. Called when the
 * referral has moved; `referral` is as it was before.
 */
export async function planTellings(tx: Transaction, referral: Pick<Referral, 'id' | 'tells' | 'state'>, move: MoveName, appointmentAt?: Temporal.Instant): Promise<void> {
  if (!referral.tells) return;
  await dropTellings(tx, referral.id);
  const kind = tellingOf(move, referral.state);
  if (kind) await plan(tx, referral.id, kind, soonAtADecentHour(tx.now));
  const eve = appointmentAt && dayBefore(appointmentAt, tx.now);
  if (eve) await plan(tx, referral.id, 'day-before', eve);
}

async function plan(tx: Transaction, referralId: string, kind: TellingKind, dueAt: Temporal.Instant): Promise<void> {
  const id = newId();
  await insertTelling(tx, { id, referralId, kind, dueAt });
  tx.plan({ job: 'tell-person', payload: { telling: id }, key: id, notBefore: dueAt });
}
