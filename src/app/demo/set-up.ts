import { adopt, registerGuides, type Blueprint } from '../../engines/cases/index.ts';
import { addOrganisations, addServices, putMunicipalities } from '../../engines/directory/index.ts';
import { addPlaces } from '../../engines/questions/index.ts';
import { insertAccounts } from '../../kernel/access/account.store.ts';
import { insertTenant } from '../../kernel/access/tenant.store.ts';
import type { Tenant } from '../../kernel/access/tenant.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { KnownService } from './invent-referrals.ts';
import { area, neighbours, placesOfQuestions, town } from './place.ts';
import type { Staff } from './staff.ts';
import { services } from './words/services.ts';

export const authority: Omit<Tenant, 'id' | 'version'> = {
  name: town.name,
  nisCode: town.nis,
  kind: 'municipality',
  locale: 'nl',
  settings: { address: ['Sluisplein 1', `${town.postcode} ${town.name}`], telephone: '0470 00 00 99', email: 'onthaal@example.org' },
};

/** The services of the town, known by their ids before they are there. */
export function knownServices(): KnownService[] {
  const organisations = new Map(services.map(({ organisation }) => [organisation, newId()]));
  return services.map((service) => ({ ...service, id: newId(), organisationId: organisations.get(service.organisation)! }));
}

export interface KnownPlace {
  id: string;
  label: string;
  municipality: string;
}

/** Where questions are asked, likewise. */
export function knownPlaces(): KnownPlace[] {
  return placesOfQuestions.map((place) => ({ ...place, id: newId() }));
}

/** The authority, who works there, its social map and its practice: the first day. */
export async function setUp(tx: Transaction, { staff, places, blueprint }: { staff: Staff; places: readonly KnownPlace[]; blueprint: Blueprint }): Promise<void> {
  await insertTenant(tx, authority);
  tx.record({ act: 'authority-made', subjects: [{ type: 'tenant', id: tx.scope.tenantId }], detail: { kind: authority.kind } });
  await insertAccounts(tx, staff.accounts.map(({ id, name, email, roles }) => ({ id, name, email, locale: 'nl', roles })));
  for (const { id, roles } of staff.accounts) tx.record({ act: 'account-made', subjects: [{ type: 'account', id }], detail: { roles: [...roles] } });
  await putMunicipalities(tx, area);
  await addPlaces(tx, places);
  await adopt(tx, blueprint);
  await registerGuides(tx, staff.guides.map(({ id, languages }, place) => ({ id, languages: [...languages], municipalities: place % 4 === 3 ? [town.nis] : [] })));
}

/** The social map, as it was confirmed until `today`. */
export async function drawMap(tx: Transaction, known: readonly KnownService[], today: Temporal.PlainDate): Promise<void> {
  const organisations = new Map(known.map(({ organisation, organisationId }) => [organisation, organisationId]));
  await addOrganisations(tx, [...organisations].map(([name, id]) => ({ id, name, email: `${name.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '')}@example.org` })));
  await addServices(
    tx,
    known.map((service, place) => ({
      id: service.id,
      organisationId: service.organisationId,
      name: service.name,
      does: service.does,
      themes: [...service.themes],
      languages: [...service.languages],
      municipalities: place % 6 === 5 ? [town.nis] : place % 9 === 4 ? [town.nis, neighbours[0]!.nis] : [],
      phone: place % 3 === 0 ? `0470 00 00 ${String(10 + place)}` : null,
      email: service.mail ? `${service.mail}@example.org` : null,
      openingHours: service.hours ?? null,
      notAccepting: service.notAccepting ? { reason: service.notAccepting, since: today.subtract({ days: 11 + 7 * (place % 5) }) } : null,
      lastConfirmedOn: today.subtract({ months: service.confirmedMonthsAgo, days: place }),
    })),
  );
}
