import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { keepApart } from '../duplicates/apart.store.ts';
import { filledFrom, type FilledPerson } from '../filled.ts';
import { inOwnWords } from '../form-errors.ts';
import { addressOf, filledHome, homeShape, type FilledHome } from '../home-fields.ts';
import { householdRoles, type HouseholdRole, type NewMember } from '../household.ts';
import { findProbableMatches, isDecided, othersThan, type ProbableMatch } from '../match.ts';
import { text } from '../messages.ts';
import { findMunicipalitiesInUse, findOwnMunicipality } from '../municipality.store.ts';
import { nested } from '../nested.ts';
import { hasName, isBornBy, nameRule, personOf, personShape, shownIds } from '../person-fields.ts';
import { findPersonSummaries } from '../find-persons.store.ts';
import type { Municipality } from '../person.ts';
import { registerHousehold } from '../register.ts';
import { registerPeopleView } from './register-people.view.tsx';
import { togetherShape, withTogether } from './together.ts';

export interface RegisterScreen {
  members: FilledPerson[];
  /** What holds for a whole family; without it each member is asked everything. */
  together: FilledPerson | undefined;
  home: FilledHome;
  municipalities: Municipality[];
  errors: FieldErrors;
  /** For each member who could be somebody known: who. */
  matches: ProbableMatch[][];
}

const member = z.strictObject({ ...personShape, role: field.optionalChoice(householdRoles), sameAs: field.optionalText(40), shown: shownIds() }).refine(hasName, nameRule);
const isBlank = (value: unknown): boolean => (typeof value === 'object' && value !== null ? Object.entries(value).every(([name, inner]) => name === 'role' || isBlank(inner)) : String(value ?? '').trim() === '');

/** A block that was opened and left empty is nobody; the first is always somebody. */
const members = z.preprocess(
  (value) => (Array.isArray(value) ? value.map((each, index) => (index > 0 && isBlank(each) ? null : each)) : [{}]),
  z.array(member.nullable()).min(1).max(15),
);

const input = z.preprocess(
  nested,
  z
    .strictObject({ members, together: togetherShape, ...homeShape, more: field.optionalText(3) })
    .transform(({ members: told, together, ...filled }) => ({ ...filled, members: told.map((each) => each && withTogether(each, together)) })),
);

export const registerPeoplePage = page({
  path: '/people/new',
  permission: 'people:register',
  event: unrecorded('an empty form'),
  input: z.strictObject({ name: field.optionalText(100), family: field.flag() }),
  load: async ({ read, input: { name, family: isFamily } }): Promise<RegisterScreen> => {
    const [given = '', ...rest] = (name ?? '').split(/\s+/);
    const values = { municipality: (await findOwnMunicipality(read))?.name ?? '' };
    if (isFamily) return screen(read, { members: [{ given }, ...noMembers(3)], values: { ...values, together: { family: rest.join(' ') } } });
    return screen(read, { members: [{ given, family: rest.join(' ') }], values });
  },
  view: registerPeopleView,
});

