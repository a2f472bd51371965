import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { notFound, Refusal } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { addressLines, findPerson, getHousehold, type Household, type Person } from '../../people/index.ts';
import { answerPurpose, subjectsOf } from '../deliver.ts';
import { text } from '../messages.ts';
import { stateRefusal } from '../open-referral/open-referral.view.tsx';
import { answers, declineReasons, type Referral, type Shareable } from '../referral.ts';
import { findReferral, moveReferral } from '../referral.store.ts';
import { coverView, receiverView } from './answer-referral.view.tsx';
import { giveAnswer } from './give-answer.ts';

/** What the receiver may see: nothing but the name unless the person agreed to it. */
export interface SharedPerson {
  name: string;
  otherNames: { script: string; full: string }[];
  phones: string[];
  emails: string[];
  address: string[];
  languages: string[];
  birth: Person['birth'];
  householdSize: number | null;
}

export interface ReceiverScreen {
  referral: Referral;
  person: SharedPerson;
  values: Record<string, string | string[]>;
  errors: FieldErrors;
}

const link = { link: answerPurpose };

/** What the link shows first: no name, since programs that guard a mailbox open links too. */
export const coverPage = page({
  path: '/referral/:secret',
  permission: link,
  event: { unrecorded: 'the cover names nobody' },
  load: async (context) => (await ownReferral(context.read, context)) ?? notFound,
  view: (referral, context) => coverView(referral, context),
});

/** The receiver opens it: whoever sent it sees that it was read. */
export const openAct = act({
  path: '/referral/:secret/open',
  permission: link,
  event: 'referral-seen',
  input: z.strictObject({}),
  act: async (context) => {
    const { tx } = context;
    const referral = await ownReferral(tx, context);
    if (!referral) return notFound;
    if (referral.state === 'sent') {
      await moveReferral(tx, { id: referral.id, version: referral.version, state: 'seen' });
      tx.record({ act: 'referral-seen', subjects: subjectsOf(referral), detail: { service: referral.serviceId } });
    }
    return {};
  },
  done: (_, { linkSecret }) => seeOther(`/referral/${linkSecret}/file`),
  again: async (context) => {
    const referral = await ownReferral(context.read, context);
    return referral ? coverView(referral, context) : notFound;
  },
});

export const receiverPage = page({
  path: '/referral/:secret/file',
  permission: link,
  event: 'referral-read',
  load: async (context) => (await screen(context.read, context, {}, {})) ?? notFound,
  view: (shown, context) => receiverView(shown, context),
  subjects: ({ referral }) => [
    { type: 'referral', id: referral.id },
    { type: 'person', id: referral.personId },
  ],
});

export const answerAct = act({
  path: '/referral/:secret/answer',
  permission: link,
  event: 'referral-accepted',
  input: z.strictObject({ version: field.version(), answer: field.choice(answers), reason: field.optionalChoice(declineReasons), note: field.optionalText(1000) }),
  act: async (context) => {
    const { tx, input } = context;
    const referral = await ownReferral(tx, context);
    if (!referral) return notFound;
    const refusal = await giveAnswer(tx, referral, input);
    return refusal instanceof Refusal ? refusal : {};
  },
  done: (_, { linkSecret, locale, tenant }) => seeOther(`/referral/${linkSecret}/file`, { kind: 'done', text: text(locale, 'receiver.done', { tenant: tenant.name }) }),
  again: async (context: AgainContext) => {
    const shown = await screen(context.read, context, context.values, context.errors);
    if (!shown) return notFound;
    const { refusal, locale } = context;
    const said: FieldErrors = !refusal ? {} : refusal.name === 'reason-needed' ? { reason: text(locale, 'refusal.reason-needed') } : { '': stateRefusal(locale, refusal.name, shown.referral.state) ?? refusal.name };
    return receiverView({ ...shown, errors: { ...shown.errors, ...said } }, context);
  },
});

/** The referral that this link is for, and no other. */
async function ownReferral(read: Read, { actor }: Pick<ViewContext, 'actor'>): Promise<Referral | undefined> {
  return actor.kind === 'link' ? findReferral(read, actor.subject.id) : undefined;
}

async function screen(read: Read, context: ViewContext, values: ReceiverScreen['values'], errors: FieldErrors): Promise<ReceiverScreen | undefined> {
  const referral = await ownReferral(read, context);
  const person = referral && (await findPerson(read, referral.personId));
  if (!referral || !person) return undefined;
  const household = person.householdId ? await getHousehold(read, person.householdId) : undefined;
  return { referral, person: shared(person, household, new Set(referral.shares)), values, errors };
}

function shared(person: Person, household: Household | undefined, shares: Set<Shareable>): SharedPerson {
  const ways = (kind: string) => person.contactWays.filter((way) => way.kind === kind).map(({ value }) => value);
  return {
    name: person.name.full,
    otherNames: person.otherNames,
    phones: shares.has('phone') ? ways('phone') : [],
    emails: shares.has('email') ? ways('email') : [],
    address: shares.has('address') && household?.address ? addressLines(household.address) : [],
    languages: shares.has('languages') ? person.contactLanguages : [],
    birth: shares.has('birth-date') ? person.birth : null,
    householdSize: shares.has('household') ? (household?.members.length ?? null) : null,
  };
}
