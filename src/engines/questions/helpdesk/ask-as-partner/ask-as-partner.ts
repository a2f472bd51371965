import { z } from 'zod';
import { addressKey, type Limit } from '../../../../kernel/access/attempt.ts';
import { countAttempt } from '../../../../kernel/access/attempt.store.ts';
import { findTenantFor, openContext, openPage, openRedirect } from '../../../../kernel/access/open-page.ts';
import type { Tenant } from '../../../../kernel/access/tenant.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../../kernel/db/types.ts';
import { addressOf } from '../../../../kernel/http/address.ts';
import type { FormValues, Services } from '../../../../kernel/http/context.ts';
import { field, fieldErrors, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { readForm } from '../../../../kernel/http/read-body.ts';
import { open, unrecorded } from '../../../../kernel/http/route.ts';
import { sendMail } from '../../../../kernel/messages/message.ts';
import { createHash } from 'node:crypto';
import { findLikelyNames } from '../../signals/find-likely-names.ts';
import { daysOf, expertThemes, urgencies } from '../expert.ts';
import { insertExpertQuestion } from '../expert-question.store.ts';
import { findExpertTerm } from '../expert-term.store.ts';
import { text } from '../messages.ts';
import { makePartnerLink } from '../tell-asker.ts';
import { askedAsPartnerView, askAsPartnerView } from './ask-as-partner.view.tsx';

const inTheOpen = 'partners have no account; nothing happens until they follow the link that is mailed to them';

/** For professionals of other organisations. */
export const askAsPartnerPage = open({
  method: 'GET',
  path: '/ask-legal',
  open: inTheOpen,
  event: unrecorded('an empty form'),
  handle: async (request, services) => {
    const { tenant } = await findTenantFor(services, new URL(request.url).searchParams.get('authority') ?? undefined);
    if (!tenant) return openRedirect('/sign-in');
    return openPage(request, services, askAsPartnerView(openContext(request, services, tenant), { authority: tenant.id, values: {}, errors: {}, names: [], term: await termOf(services, tenant) }));
  },
});

const fields = z.object({
  authority: field.optionalId(),
  partnerName: field.text(120),
  email: field.email(),
  ask: field.text(4000),
  theme: field.choice(expertThemes),
  urgency: field.choice(urgencies),
  namesChecked: field.flag(),
});

/** Keeps the question, and mails a link by which it is really asked: a stranger cannot ask in another's name. */
export const askAsPartner = open({
  method: 'POST',
  path: '/ask-legal',
  open: inTheOpen,
  event: 'expert-asked-by-partner',
  handle: async (request, services) => {
    const { values } = await readForm(request);
    const named = values['authority'];
    const { tenant } = await findTenantFor(services, typeof named === 'string' ? named : undefined);
    if (!tenant) return openRedirect('/sign-in');
    const context = openContext(request, services, tenant);
    const parsed = fields.safeParse(values);
    const names = await likelyNames(services, tenant, values);
    const errors: FieldErrors = parsed.success ? {} : fieldErrors(context.locale, parsed.error.issues);
    if (parsed.success && names.length > 0 && !parsed.data.namesChecked) errors['ask'] = text(context.locale, 'refusal.names-likely');
    if (!parsed.success || Object.keys(errors).length > 0) {
      return openPage(request, services, askAsPartnerView(context, { authority: tenant.id, values, errors, names, term: await termOf(services, tenant) }), 422);
    }
    const { partnerName, email, ask, theme, urgency } = parsed.data;
    await services.database.write(nobody(tenant), async (tx) => {
      if ((await countAttempt(tx, limits(email, addressOf(request)))).isStopped) return;
      const termDays = daysOf(await findExpertTerm(tx, dayOf(tx.now)), urgency);
      const id = await insertExpertQuestion(tx, { theme, urgency, question: ask, from: { name: partnerName, email }, helpQuestionId: null, termDays, dueOn: null });
      await mailConfirmation(tx, id, email, tenant, services.publicUrl);
      tx.record({ act: 'expert-asked-by-partner', subjects: [{ type: 'expert-question', id }], detail: { theme, urgency } });
    });
    return openPage(request, services, askedAsPartnerView(context));
  },
});

/** Three an hour to one mailbox, so that nobody's is filled; twenty from one place. */
function limits(email: string, address: string): Limit[] {
  const limit = (key: string, most: number) => ({ key: createHash('sha256').update(key).digest(), most, minutes: 60 });
  return [limit(`ask-legal mail ${addressKey(email)}`, 3), limit(`ask-legal address ${address}`, 20)];
}

function nobody(tenant: Tenant) {
  return { tenantId: tenant.id, actorId: null, actorRole: 'nobody' };
}

function termOf(services: Services, tenant: Tenant) {
  return services.database.read(nobody(tenant), (read) => findExpertTerm(read, dayOf(read.now)));
}

async function likelyNames(services: Services, tenant: Tenant, values: FormValues): Promise<string[]> {
  const { ask } = values;
  return typeof ask === 'string' ? services.database.read(nobody(tenant), (read) => findLikelyNames(read, ask)) : [];
}

async function mailConfirmation(tx: Transaction, id: string, email: string, tenant: Tenant, publicUrl: string): Promise<void> {
  const link = `${publicUrl}/ask-legal/${await makePartnerLink(tx, id)}`;
  const { locale, name } = tenant;
  await sendMail(tx, { to: email, subject: text(locale, 'mail.confirm.subject', { tenant: name }), text: text(locale, 'mail.confirm', { tenant: name, link }), purpose: 'expert-confirm', subjectOf: { type: 'expert-question', id } });
}
