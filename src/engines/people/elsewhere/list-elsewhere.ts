import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { findTenants } from '../../../kernel/access/tenant.store.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { Services } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../kernel/http/refusal.ts';
import { act, page, type Route } from '../../../kernel/http/route.ts';
import { findPartners } from '../../../kernel/partners/agreement.store.ts';
import { sendToPartner } from '../../../kernel/partners/send.ts';
import { findPersonSummaries } from '../find-persons.store.ts';
import type { PersonSummary } from '../person.ts';
import { pairNumber } from './elsewhere.ts';
import { findElsewhere, findOneElsewhere, sayOfElsewhere, type Elsewhere, type ElsewhereState } from './elsewhere.store.ts';
import { listElsewhereView } from './list-elsewhere.view.tsx';
import { text } from './messages.ts';
import { duplicatesPurpose } from './share-duplicates.ts';

export interface ListedElsewhere extends Elsewhere {
  person: PersonSummary;
  /** How the other authority is reached, to speak about the pair by its number. */
  telephone: string | null;
}

export interface ElsewhereList {
  state: ElsewhereState;
  /** Whether comparing is agreed with anyone. */
  hasPartners: boolean;
  error?: string;
  pairs: ListedElsewhere[];
}

const states = ['open', 'same', 'different'] as const;
const shown = 200;

async function loadList(read: Read, { database }: Services, state: ElsewhereState): Promise<ElsewhereList> {
  const found = await findElsewhere(read, state, shown);
  const [persons, partners, tenants] = [await findPersonSummaries(read, found.map(({ personId }) => personId)), await findPartners(read, duplicatesPurpose), await findTenants(database)];
  const telephoneOf = (agreement: string) => tenants.find(({ id }) => id === partners.find(({ agreementId }) => agreementId === agreement)?.id)?.settings.telephone ?? null;
  return { state, hasPartners: partners.length > 0, pairs: found.flatMap((pair) => (persons.has(pair.personId) ? [{ ...pair, person: persons.get(pair.personId)!, telephone: telephoneOf(pair.agreementId) }] : [])) };
}

const listPage = page({
  path: '/people/elsewhere',
  permission: 'people:merge',
  event: 'elsewhere-read',
  input: z.strictObject({ state: field.optionalChoice(states) }),
  load: ({ read, input: { state = 'open' }, services }): Promise<ElsewhereList> => loadList(read, services, state),
  view: listElsewhereView,
  subjects: ({ pairs }) => pairs.map(({ personId }) => ({ type: 'person', id: personId })),
  api: {
    summary: 'Persons who are probably known with another authority too',
    output: z.object({ pairs: z.array(z.object({ id: z.uuid(), number: z.string(), partner: z.string(), personId: z.uuid(), kinds: z.int(), ownSays: z.string().nullable(), partnerSays: z.string().nullable(), version: z.int() })) }),
    present: ({ pairs }) => ({ pairs: pairs.map(({ id, partnerName, personId, kinds, ownSays, partnerSays, version }) => ({ id, number: pairNumber(id), partner: partnerName, personId, kinds, ownSays, partnerSays, version })) }),
  },
});

const sayAct = act({
  path: '/people/elsewhere/:id/say',
  permission: 'people:merge',
  event: 'elsewhere-said',
  input: z.strictObject({ id: field.id(), version: field.version(), says: field.choice(['same', 'different', 'undecided']) }),
  act: async ({ tx, input: { id, version, says } }) => {
    const pair = await findOneElsewhere(tx, id);
    if (!pair) return notFound;
    const saying = says === 'undecided' ? null : says;
    if (!(await sayOfElsewhere(tx, id, version, saying))) return changedMeanwhile();
    sendToPartner(tx, pair, { purpose: duplicatesPurpose, kind: 'say', detail: { pair: id, says: saying } });
    tx.record({ act: 'elsewhere-said', subjects: [{ type: 'person', id: pair.personId }], detail: { says, pair: id } });
    return { says };
  },
  done: ({ says }: { says: string }, { locale }) => seeOther('/people/elsewhere', { kind: 'done', text: text(locale, `said.${says as 'same'}`) }),
  again: async (context) => listElsewhereView({ ...(await loadList(context.read, context.services, 'open')), error: text(context.locale, 'said.meanwhile') }, context),
  api: { summary: 'Say whether a pair is the same person', output: z.object({ says: z.string() }) },
});

export const elsewhereRoutes: Route[] = [listPage, sayAct];
