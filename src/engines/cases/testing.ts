import pg from 'pg';
import type { Client } from '../../../tests/client.ts';
import type { World } from '../../../tests/world.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { registerHouseholds } from '../people/index.ts';
import { aFamily, type FamilyBuilder } from '../people/testing.ts';
import { findCasesOf } from './case.store.ts';
import { findTalkAhead } from './appointment.store.ts';
import { saveWorker } from './worker.store.ts';

/** A family that arrived on 1 February 2026 in Voorbeeldgem and speaks Arabic; whatever is given differs. */
export function anArrival(name = 'Amira Haddad'): FamilyBuilder {
  return aFamily(name).arrivedOn('2026-02-01').livingIn('Voorbeeldgem', '34022').speaking('ar');
}

export interface Welcomed {
  caseId: string;
  householdId: string;
  personIds: string[];
}

/** Registers families and lets their cases open by themselves; in the order given. */
export async function welcomed(world: World, ...families: FamilyBuilder[]): Promise<Welcomed[]> {
  const registered = await world.write((tx) => registerHouseholds(tx, families.map(({ asHousehold }) => asHousehold)));
  await world.sweep();
  const cases = await world.read((read) => Promise.all(registered.map(({ id }) => findCasesOf(read, id))));
  return registered.map(({ id, personIds }, index) => ({ caseId: cases[index]![0]!.id, householdId: id, personIds }));
}

export type Guide = Awaited<ReturnType<World['signIn']>>;

/** A guide with an account and a profile. */
export async function aGuide(world: World, name: string, languages: string[], municipalities: string[] = []): Promise<Guide> {
  const guide = await world.signIn('guide', { name });
  await world.write((tx) => withProfile(tx, guide.accountId, languages, municipalities));
  return guide;
}

export async function withProfile(tx: Transaction, accountId: string, languages: string[], municipalities: string[] = []): Promise<void> {
  await saveWorker(tx, { id: accountId, version: 0, languages, municipalities, isActive: true });
}

export interface PlanFields {
  guide: string;
  day?: string;
  time?: string;
  minutes?: number;
  placeKind?: string;
  place?: string;
}

/** Plans (or moves) a talk as a coordinator does, over HTTP. On 10 March 2026 at 14:00, an hour at the desk, unless told otherwise. */
export async function plan(world: World, client: Client, caseId: string, fields: PlanFields) {
  const ahead = await world.read((read) => findTalkAhead(read, caseId));
  return client.post(`/cases/${caseId}/plan`, { day: '2026-03-10', time: '14:00', minutes: 60, placeKind: 'desk', place: 'Markt 1, zaal 2', version: ahead?.version, ...fields });
}


/** What is on the page as a reader sees it, without the marks of HTML. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&apos;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

/** Where the codes of the letters on this page lead, as paths. */
export function linksIn(html: string, url: string): string[] {
  return [...html.matchAll(/<a href="([^"]*\/i\/[^"]*)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&').replace(url, ''));
}

/** Whether any row of any table that this authority can see holds these words. */
export async function databaseHolds(world: World, words: string): Promise<boolean> {
  const client = new pg.Client(world.connection);
  await client.connect();
  try {
    await client.query(`select set_config('wegwijs.tenant', $1, false)`, [world.tenantId]);
    const { rows } = await client.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'migrations') and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`);
    const looks = rows.map(({ name }) => `select 1 from ${name} as t where t::text like '%' || $1 || '%'`);
    const found = await client.query(`${looks.join(' union all ')} limit 1`, [words]);
    return found.rows.length > 0;
  } finally {
    await client.end();
  }
}
