import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import { spokenLanguages } from '../../../../kernel/i18n/spoken-languages.ts';
import { findPersonSummaries } from '../../find-persons.store.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { text } from '../messages.ts';
import { addTieView, showNetworkView } from './show-network.view.tsx';
import { closenesses, endTie, findContinuity, findTies, insertTie, livings, rhythms, sectors, type Continuity, type Tie } from './tie.store.ts';

export interface Network {
  person: Person;
  ties: Tie[];
  /** Of those who stand in the register. */
  names: Map<string, string>;
  continuity: Continuity;
}

async function loadNetwork(read: Read, id: string): Promise<Network | undefined> {
  const person = await findPerson(read, id);
  if (!person) return undefined;
  const ties = await findTies(read, id);
  const others = await findPersonSummaries(read, ties.flatMap(({ otherId }) => (otherId ? [otherId] : [])));
  return { person, ties, names: new Map([...others].map(([other, { name }]) => [other, name.full])), continuity: await findContinuity(read, id) };
}

const tieJson = z.object({ id: z.uuid(), otherId: z.uuid().nullable(), name: z.string().nullable(), sector: z.enum(sectors), relation: z.string(), closeness: z.enum(closenesses), isSupport: z.boolean(), since: z.iso.date().nullable(), until: z.iso.date().nullable() });

export const showNetworkPage = page({
  path: '/people/:id/network',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<Network>> => (await loadNetwork(read, id)) ?? notFound,
  view: (network, context) => showNetworkView(network, context),
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: {
    summary: 'The people around someone, and how often the person moved or changed carer',
    output: z.object({ moves: z.int(), carerChanges: z.int(), ties: z.array(tieJson) }),
    present: ({ ties, continuity }) => ({
      ...continuity,
      ties: ties.map(({ id, otherId, name, sector, relation, closeness, isSupport, since, until }) => ({ id, otherId, name, sector, relation, closeness, isSupport, since: since?.toString() ?? null, until: until?.toString() ?? null })),
    }),
  },
});

export interface TieForm {
  person: Person;
  values: FormValues;
  errors: FieldErrors;
}

export const addTiePage = page({
  path: '/people/:id/network/new',
  permission: 'people:change',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<TieForm>> => {
    const person = await findPerson(read, id);
    return person && !person.isMasked ? { person, values: {}, errors: {} } : notFound;
  },
  view: addTieView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

export const addTieAct = act({
  path: '/people/:id/network',
  permission: 'people:change',
  event: 'tie-added',
  input: z.strictObject({
    id: field.id(),
    otherPerson: field.optionalId(),
    name: field.optionalText(120),
    sector: field.choice(sectors),
    relation: field.text(80),
    closeness: field.choice(closenesses),
    support: field.flag(),
    lives: field.optionalChoice(livings),
    every: field.optionalChoice(rhythms),
    language: field.optionalChoice(spokenLanguages),
    contact: field.optionalText(120),
    since: field.optionalDay(),
  }),
  act: async ({ tx, input: { id, otherPerson, name, support, language, ...tie } }): Promise<Outcome<{ id: string; tieId: string }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    if (otherPerson && (otherPerson === id || !(await findPerson(tx, otherPerson)))) return notFound;
    if (!otherPerson && !name) return refuse('name-missing', { field: 'name' });
    const { sector, relation, closeness, lives = null, every = null, contact = null, since = null } = tie;
    const tieId = await insertTie(tx, { personId: id, otherId: otherPerson ?? null, name: otherPerson ? null : name!, isSupport: support, language: language ?? null, sector, relation, closeness, lives, every, contact, since });
    tx.record({ act: 'tie-added', subjects: [{ type: 'person', id }], detail: { sector, support } });
    return { id, tieId };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/network`, { kind: 'done', text: text(locale, 'network.added') }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal } = context;
    const person = await findPerson(read, params['id']!);
    if (!person || person.isMasked) return notFound;
    const beside: FieldErrors = refusal?.name === 'name-missing' ? { name: text(context.locale, 'refusal.name-missing') } : {};
    return addTieView({ person, values, errors: { ...errors, ...beside } }, context);
  },
  api: { summary: 'Add someone to the network of a person', output: z.object({ id: z.uuid(), tieId: z.uuid() }), status: 201 },
});

export const endTieAct = act({
  path: '/people/:id/network/:tie/end',
  permission: 'people:change',
  event: 'tie-ended',
  input: z.strictObject({ id: field.id(), tie: field.id() }),
  act: async ({ tx, input: { id, tie }, today }): Promise<Outcome<{ id: string }>> => {
    if (!(await findPerson(tx, id)) || !(await endTie(tx, { id: tie, personId: id, on: today }))) return notFound;
    tx.record({ act: 'tie-ended', subjects: [{ type: 'person', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/network`, { kind: 'done', text: text(locale, 'network.ended') }),
  again: async (context) => {
    const network = await loadNetwork(context.read, context.params['id']!);
    return network ? showNetworkView(network, context) : notFound;
  },
});
