import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../../kernel/db/types.ts';
import type { WholeService } from '../../service.ts';
import { findWholeServices, insertWholeServices, updateWholeServices } from '../../whole-service.store.ts';
import { findOrganisationFacts, findOrganisationsByName, putOrganisationFacts } from '../documents.store.ts';
import { readService, type HsdsFacts, type OrganisationFacts } from '../hsds.ts';
import { settleRows, type Became, type ImportRow } from './service-import.store.ts';

interface Taken {
  row: ImportRow;
  facts: HsdsFacts;
  /** The service to change, when it is not a new one. */
  serviceId: string | null;
}

/** Takes over rows that are clear or decided, in the transaction given. A fixed number of queries, however many rows. */
export async function takeOver(tx: Transaction, importId: string, rows: readonly ImportRow[]): Promise<void> {
  const today = dayOf(tx.now);
  const left = rows.filter(({ decision }) => decision === 'leave');
  const unchanged = rows.filter(({ outcome, decision }) => outcome === 'unchanged' && decision !== 'leave');
  const taken: Taken[] = [];
  for (const row of rows) {
    const { facts } = left.includes(row) || unchanged.includes(row) ? {} : readService(row.document, today);
    if (facts) taken.push({ row, facts, serviceId: row.outcome === 'changed' || row.decision === 'update' ? row.serviceId : null });
  }
  await settleOrganisations(tx, taken);
  const known = new Map((await findWholeServices(tx, taken.flatMap(({ facts, serviceId }) => [facts.id, ...(serviceId ? [serviceId] : [])]))).map((service) => [service.id, service]));
  const settled: { line: number; became: Became; serviceId: string | null }[] = [...left.map(({ line }) => ({ line, became: 'left' as const, serviceId: null })), ...unchanged.map(({ line, serviceId }) => ({ line, became: 'unchanged' as const, serviceId }))];
  const added: WholeService[] = [];
  const changed: WholeService[] = [];
  for (const { row, facts, serviceId } of taken) {
    // Someone may have added it since the file was checked: then it is changed, not added again.
    const standing = known.get(serviceId ?? facts.id);
    const service = wholeOf(row, facts, today.toString(), standing);
    (standing ? changed : added).push(service);
    settled.push({ line: row.line, became: standing ? 'changed' : 'added', serviceId: service.id });
  }
  await insertWholeServices(tx, added);
  await updateWholeServices(tx, changed);
  for (const { id } of added) tx.record({ act: 'service-added', subjects: [{ type: 'service', id }, { type: 'service-import', id: importId }] });
  for (const { id } of changed) tx.record({ act: 'service-changed', subjects: [{ type: 'service', id }, { type: 'service-import', id: importId }] });
  await settleRows(tx, importId, settled);
}

/** Makes the organisations that are new and brings the others up to date; a row that is to use the one of its name gets that. */
async function settleOrganisations(tx: Transaction, taken: Taken[]): Promise<void> {
  const byName = await findOrganisationsByName(tx, taken.map(({ facts }) => facts.organisation.name));
  const fresh = new Map<string, OrganisationFacts>();
  const ids = await findOrganisationFacts(tx, taken.map(({ facts }) => facts.organisation.id));
  for (const each of taken) {
    const { organisation } = each.facts;
    const namesake = byName.get(organisation.name.toLowerCase());
    if (namesake && namesake.id !== organisation.id) each.facts = { ...each.facts, organisation: namesake };
    else if (organisation.name !== '' && !isDeepStrictEqual(ids.get(organisation.id), organisation)) {
      fresh.set(organisation.id, organisation);
      byName.set(organisation.name.toLowerCase(), organisation);
    } else if (organisation.name === '') each.facts = { ...each.facts, organisation: ids.get(organisation.id)! };
  }
  await putOrganisationFacts(tx, [...fresh.values()]);
  for (const { id } of fresh.values()) tx.record({ act: ids.has(id) ? 'organisation-changed' : 'organisation-added', subjects: [{ type: 'organisation', id }] });
}

function wholeOf({ document }: ImportRow, facts: HsdsFacts, day: string, standing: WholeService | undefined): WholeService {
  return {
    ...facts,
    id: standing?.id ?? facts.id,
    organisation: { id: facts.organisation.id, name: facts.organisation.name },
    version: standing?.version ?? 1,
    answers: standing?.answers ?? { counted: 0, within: null },
    address: null,
    located: [],
    kept: { document, day },
  };
}
