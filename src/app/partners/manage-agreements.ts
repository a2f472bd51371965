import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { makeSecret, readSecret } from '../../kernel/access/secret.ts';
import { getTenant } from '../../kernel/access/tenant.store.ts';
import { seeOther } from '../../kernel/http/answer.ts';
import type { AgainContext, Services } from '../../kernel/http/context.ts';
import { field } from '../../kernel/http/fields.ts';
import { notFound, refuse } from '../../kernel/http/refusal.ts';
import { act, page, unrecorded, type Route } from '../../kernel/http/route.ts';
import { findAgreements, findOffer, insertJoining, insertOffer, type Agreement } from '../../kernel/partners/agreement.store.ts';
import type { Exchange } from '../../kernel/partners/exchange.ts';
import { endForBoth } from './agreement-jobs.ts';
import { joinView, listAgreementsView, offerMadeView, offerView, type Offered } from './manage-agreements.view.tsx';
import { text } from './messages.ts';

const permission = 'partners:manage';
const codeDays = 14;
const noOne = unrecorded('agreements between authorities, no person');

/** The pages on which an administrator agrees with another authority to share something, and ends it. */
export function agreementRoutes(exchanges: readonly Exchange[]): Route[] {
  const known = new Set(exchanges.map(({ purpose }) => purpose));
  return [
    page({ path: '/settings/partners', permission, event: noOne, load: ({ read }) => findAgreements(read), view: (agreements: Agreement[], context) => listAgreementsView(agreements, exchanges, context) }),
    page({ path: '/settings/partners/offer', permission, event: unrecorded('an empty form'), load: async () => ({}), view: (_, context) => offerView(context, { exchanges, values: {}, errors: {} }) }),
    act({
      path: '/settings/partners/offer',
      permission,
      event: 'agreement-offered',
      input: z.strictObject({ purposes: field.list(field.text(40)), until: field.optionalDay() }),
      act: async ({ tx, input, today }) => {
        if (input.purposes.length === 0 || !input.purposes.every((purpose) => known.has(purpose))) return refuse('no-purpose', { field: 'purposes' });
        if (input.until && input.until.since(today).sign < 0) return refuse('until-past', { field: 'until' });
        const code = makeSecret(tx.scope.tenantId);
        const id = await insertOffer(tx, { purposes: input.purposes, codeHash: code.hash, codeExpiresAt: tx.now.add({ hours: 24 * codeDays }), secret: randomBytes(32), until: input.until ?? null });
        tx.record({ act: 'agreement-offered', subjects: [{ type: 'agreement', id }], detail: { purposes: input.purposes } });
        return { code: code.text };
      },
      done: ({ code }: { code: string }, context) => offerMadeView(context, code),
      again: async (context) => offerView(context, { exchanges, values: context.values, errors: faults(context) }),
    }),
    page({ path: '/settings/partners/join', permission, event: unrecorded('an empty form'), load: async () => ({}), view: (_, context) => joinView(context, { exchanges, values: {}, errors: {} }) }),
    act({
      path: '/settings/partners/join',
      permission,
      event: 'agreement-accepted',
      input: z.strictObject({ code: field.text(60), sure: field.optionalText(3) }),
      act: async ({ tx, input, services }) => {
        const offer = await readOffer(services, input.code);
        if (!offer) return refuse('no-offer', { field: 'code' });
        if (offer.partner.id === tx.scope.tenantId) return refuse('own-offer', { field: 'code' });
        if (!input.sure) return { offer };
        const { agreement, partner, codeHash } = offer;
        const made = await insertJoining(tx, { id: agreement.id, purposes: agreement.purposes, partner, codeHash, codeExpiresAt: agreement.codeExpiresAt, until: agreement.until });
        if (!made) return refuse('agreed-already', { field: 'code' });
        tx.plan({ job: 'settle-agreement', payload: { agreementId: agreement.id, codeHash: codeHash.toString('hex') }, key: agreement.id });
        tx.record({ act: 'agreement-accepted', subjects: [{ type: 'agreement', id: agreement.id }], detail: { partner: partner.id, purposes: agreement.purposes } });
        return {};
      },
      done: ({ offer }: { offer?: FoundOffer }, context) =>
        offer ? joinView(context, { exchanges, values: {}, errors: {}, offered: offer }) : seeOther('/settings/partners', { kind: 'done', text: text(context.locale, 'join.done') }),
      again: async (context) => joinView(context, { exchanges, values: context.values, errors: faults(context) }),
    }),
    act({
      path: '/settings/partners/:id/end',
      permission,
      event: 'agreement-ended',
      input: z.strictObject({ id: field.id() }),
      act: async ({ tx, input }) => ((await endForBoth(tx, exchanges, input.id, 'own')) ? {} : notFound),
      done: (_, { locale }) => seeOther('/settings/partners', { kind: 'done', text: text(locale, 'end.done') }),
      again: async () => notFound,
    }),
  ];
}

interface FoundOffer extends Offered {
  agreement: Agreement;
  partner: { id: string; name: string };
  codeHash: Buffer;
  code: string;
}

/** What a code offers, read in the scope of the authority that made it: the code is the right to see that much. */
async function readOffer({ database }: Services, code: string): Promise<FoundOffer | undefined> {
  const secret = readSecret(code.trim());
  if (!secret) return undefined;
  return database.read({ tenantId: secret.tenantId, actorId: null, actorRole: 'platform' }, async (read) => {
    const agreement = await findOffer(read, secret.hash);
    if (agreement?.state !== 'offered') return undefined;
    const { id, name } = await getTenant(read);
    return { agreement, partner: { id, name }, codeHash: secret.hash, code: code.trim() };
  });
}

function faults({ errors, refusal, locale }: AgainContext): Record<string, string> {
  if (!refusal) return errors;
  const { name, field: at = 'code' } = refusal;
  return { [at]: text(locale, `fault.${name as 'no-offer'}`) };
}
