import { z } from 'zod';
import { makeLinks } from '../../../kernel/access/identify.store.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { locales, type Locale } from '../../../kernel/i18n/locale.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { findHouseholdsByIds, type Household } from '../../people/index.ts';
import { advanceCases } from '../advance-case.ts';
import { findInvitations, findTalksAhead, insertInvitations, type MadeInvitation } from '../appointment.store.ts';
import type { Invitation } from '../blueprint.ts';
import { findBlueprints, findCasesByIds } from '../case.store.ts';
import { caseSubjects, type Appointment, type CaseFile } from '../case.ts';
import { backField, backToList } from '../list-to-welcome/back-to-list.ts';
import { bestLocale } from '../newcomer-locale.ts';
import { isWithinReach, reachOf } from '../reach.store.ts';
import type { Actor } from '../../../kernel/access/actor.ts';
import { chooseLanguageView, lettersView } from './make-invitation.view.tsx';

/** A letter that is ready to print: the secret of its link is in no other place. */
export interface Letter {
  file: CaseFile;
  household: Household;
  ahead: Appointment;
  invitation: Invitation;
  language: Locale;
  secret: string;
}

export interface Letters {
  letters: Letter[];
  /** Ticked cases that have no talk ahead, and so nothing to invite to. */
  without: number;
  back: string;
}

export interface InvitationForm {
  file: CaseFile;
  household: Household;
  ahead: Appointment | undefined;
  made: MadeInvitation[];
  /** The language to propose beside Dutch; undefined when the family has none in which we have the letter. */
  best: Locale | undefined;
}

/** So long after the talk the link in a letter still works: for who comes on the wrong day. */
const linkLives = { hours: 7 * 24 };
const mostAtOnce = 100;

export const chooseLanguagePage = page({
  path: '/cases/:id/invitation',
  permission: 'cases:plan',
  event: 'case-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, actor, input }) => (await loadForm(read, actor, input.id)) ?? notFound,
  view: (form, context) => chooseLanguageView(form, context),
  subjects: ({ file }) => caseSubjects(file),
});

async function loadForm(read: Read, actor: Actor, id: string): Promise<InvitationForm | undefined> {
  const [found] = await loadInvited(read, actor, [id]);
  if (!found) return undefined;
  return { ...found, made: await findInvitations(read, id), best: bestLocale(found.file.languages) };
}

interface Invited {
  file: CaseFile;
  household: Household;
  ahead: Appointment | undefined;
}

async function loadInvited(read: Read, actor: Actor, ids: readonly string[]): Promise<Invited[]> {
  const reach = reachOf(actor);
  const cases = (await findCasesByIds(read, ids)).filter((file) => isWithinReach(reach, file) && !file.closedOn);
  const households = new Map((await findHouseholdsByIds(read, cases.map(({ householdId }) => householdId))).map((one) => [one.id, one]));
  const ahead = new Map((await findTalksAhead(read, cases.map(({ id }) => id))).map((one) => [one.caseId, one]));
  return cases.flatMap((file) => {
    const household = households.get(file.householdId);
    return household ? [{ file, household, ahead: ahead.get(file.id) }] : [];
  });
}

const output = z.object({ letters: z.array(z.object({ caseId: z.uuid(), language: z.string(), secret: z.string() })) });
const present = ({ letters }: Letters) => ({ letters: letters.map(({ file, language, secret }) => ({ caseId: file.id, language, secret })) });

export const makeInvitationAct = act({
  path: '/cases/:id/invitation',
  permission: 'cases:plan',
  event: 'invitation-made',
  input: z.strictObject({ id: field.id(), language: field.choice(locales) }),
  act: async ({ tx, actor, input, today }) => {
    const invited = await loadInvited(tx, actor, [input.id]);
    if (invited.length === 0) return notFound;
    if (!invited[0]!.ahead) return refuse('talk-not-ahead', { status: 409 });
    return makeLetters(tx, { invited, languageOf: () => input.language, back: `/cases/${input.id}`, today });
  },
  // The page is the answer itself and nothing is kept of it: it shows the links, which stand nowhere else.
  done: (made, context) => lettersView(made, context),
  again: async (context) => {
    const form = await loadForm(context.read, context.actor, context.params['id'] ?? '');
    return form ? chooseLanguageView(form, context) : notFound;
  },
  api: { summary: 'Make the invitation to a talk', output, present },
});

/** For many at once: each in the first language of the family in which we have the letter, or in Dutch alone. */
export const makeInvitationsAct = act({
  path: '/cases/invitations',
  permission: 'cases:plan',
  event: 'invitation-made',
  input: z.strictObject({ case: field.list(field.id()), back: backField, guide: field.optionalText(40) }),
  act: async ({ tx, actor, input, today }) => {
    if (input.case.length === 0) return refuse('nothing-chosen', { field: 'case' });
    if (input.case.length > mostAtOnce) return refuse('too-many-chosen', { field: 'case', detail: { most: mostAtOnce } });
    const invited = await loadInvited(tx, actor, input.case);
    return makeLetters(tx, { invited, languageOf: ({ languages }) => bestLocale(languages) ?? 'nl', back: backToList(input.back), today });
  },
  done: (made, context) => lettersView(made, context),
  again: async (context: AgainContext) => lettersView({ letters: [], without: 0, back: backToList(context.values['back']) }, context),
  api: { summary: 'Make the invitations to the talks of several cases', output, present },
});

interface Order {
  invited: readonly Invited[];
  languageOf: (file: CaseFile) => Locale;
  back: string;
  today: Temporal.PlainDate;
}

async function makeLetters(tx: Transaction, { invited, languageOf, back, today }: Order): Promise<Letters> {
  const blueprints = await findBlueprints(tx, [...new Set(invited.map(({ file }) => file.blueprintId))]);
  const ready = invited.flatMap(({ file, household, ahead }) => {
    const invitation = blueprints.get(file.blueprintId)?.trajectory.invitation;
    return ahead && invitation ? [{ file, household, ahead, invitation, language: languageOf(file) }] : [];
  });
  const links = await makeLinks(tx, ready.map(({ file, ahead }) => ({ purpose: 'invitation', subject: { type: 'case', id: file.id }, expiresAt: ahead.endsAt.add(linkLives) })));
  await insertInvitations(tx, ready.map(({ file, ahead, language }) => ({ id: newId(), caseId: file.id, appointmentId: ahead.id, sequence: ahead.sequence, language })));
  for (const { file, language, ahead } of ready) {
    tx.record({ act: 'invitation-made', subjects: caseSubjects(file), detail: { language, startsAt: ahead.startsAt.toString() } });
  }
  await advanceCases(tx, ready.map(({ file }) => file), { kind: 'invitation', event: 'complete', on: today });
  return { letters: ready.map((one, index) => ({ ...one, secret: links[index]!.secret })), without: invited.length - ready.length, back };
}