export const registerPeopleAct = act({
  path: '/people/new',
  permission: 'people:register',
  event: 'household-registered',
  input,
  act: async ({ input: filled, tx, today }): Promise<Outcome<{ householdId: string; personIds: string[] }>> => {
    if (filled.more) return refuse('one-more');
    if (filled.arrivedOn && filled.arrivedOn.until(today).sign < 0) return refuse('in-the-future', { field: 'arrivedOn' });
    const unborn = filled.members.findIndex((each) => each && !isBornBy(today, each.birth));
    if (unborn >= 0) return refuse('not-born', { field: `members.${unborn}.birth` });
    const matches = await findMatches(tx, filled.members);
    const undecided = filled.members.filter((each, index) => each && !isDecided(each, matches[index]!));
    if (undecided.length > 0) return refuse('probable-matches', { detail: { count: undecided.length }, status: 409 });
    const people = filled.members.flatMap((each) => (each ? [each] : []));
    const known = people.flatMap(({ sameAs }) => (sameAs && sameAs !== 'new' ? [sameAs] : []));
    if (new Set(known).size < known.length) return refuse('same-person-twice');
    if ((await findPersonSummaries(tx, known)).size < known.length) return refuse('match-gone');
    const roles = rolesOf(people.map(({ role }) => role));
    const household = await registerHousehold(tx, {
      arrivedOn: filled.arrivedOn ?? null,
      address: addressOf(filled),
      members: people.map((each, index): NewMember => {
        const role = roles[index]!;
        return each.sameAs && each.sameAs !== 'new' ? { role, personId: each.sameAs } : { role, person: personOf(each) };
      }),
    });
    const asked = filled.members.flatMap((each, index) => (each ? [{ each, matches: matches[index]! }] : []));
    await keepApart(tx, asked.flatMap(({ each, matches: shown }, index) => othersThan(household.personIds[index]!, each, shown)));
    return { householdId: household.id, personIds: household.personIds };
  },
  done: ({ householdId, personIds }, { locale, may }) => {
    const to = !may('people:read') ? '/people' : personIds.length === 1 ? `/people/${personIds[0]}` : `/households/${householdId}`;
    return seeOther(to, { kind: 'done', text: text(locale, 'register.done', { count: personIds.length }) });
  },
  again: async (context: AgainContext) => registerPeopleView(await againScreen(context), context),
  api: {
    summary: 'Register a household with its members; who is probably known already is refused until sameAs says who, or "new" with the ids of all who were shown',
    path: '/people',
    status: 201,
    output: z.object({ householdId: z.uuid(), personIds: z.array(z.uuid()) }),
  },
});

/** The first is the one to whom the others are what they are, unless another was said to be. */
function rolesOf(told: readonly (HouseholdRole | undefined)[]): HouseholdRole[] {
  const reference = Math.max(0, told.indexOf('reference'));
  return told.map((role, index) => (index === reference ? 'reference' : role === undefined || role === 'reference' ? 'other' : role));
}

/** `[i]` are those who could be member i. */
async function findMatches(read: Read, all: z.output<typeof members>): Promise<ProbableMatch[][]> {
  const people = all.map((each) => each && personOf(each));
  const found = await findProbableMatches(read, people.flatMap((each) => (each ? [each] : [])), { limit: 4 });
  let next = 0;
  return people.map((each) => (each ? found[next++]! : []));
}

async function againScreen({ read, values, errors, refusal, locale }: AgainContext): Promise<RegisterScreen> {
  const typed = nested(values) as Record<string, unknown>;
  const typedMembers = Array.isArray(typed['members']) ? typed['members'] : [{}];
  const shown = await screen(read, { members: refusal?.name === 'one-more' ? [...typedMembers, ...noMembers(typed['together'] ? 3 : 1)] : typedMembers, values: typed });
  const parsed = input.safeParse(values);
  const matches = parsed.success ? await findMatches(read, parsed.data.members) : [];
  return { ...shown, matches, errors: { ...inOwnWords(locale, errors), ...refusalErrors(locale, refusal) } };
}

function refusalErrors(locale: ViewContext['locale'], refusal: AgainContext['refusal']): FieldErrors {
  if (!refusal || refusal.name === 'one-more' || refusal.name === 'probable-matches') return {};
  const name = (['in-the-future', 'not-born', 'same-person-twice', 'match-gone'] as const).find((each) => each === refusal.name);
  return name ? { [refusal.field ?? '']: text(locale, `refusal.${name}`) } : {};
}

const noMembers = (count: number) => Array.from({ length: count }, () => ({}));

async function screen(read: Read, typed: { members: readonly unknown[]; values: Record<string, unknown> }): Promise<RegisterScreen> {
  const { together } = typed.values;
  return { members: typed.members.map(filledFrom), together: together === undefined ? undefined : filledFrom(together), home: filledHome(typed.values), municipalities: await findMunicipalitiesInUse(read), errors: {}, matches: [] };
}
