import type { Transaction } from '../db/types.ts';
import { findPartners } from './agreement.store.ts';
import type { Partner } from './exchange.ts';

export interface Sending {
  purpose: string;
  kind: string;
  detail?: Record<string, unknown>;
}

/** Plans a sending to one partner. It goes after the transaction, and only while the agreement holds on both sides. */
export function sendToPartner(tx: Transaction, { agreementId }: Pick<Partner, 'agreementId'>, { purpose, kind, detail = {} }: Sending): void {
  tx.plan({ job: 'send-to-partner', payload: { agreementId, purpose, kind, detail }, key: `${agreementId} ${kind} ${JSON.stringify(detail)}` });
}

/** Plans a sending to every partner with whom the purpose is agreed. */
export async function sendToPartners(tx: Transaction, sending: Sending): Promise<void> {
  for (const partner of await findPartners(tx, sending.purpose)) sendToPartner(tx, partner, sending);
}
