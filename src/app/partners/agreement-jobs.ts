import { dayOf } from '../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { getTenant } from '../../kernel/access/tenant.store.ts';
import type { JobContext, JobHandler } from '../../kernel/jobs/job.ts';
import { acceptOffer, endAgreement, findAgreement, findLapsed, findOffer, findPartnerOf, settleJoining, type Agreement, type EndedBy } from '../../kernel/partners/agreement.store.ts';
import type { Exchange } from '../../kernel/partners/exchange.ts';

/** The jobs by which an agreement goes from one authority to the other. Each may run twice, and stops where the other side says no. */
export function agreementJobs(exchanges: readonly Exchange[]): Record<string, JobHandler> {
  return {
    'settle-agreement': (context, { agreementId, codeHash }) => settle(context, exchanges, agreementId, Buffer.from(codeHash, 'hex')),
    'tell-agreement-ended': (context, { agreementId }) => tellEnded(context, exchanges, agreementId),
    'send-to-partner': (context, { agreementId, purpose, kind, detail }) => send(context, exchanges, { agreementId, purpose, kind, detail }),
  };
}

/** In the scope of the other authority, as the platform. */
function atPartner<T>({ services: { database } }: JobContext, partnerId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.write({ tenantId: partnerId, actorId: null, actorRole: 'platform' }, work);
}

async function settle(context: JobContext, exchanges: readonly Exchange[], id: string, codeHash: Buffer): Promise<void> {
  const { agreement, tenant } = await context.read(async (read) => ({ agreement: await findAgreement(read, id), tenant: await getTenant(read) }));
  if (!agreement?.partnerId || agreement.state === 'ended') return;
  const secret = await atPartner(context, agreement.partnerId, async (tx) => {
    const offer = await findOffer(tx, codeHash);
    if (!offer || !(await acceptOffer(tx, id, codeHash, { id: tenant.id, name: tenant.name }))) return undefined;
    if (offer.state === 'offered') tx.record({ act: 'agreement-joined', subjects: [{ type: 'agreement', id }], detail: { partner: tenant.id, purposes: offer.purposes } });
    return offer.secret;
  });
  await context.write(async (tx) => {
    if (!secret) return void (await end(tx, exchanges, id, 'code'));
    if (await settleJoining(tx, id, secret)) tx.record({ act: 'agreement-begun', subjects: [{ type: 'agreement', id }], detail: { partner: agreement.partnerId, purposes: agreement.purposes } });
    await begin(tx, exchanges, agreement);
  });
  // Only now does the other side begin: what it sends at once would come before there was anyone to receive it.
  if (secret) await atPartner(context, agreement.partnerId, (tx) => begin(tx, exchanges, agreement));
}

async function begin(tx: Transaction, exchanges: readonly Exchange[], { id, purposes }: Agreement): Promise<void> {
  const partner = (await findPartnerOf(tx, id))!;
  for (const exchange of exchanges) if (purposes.includes(exchange.purpose)) await exchange.begun(tx, partner);
}

/** Ends it on this side and forgets what came from the other; false when it had ended before. */
export async function end(tx: Transaction, exchanges: readonly Exchange[], id: string, by: EndedBy): Promise<boolean> {
  if (!(await endAgreement(tx, id, by))) return false;
  const partner = await findPartnerOf(tx, id);
  if (partner) for (const exchange of exchanges) await exchange.ended(tx, partner);
  tx.record({ act: 'agreement-ended', subjects: [{ type: 'agreement', id }], detail: { by } });
  return true;
}

/** Ends it here, and lets the other side know. */
export async function endForBoth(tx: Transaction, exchanges: readonly Exchange[], id: string, by: EndedBy): Promise<boolean> {
  if (!(await end(tx, exchanges, id, by))) return false;
  tx.plan({ job: 'tell-agreement-ended', payload: { agreementId: id }, key: id });
  return true;
}

async function tellEnded(context: JobContext, exchanges: readonly Exchange[], id: string): Promise<void> {
  const agreement = await context.read((read) => findAgreement(read, id));
  if (agreement?.partnerId) await atPartner(context, agreement.partnerId, (tx) => end(tx, exchanges, id, 'partner'));
}

/** Makes what goes under the giver's policy, and hands it over only when both sides still agree. */
async function send(context: JobContext, exchanges: readonly Exchange[], sending: { agreementId: string; purpose: string; kind: string; detail: Record<string, unknown> }): Promise<void> {
  const { agreementId: id, purpose, kind, detail } = sending;
  const exchange = exchanges.find((one) => one.purpose === purpose)?.kinds[kind];
  if (!exchange) throw new Error(`Nothing is exchanged as ${purpose} ${kind}.`);
  const holds = (agreement: Agreement | undefined) => agreement?.state === 'active' && agreement.purposes.includes(purpose);
  const partnerIn = async (read: Read) => (holds(await findAgreement(read, id)) ? findPartnerOf(read, id) : undefined);
  const partner = await context.read(partnerIn);
  if (!partner) return;
  const made = 'make' in exchange
    ? { partner: await context.read((read) => exchange.make(read, partner, detail)) }
    : await exchange.meet(context.read, (work) => context.services.database.read({ tenantId: partner.id, actorId: null, actorRole: 'platform' }, work), partner);
  await atPartner(context, partner.id, async (tx) => {
    const sender = await partnerIn(tx);
    if (sender) await exchange.receive(tx, sender, made.partner);
  });
  if (!('own' in made)) return;
  await context.write(async (tx) => {
    if (await partnerIn(tx)) await exchange.receive(tx, partner, made.own);
  });
}

/** Ends what lapsed: agreements past their last day, and codes that nobody used. */
export async function endLapsed(context: JobContext, exchanges: readonly Exchange[]): Promise<void> {
  const lapsed = await context.read((read) => findLapsed(read, dayOf(context.now())));
  if (lapsed.length === 0) return;
  await context.write(async (tx) => {
    for (const { id, by } of lapsed) await endForBoth(tx, exchanges, id, by);
  });
}
