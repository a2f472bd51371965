import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { notFound, refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { isId, newId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findService, type FreeSlot } from '../../directory/index.ts';
import { findContactPreference, findPersonSummaries, type ContactPreference, type PersonSummary } from '../../people/index.ts';
import { findQuestion, type Question } from '../../questions/index.ts';
import { bookSlot, freeSlotsOf } from '../book-slot.ts';
import { findHeld, heldConsent } from '../consent.ts';
import { deliver } from '../deliver.ts';
import { text } from '../messages.ts';
import { proposeServices, type Proposal } from '../propose-services.ts';
import { referralJson, referralOutput } from '../referral-json.ts';
import { consentWays, isBack, shareable, type Referral } from '../referral.ts';
import { findReferral, type NewReferral } from '../referral.store.ts';
import { refusalSaid } from '../refusal-said.ts';
import { prepareReferral } from '../register.ts';
import { settle } from '../settle.ts';
import { prepareReferralView } from './prepare-referral.view.tsx';

export interface PrepareScreen {
  question: Question;
  person: PersonSummary | undefined;
  /** How the person can be told by message. */
  preference: ContactPreference | undefined;
  proposals: Proposal[];
  /** Free moments of the service that was chosen, once they are asked for. */
  slots: FreeSlot[] | undefined;
  /** Organisations with which the person agreed already to share for a referral. */
  held: Set<string>;
  /** Services for other themes are shown too. */
  isWide: boolean;
  values: FormValues;
  errors: FieldErrors;
}

/** A consent that says nothing of its end is asked for again after a year. */
const usualConsent = { years: 1 };

export const prepareReferralPage = page({
  path: '/referrals/new',
  permission: 'referrals:send',
  event: 'question-read',
  input: z.strictObject({ question: field.id(), all: field.flag(), service: field.optionalId(), insteadOf: field.optionalId() }),
  load: async (context) => {
    const { question, all, service, insteadOf } = context.input;
    const before = insteadOf ? await findReferral(context.read, insteadOf) : undefined;
    const values: FormValues = {
      consentOn: context.today.toString(),
      consentUntil: context.today.add(usualConsent).toString(),
      consentWay: 'spoken',
      shares: before?.shares ?? ['phone', 'languages'],
      ...(before && before.questionId === question ? { request: before.request, tells: before.tells ? 'yes' : 'no' } : {}),
      ...(service ? { service } : {}),
      ...(before ? { insteadOf: before.id } : {}),
    };
    return (await screen(context.read, question, all, values, {})) ?? notFound;
  },
  view: prepareReferralView,
  subjects: ({ question }) => (question.personId ? [{ type: 'question', id: question.id }, { type: 'person', id: question.personId }] : []),
});

export const prepareReferralAct = act({
  path: '/referrals',
  permission: 'referrals:send',
  event: 'referral-prepared',
  input: z.strictObject({
    question: field.id(),
    service: field.id(),
    consentWay: z.preprocess((value) => value ?? 'spoken', z.enum([...consentWays, 'held'], 'choose')),
    consentOn: field.optionalDay(),
    consentUntil: field.optionalDay(),
    shares: field.list(z.enum(shareable)),
    request: field.text(2000),
    /** 'yes': the person agreed to be told by message, and it is safe. */
    tells: field.optionalChoice(['yes', 'no']),
    slot: field.optionalId(),
    /** What came back and is followed by this one. */
    insteadOf: field.optionalId(),
    /** 'send' at once, 'keep' for later, or 'slots' to see free moments first. */
    after: z.preprocess((value) => value ?? 'send', z.enum(['send', 'keep', 'slots'], 'choose')),
    all: field.flag(),
  }),
  act: async ({ tx, input, tenant, publicUrl, actor }) => {
    if (input.after === 'slots') return refuse('slots-asked');
    const question = await findQuestion(tx, input.question);
    const earlier = input.insteadOf ? await findReferral(tx, input.insteadOf) : undefined;
    if (!question || (input.insteadOf && earlier?.questionId !== question.id)) return notFound;
    if (!question.personId) return refuse('question-is-anonymous');
    const service = await findService(tx, input.service);
    if (!service || service.endedOn) return refuse('service-not-known', { field: 'service' });
    const id = newId();
    const accountId = actor.kind === 'account' ? actor.id : null;
    const prepared: NewReferral = {
      id,
      questionId: question.id,
      personId: question.personId,
      serviceId: service.id,
      organisationId: service.organisation.id,
      serviceName: service.name,
      organisationName: service.organisation.name,
      theme: question.theme,
      request: input.request,
      shares: [...new Set(input.shares)],
      tells: input.tells === 'yes',
      sentBy: accountId,
    };
    const refusal = (await prepareWithConsent(tx, prepared, input)) ?? (input.after === 'send' ? await send() : undefined) ?? (earlier && isBack(earlier) ? await settle(tx, earlier, 'elsewhere', id) : undefined);
    return refusal ?? ((await findReferral(tx, id)) as Referral);

    async function send(): Promise<Refusal | undefined> {
      const referral = (await findReferral(tx, id))!;
      const from = { tenant, publicUrl };
      return input.slot ? bookSlot(tx, referral, { slotId: input.slot, accountId, from }) : deliver(tx, referral, from);
    }
  },
  done: ({ id, state, serviceName }, { locale }) =>
    seeOther(`/referrals/${id}`, {
      kind: 'done',
      text: state === 'appointment' ? text(locale, 'prepare.booked', { service: serviceName }) : state === 'sent' ? text(locale, 'prepare.sent', { service: serviceName }) : text(locale, 'prepare.kept'),
    }),
  again: async (context: AgainContext) => {
    const { values, errors } = context;
    // Asking for free moments is no mistake: what is not filled in yet is not held against anyone.
    const said = values['after'] === 'slots' && !errors['service'] ? {} : { ...errors, ...refusalSaid(context) };
    const shown = await screen(context.read, String(values['question'] ?? ''), values['all'] !== undefined, values, said);
    return shown ? prepareReferralView(shown, context) : notFound;
  },
  api: { summary: 'Refer a help question to a service', output: referralOutput, present: (referral) => referralJson(referral), status: 201 },
});

interface ConsentInput {
  consentWay: (typeof consentWays)[number] | 'held';
  consentOn?: Temporal.PlainDate | undefined;
  consentUntil?: Temporal.PlainDate | undefined;
}

/** Prepares it, with the consent that was given for it, or that held already. */
async function prepareWithConsent(tx: Transaction, prepared: NewReferral, { consentWay, consentOn, consentUntil }: ConsentInput): Promise<Refusal | undefined> {
  const today = dayOf(tx.now);
  if (consentWay === 'held') {
    if (!(await heldConsent(tx, prepared))) return refuse('no-consent', { field: 'consentWay' });
    await prepareReferral(tx, prepared);
    return undefined;
  }
  const on = consentOn ?? today;
  if (Temporal.PlainDate.compare(on, today) > 0) return refuse('consent-in-future', { field: 'consentOn' });
  if (consentUntil && Temporal.PlainDate.compare(consentUntil, today) < 0) return refuse('consent-ends-before', { field: 'consentUntil' });
  await prepareReferral(tx, prepared, { way: consentWay, on, until: consentUntil ?? null });
  return undefined;
}

async function screen(read: Read, questionId: string, isWide: boolean, values: FormValues, errors: FieldErrors): Promise<PrepareScreen | undefined> {
  const question = isId(questionId) ? await findQuestion(read, questionId) : undefined;
  if (!question) return undefined;
  const { personId } = question;
  const person = personId ? (await findPersonSummaries(read, [personId])).get(personId) : undefined;
  const preference = personId ? await findContactPreference(read, personId) : undefined;
  const chosen = values['service'];
  const slots = typeof chosen === 'string' && isId(chosen) ? await freeSlotsOf(read, chosen) : undefined;
  const proposals = await proposeServices(read, question, { isWide });
  const consents = await findHeld(read, proposals.map(({ service }) => ({ personId, organisationId: service.organisation.id })));
  const held = new Set([...consents.values()].flatMap(({ recipientId }) => recipientId ?? []));
  return { question, person, preference, proposals, slots, held, isWide, values, errors };
}
