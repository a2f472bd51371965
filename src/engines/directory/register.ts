import { dayOf } from '../../kernel/clock/clock.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import { insertOrganisations, type OrganisationFacts } from './organisation.store.ts';
import { insertServices, type NewServiceFacts } from './service.store.ts';

/** A service to put on the map: only its organisation, its name, what it does and its themes must be there. */
export type NewService = Pick<NewServiceFacts, 'organisationId' | 'name' | 'does' | 'themes'> &
  // The id is made when left out, and the day of confirmation is today.
  Partial<Omit<NewServiceFacts, 'organisationId' | 'name' | 'does' | 'themes'>>;

export type NewOrganisation = Pick<OrganisationFacts, 'name'> & Partial<Omit<OrganisationFacts, 'name'>> & { id?: string };

/** Adds organisations, with an event each; ids in the order given. Throws when one of that name is there already. */
export async function addOrganisations(tx: Transaction, organisations: readonly NewOrganisation[]): Promise<string[]> {
  const rows = organisations.map((organisation) => ({ phone: null, email: null, website: null, ...organisation, id: organisation.id ?? newId() }));
  await insertOrganisations(tx, rows);
  for (const { id } of rows) tx.record({ act: 'organisation-added', subjects: [{ type: 'organisation', id }] });
  return rows.map(({ id }) => id);
}

/** Adds services, with an event each; ids in the order given. */
export async function addServices(tx: Transaction, services: readonly NewService[]): Promise<string[]> {
  const rows = services.map((service) => ({ ...unknown, lastConfirmedOn: dayOf(tx.now), ...service, id: service.id ?? newId() }));
  await insertServices(tx, rows);
  for (const { id, organisationId } of rows) tx.record({ act: 'service-added', subjects: [{ type: 'service', id }, { type: 'organisation', id: organisationId }] });
  return rows.map(({ id }) => id);
}

const unknown = { municipalities: [], languages: [], address: null, phone: null, email: null, website: null, openingHours: null, notAccepting: null };
