import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { isId, newId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findService, findServices, type Service } from '../../directory/index.ts';
import { findPersonSummaries, type PersonSummary } from '../../people/index.ts';
import { findQuestion, type Question } from '../../questions/index.ts';
import { deliver } from '../deliver.ts';
import { text } from '../messages.ts';
import { referralJson, referralOutput } from '../referral-json.ts';
import { consentWays, shareable, type Referral } from '../referral.ts';
import { findAnswerTimes, findReferral, findReferralsOf } from '../referral.store.ts';
import { prepareReferrals } from '../register.ts';
import { prepareReferralView } from './prepare-referral.view.tsx';

export interface Proposal {
  service: Service;
  answers?: { medianDays: number; answered: number };
}

export interface PrepareScreen {
  question: Question;
  person: PersonSummary | undefined;
  proposals: Proposal[];
  /** Services for other themes are shown too. */
  isWide: boolean;
  values: FormValues;
  errors: FieldErrors;
}

export const prepareReferralPage = page({
  path: '/referrals/new',
  permission: 'referrals:send',
  event: 'question-read',
  input: z.strictObject({ question: field.id(), all: field.flag() }),
  load: async (context) => {
    const { question, all } = context.input;
    const values: FormValues = { consentOn: context.today.toString(), consentWay: 'spoken', shares: ['phone', 'languages'] };
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
    consentWay: field.choice(consentWays),
    consentOn: field.day(),
    shares: field.list(z.enum(shareable)),
    request: field.text(2000),
    /** 'send' at once, or 'keep' for later. */
    after: z.preprocess((value) => value ?? 'send', z.enum(['send', 'keep'], 'choose')),
    all: field.flag(),
  }),
  act: async ({ tx, input, tenant, publicUrl, actor }) => {
    const question = await findQuestion(tx, input.question);
    if (!question) return notFound;
    if (!question.personId) return refuse('question-is-anonymous');
    const service = await findService(tx, input.service);
    if (!service || service.endedOn) return refuse('service-not-known', { field: 'service' });
    if (Temporal.PlainDate.compare(input.consentOn, dayOf(tx.now)) > 0) return refuse('consent-in-future', { field: 'consentOn' });
    const id = newId();
    const prepared = {
      id,
      questionId: question.id,
      personId: question.personId,
      serviceId: service.id,
      serviceName: service.name,
      organisationName: service.organisation.name,
      theme: question.theme,
      request: input.request,
      consent: { on: input.consentOn, way: input.consentWay },
      shares: [...new Set(input.shares)],
      sentBy: actor.kind === 'account' ? actor.id : null,
    };
    await prepareReferrals(tx, [prepared]);
    const referral = (await findReferral(tx, id))!;
    const refusal = input.after === 'send' ? await deliver(tx, referral, { tenant, publicUrl }) : undefined;
    return refusal ?? ((await findReferral(tx, id)) as Referral);
  },
  done: ({ id, state, serviceName }, { locale }) =>
    seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, state === 'sent' ? 'prepare.sent' : 'prepare.kept', state === 'sent' ? { service: serviceName } : {}) }),
  again: async (context: AgainContext) => {
    const { values, errors } = context;
    const shown = await screen(context.read, String(values['question'] ?? ''), values['all'] !== undefined, values, { ...errors, ...refusalErrors(context) });
    return shown ? prepareReferralView(shown, context) : notFound;
  },
  api: { summary: 'Refer a help question to a service', output: referralOutput, present: referralJson, status: 201 },
});

function refusalErrors({ refusal, locale }: AgainContext): FieldErrors {
  switch (refusal?.name) {
    case 'service-has-no-mail':
      return { service: text(locale, 'refusal.service-has-no-mail') };
    case 'service-not-known':
      return { service: text(locale, 'refusal.service-not-known') };
    case 'consent-in-future':
      return { consentOn: text(locale, 'refusal.consent-in-future') };
    case 'question-is-anonymous':
      return { '': text(locale, 'refusal.question-is-anonymous') };
    default:
      return {};
  }
}

async function screen(read: Read, questionId: string, isWide: boolean, values: FormValues, errors: FieldErrors): Promise<PrepareScreen | undefined> {
  const question = isId(questionId) ? await findQuestion(read, questionId) : undefined;
  if (!question) return undefined;
  const person = question.personId ? (await findPersonSummaries(read, [question.personId])).get(question.personId) : undefined;
  return { question, person, proposals: await propose(read, question, isWide), isWide, values, errors };
}

/** Services that fit: those that accept now, speak the language and answer soonest come first. Where this question went already comes last. */
async function propose(read: Read, question: Question, isWide: boolean): Promise<Proposal[]> {
  const services = await findServices(read, isWide ? {} : { theme: question.theme, ...(question.municipality ? { municipality: question.municipality } : {}) }, 60);
  const times = await findAnswerTimes(read, services.map(({ id }) => id));
  const tried = new Set((await findReferralsOf(read, { questionId: question.id })).map(({ serviceId }) => serviceId));
  const rank = (service: Service) => [Number(tried.has(service.id)), Number(service.notAccepting !== null), Number(!service.languages.includes(question.language)), times.get(service.id)?.medianDays ?? 15];
  const ranked = services.map((service) => ({ service, rank: rank(service) }));
  ranked.sort((a, b) => a.rank.map((part, index) => part - b.rank[index]!).find((difference) => difference !== 0) ?? 0);
  return ranked.map(({ service }) => ({ service, ...(times.has(service.id) ? { answers: times.get(service.id)! } : {}) }));
}

