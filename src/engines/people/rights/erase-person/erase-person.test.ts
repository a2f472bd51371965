import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrationSources } from '../../../../app/assemble.ts';
import { restoreBackup } from '../../../../kernel/backup/restore-backup.ts';
import { writeBackup } from '../../../../kernel/backup/write-backup.ts';
import { Database } from '../../../../kernel/db/database.ts';
import { createDatabase, dropDatabase } from '../../../../kernel/db/embedded/embedded.ts';
import { newId } from '../../../../kernel/id.ts';
import { sendMail } from '../../../../kernel/messages/message.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import type { Client } from '../../../../../tests/client.ts';
import { registerHousehold, replayErasures } from '../../index.ts';
import { aFamily, aPerson } from '../../testing.ts';
import { erasedFile, readErased } from './erased-file.ts';

const traces = ['Wisselbloem', 'ويسلبلوم', '+32470000055', 'wissel@example.org', 'Wissellaan'];

let world: World;
let coordinator: Client;
let superuser: pg.Client;
let folder: string;
const made: string[] = [];
beforeAll(async () => {
  world = await createWorld();
  coordinator = await world.signIn('coordinator');
  superuser = new pg.Client({ ...inject('superuser'), database: world.connection.database });
  await superuser.connect();
  folder = await mkdtemp(join(tmpdir(), 'wegwijs-erased-'));
});
afterAll(async () => {
  await superuser.end();
  for (const name of made) await dropDatabase(inject('superuser'), name);
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

/** Every column of every table, whoever may see it: where a trace is left. */
async function tracesIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select quote_ident(nspname) || '.' || quote_ident(relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema')`);
  const left = await Promise.all(rows.map(async ({ name }) => {
    const found = await client.query<{ n: number }>(`select count(*)::int as n from ${name} as t where exists (select from unnest($1::text[]) as trace where strpos(t::text, trace) > 0)`, [traces]);
    return found.rows[0]!.n > 0 ? [name] : [];
  }));
  return left.flat();
}

async function aFamilyToErase(): Promise<{ id: string; personId: string }> {
  const person = aPerson('Zara Wisselbloem').speaking('ar').reachedAt('+32470000055').withName({ script: 'Arab', kind: 'script', full: 'زارا ويسلبلوم' });
  const household = aFamily(person).arrivedOn('2026-01-05').livingIn('Halle').asHousehold;
  const { id, personIds } = await world.write((tx) => registerHousehold(tx, { ...household, address: { ...household.address!, street: 'Wissellaan' } }));
  const personId = personIds[0]!;
  const mate = await world.signIn('social-worker');
  expect((await mate.post(`/people/${personId}/consents`, { recipient: 'Woonclub', purpose: 'buddy', basis: 'consent', way: 'spoken', from: '2026-03-01' })).status).toBe(303);
  await world.write((tx) => sendMail(tx, { to: 'wissel@example.org', subject: 'Je afspraak', text: 'Dag Zara Wisselbloem', purpose: 'appointment', subjectOf: { type: 'person', id: personId } }));
  await world.runJobs();
  return { id, personId };
}

describe('erasing a person', () => {
  it('shows first what disappears, and asks who wants it', async () => {
    const { personId } = await aFamilyToErase();
    const page = await coordinator.get(`/people/${personId}/erase`);
    expect(page.body).toContain('het huishouden, want niemand anders woonde er ooit');
    expect((await coordinator.post(`/people/${personId}/erase`)).status).toBe(422);
    expect((await coordinator.get(`/people/${personId}`)).status).toBe(200);
    for (const role of ['guide', 'front-desk', 'social-worker', 'administrator'] as const) expect((await (await world.signIn(role)).get(`/people/${personId}/erase`)).status, role).toBe(403);
  });

  it('is held by a ground, until that is lifted', async () => {
    const { personId } = await aFamilyToErase();
    await coordinator.post(`/people/${personId}/holds`, { holdGround: 'court-case', holdSource: 'Rolnummer 12' });
    const held = await coordinator.post(`/people/${personId}/erase`, { askedBy: 'person' });
    expect(held.body).toContain('iets houdt het wissen tegen');
    const hold = /holds\/([0-9a-f-]{36})\/lift/.exec(held.body)![1];
    expect((await coordinator.post(`/people/${newId()}/holds/${hold}/lift`)).status).toBe(404);
    await coordinator.post(`/people/${personId}/holds/${hold}/lift`);
    expect((await coordinator.post(`/people/${personId}/erase`, { askedBy: 'person' })).location).toBe('/people');
  });

  it('is refused only on a ground and with its source, which stay to be read', async () => {
    const { personId } = await aFamilyToErase();
    const without = await coordinator.post(`/people/${personId}/refuse-erasure`, { requestedBy: 'person', refusalGround: 'legal-duty' });
    expect(without.status).toBe(422);
    await coordinator.post(`/people/${personId}/refuse-erasure`, { requestedBy: 'person', refusalGround: 'legal-duty', refusalSource: 'Archiefdecreet' });
    expect((await coordinator.get(`/people/${personId}/erase`)).body).toContain('Geweigerd: een wettelijke plicht om te bewaren (Archiefdecreet).');
    await coordinator.post(`/people/${personId}/erase`, { askedBy: 'representative' });
  });

  it('leaves no name, telephone, mail address or street in any table', async () => {
    const rest = await superuser.query<{ id: string }>(`select id from people.person where full_name = 'Zara Wisselbloem'`);
    for (const { id } of rest.rows) await coordinator.post(`/people/${id}/erase`, { askedBy: 'person' });
    const { personId } = await aFamilyToErase();
    expect(await tracesIn(superuser)).toEqual(expect.arrayContaining(['people.person', 'people.contact_way', 'people.address', 'kernel.message']));
    await coordinator.post(`/people/${personId}/erase`, { askedBy: 'person' });
    expect(await tracesIn(superuser)).toEqual([]);
    expect((await coordinator.get(`/people/${personId}`)).status).toBe(404);
    expect((await coordinator.get('/search?q=Wisselbloem')).body).not.toContain(personId);
  });

  it('survives a restore: who was erased after the backup is erased again before anyone is served', async () => {
    const { personId, id } = await aFamilyToErase();
    const staying = (await world.write((tx) => registerHousehold(tx, aFamily('Blijf Blijverman').asHousehold))).personIds[0]!;
    const path = join(folder, 'before.wegwijs');
    const owner = (database: string) => ({ ...world.connection, user: 'wegwijs_owner', database });
    await writeBackup(path, { owner: owner(world.connection.database), folders: {}, version: '0.1.0', madeAt: '2026-03-03' });
    await coordinator.post(`/people/${personId}/erase`, { askedBy: 'person' });
    const name = `restored_${newId().replaceAll('-', '')}`;
    await createDatabase(inject('superuser'), name, { template: inject('template') });
    made.push(name);
    await restoreBackup(path, { owner: owner(name), appRole: 'wegwijs_app', sources: migrationSources(), folders: { files: join(folder, 'files') } });
    const restored = new pg.Client({ ...inject('superuser'), database: name });
    await restored.connect();
    const database = new Database({ ...world.connection, database: name }, world.clock);
    try {
      expect(await tracesIn(restored), 'the backup brought them back').toContain('people.person');
      const { holdings, dataFolder } = world.services;
      expect(await replayErasures({ database, holdings, dataFolder })).toBe(1);
      expect(await tracesIn(restored)).toEqual([]);
      const left = await restored.query('select id from people.person where id = any ($1) union select id from people.household where id = $2', [[personId, staying], id]);
      expect(left.rows).toEqual([{ id: staying }]);
      expect(await replayErasures({ database, holdings, dataFolder }), 'a second start').toBe(0);
    } finally {
      await database.close();
      await restored.end();
    }
  });

  it('stands in the file outside the database even when the process died between the two', async () => {
    const { personId } = await aFamilyToErase();
    const { dataFolder } = world.services;
    await coordinator.post(`/people/${personId}/erase`, { askedBy: 'person' });
    await world.sweep();
    await rm(erasedFile(dataFolder));
    await world.sweep();
    expect(readErased(dataFolder), 'what is written is not written twice').toEqual([]);
    await world.write((tx) => sql`update people.erasure set written_at = null where person_id = ${personId}`.execute(tx.on<never>()));
    await world.sweep();
    expect(readErased(dataFolder).map((line) => line.personId)).toEqual([personId]);
    await appendFile(erasedFile(dataFolder), '{"tenantId":"01');
    expect(readErased(dataFolder), 'a line that a power cut left half written').toHaveLength(1);
  });
});
