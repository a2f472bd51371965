import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../../kernel/db/types.ts';
import { findWholeServices } from '../../whole-service.store.ts';
import { documentsOf, findOrganisationFacts, findOrganisationsByName } from '../documents.store.ts';
import { readService, type HsdsFacts } from '../hsds.ts';
import type { Json } from '../json.ts';
import { findNamesakes, saveChecked, type CheckedRow, type ImportRow } from './service-import.store.ts';

/** Says of each row what it would do to the map. A fixed number of queries, however many rows. */
export async function checkRows(tx: Transaction, importId: string, rows: readonly ImportRow[]): Promise<void> {
  const read = rows.map((row) => ({ row, ...readService(row.document, dayOf(tx.now)) }));
  const facts = read.flatMap(({ facts: each }) => (each ? [each] : []));
  const services = await findWholeServices(tx, facts.map(({ id }) => id));
  const documents = new Map((await documentsOf(tx, services)).map((document, index) => [services[index]!.id, document]));
  const known = {
    documents,
    organisations: await findOrganisationFacts(tx, facts.map(({ organisation }) => organisation.id)),
    byName: await findOrganisationsByName(tx, facts.map(({ organisation }) => organisation.name)),
    namesakes: await findNamesakes(tx, facts.map(({ name, organisation }) => ({ name, organisationId: organisation.id }))),
  };
  await saveChecked(tx, importId, read.map(({ row, facts: each, problems }) => ({ line: row.line, ...outcomeOf(row.document, each, problems, known) })));
}

interface Known {
  documents: Map<string, Json>;
  organisations: Awaited<ReturnType<typeof findOrganisationFacts>>;
  byName: Awaited<ReturnType<typeof findOrganisationsByName>>;
  namesakes: Map<string, string>;
}

function outcomeOf(document: Json, facts: HsdsFacts | undefined, problems: string[], known: Known): Omit<CheckedRow, 'line'> {
  const none = { organisationId: null, serviceId: null, changes: [], problems };
  if (!facts) return { ...none, outcome: 'bad' };
  const { id, organisation, name } = facts;
  const isNewOrganisation = !known.organisations.has(organisation.id);
  const of = { ...none, organisationId: organisation.id };
  if (isNewOrganisation && organisation.name === '') return { ...of, outcome: 'bad', problems: ['organisation-missing'] };
  const namesake = known.byName.get(organisation.name.toLowerCase());
  if (namesake && namesake.id !== organisation.id) return { ...of, outcome: 'organisation' };
  const standing = known.documents.get(id);
  if (standing) {
    const changes = [...new Set([...Object.keys(standing), ...Object.keys(document)])].filter((property) => !isDeepStrictEqual(standing[property], document[property]));
    return { ...of, serviceId: id, changes, outcome: changes.length > 0 ? 'changed' : 'unchanged' };
  }
  const alike = known.namesakes.get(`${name.toLowerCase()}/${organisation.id}`);
  return alike ? { ...of, serviceId: alike, outcome: 'alike' } : { ...of, outcome: 'new' };
}
