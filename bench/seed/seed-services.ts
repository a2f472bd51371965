import type pg from 'pg';
import { newId } from '../../src/kernel/id.ts';
import { themes } from '../../src/engines/directory/index.ts';
import { copyRows } from './copy-rows.ts';
import type { Random } from './random.ts';

const kinds = ['Woonwinkel', 'Praathuis', 'Taalpunt', 'Dokter', 'Tandarts', 'Speelbabbel', 'Rechtswinkel', 'Budgethulp', 'Fietspunt', 'Wijkhuis', 'Buurtwerk', 'Jobpunt'];
const does = ['Helpt een woning zoeken.', 'Huisarts voor iedereen.', 'Oefent Nederlands.', 'Leest brieven en facturen na.', 'Zoekt mee naar werk.', 'Ouders en kinderen spelen samen.', 'Geeft raad over verblijf.'];
const languages = ['nl', 'ar', 'uk', 'prs', 'ps', 'ti', 'so', 'en', 'fr', 'tr'];
const spans = [{ from: '09:00', until: '12:00' }, { from: '13:00', until: '17:00' }];

/** A social map of the size of a province: services of organisations, each with themes, languages, hours and a place. */
export async function seedServices(client: pg.Client, tenantId: string, municipalities: readonly string[], count: number, random: Random): Promise<void> {
  const organisations = Array.from({ length: Math.ceil(count / 5) }, (_, index) => ({ id: newId(), name: `Voorbeeldorganisatie ${index}` }));
  await copyRows(client, 'directory.organisation', 'tenant_id, id, name, made_at', organisations.map(({ id, name }) => [tenantId, id, name, '2026-01-01T00:00:00Z']));
  const services = Array.from({ length: count }, (_, index) => ({ id: newId(), name: `${random.one(kinds)} ${random.one(['Noord', 'Zuid', 'Oost', 'West', 'Centrum'])} ${index}`, nis: random.one(municipalities) }));
  const hours = (open: readonly number[]) => JSON.stringify({ weekly: open.flatMap((day) => spans.map((span) => ({ day, ...span }))), holidays: 'closed', exceptions: [] });
  await copyRows(
    client,
    'directory.service',
    'tenant_id, id, organisation_id, name, does, themes, municipalities, languages, hours, offer, located, not_accepting_reason, not_accepting_since, answers_counted, answers_within, last_confirmed_on, made_at',
    services.map(({ id, name, nis }) => {
      const isFull = random.next() < 0.15;
      const answers = random.below(8);
      return [
        tenantId, id, random.one(organisations).id, name, random.one(does), [...new Set([random.one(themes), random.one(themes)])], random.next() < 0.3 ? [] : [nis], ['nl', ...new Set([random.one(languages), random.one(languages)])].filter((code, at, all) => all.indexOf(code) === at),
        random.next() < 0.8 ? hours(random.next() < 0.5 ? [1, 2, 3, 4, 5] : [1, 3, 5, 6, 7]) : null, random.next() < 0.1 ? 'special' : 'ordinary', [nis], isFull ? 'full' : null, isFull ? '2026-06-01' : null, answers, answers >= 3 ? 1 + random.below(20) : null,
        `202${5 + random.below(2)}-0${1 + random.below(9)}-15`, '2026-01-01T00:00:00Z',
      ];
    }),
  );
  await copyRows(client, 'directory.place', 'tenant_id, service_id, id, position, street, postal_code, city, nis', services.map(({ id, nis }, index) => [tenantId, id, newId(), 0, `Kerkstraat ${index % 200}`, '9999', `Gemeente ${nis}`, nis]));
}
