import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrationSources } from '../../src/app/assemble.ts';
import { findLog } from '../../src/kernel/audit/timeline.ts';
import { restoreBackup } from '../../src/kernel/backup/restore-backup.ts';
import { writeBackup } from '../../src/kernel/backup/write-backup.ts';
import { systemClock } from '../../src/kernel/clock/clock.ts';
import { Database } from '../../src/kernel/db/database.ts';
import { createDatabase, dropDatabase } from '../../src/kernel/db/embedded/embedded.ts';
import { newId } from '../../src/kernel/id.ts';
import { createWorld, type World } from '../world.ts';

describe('a backup', () => {
  let world: World;
  let folder: string;
  let path: string;
  const made: string[] = [];
  const owner = (database: string) => ({ ...world.connection, user: 'wegwijs_owner', database });
  const emptyInstallation = async () => {
    const name = `restored_${newId().replaceAll('-', '')}`;
    await createDatabase(inject('superuser'), name, { template: inject('template') });
    made.push(name);
    return name;
  };
  const restore = async (file: string, database: string) => {
    const target = await mkdtemp(join(folder, 'target-'));
    await restoreBackup(file, { owner: owner(database), appRole: 'wegwijs_app', sources: migrationSources(), folders: { files: join(target, 'files') } });
    return target;
  };

  beforeAll(async () => {
    world = await createWorld();
    folder = await mkdtemp(join(tmpdir(), 'wegwijs-backup-'));
    path = join(folder, 'all.wegwijs');
    await world.anotherTenant();
    await world.signIn('guide', { name: 'Tab\tvraag \\ "naam"\nمحمد' });
    for (let index = 0; index < 30; index++) await world.write(async (tx) => tx.record({ act: 'person-read', subjects: [{ type: 'person', id: newId() }], detail: { index } }));
    await mkdir(join(folder, 'files', 'deep'), { recursive: true });
    await writeFile(join(folder, 'files', 'deep', 'list.csv'), 'naam;taal\n');
    await writeBackup(path, { owner: owner(world.connection.database), folders: { files: join(folder, 'files') }, version: '0.1.0', madeAt: '2026-03-03' });
  });
  afterAll(async () => {
    for (const name of made) await dropDatabase(inject('superuser'), name);
    await rm(folder, { recursive: true, force: true });
    await world.close();
  });

  it('comes back whole, rows, log and files, with the policies closed again', async () => {
    const name = await emptyInstallation();
    const target = await restore(path, name);
    const database = new Database({ ...world.connection, database: name }, systemClock);
    try {
      const log = await database.read(world.scope(), (read) => findLog(read, { act: 'person-read' }));
      expect(log).toEqual(await world.read((read) => findLog(read, { act: 'person-read' })));
      const names = await database.read(world.scope(), async (read) => (await sql<{ name: string }>`select name from kernel.account`.execute(read.on<never>())).rows);
      expect(names).toEqual([{ name: 'Tab\tvraag \\ "naam"\nمحمد' }]);
      expect(await readFile(join(target, 'files', 'deep', 'list.csv'), 'utf8')).toBe('naam;taal\n');
      const bare = await database.pool.query('select * from kernel.account');
      expect(bare.rowCount).toBe(0);
    } finally {
      await database.close();
    }
  });

  it('is refused by an installation that holds an authority', async () => {
    await expect(restore(path, world.connection.database)).rejects.toThrow(/already holds an authority/);
  });

  it('restores nothing when it was cut off', async () => {
    const cut = join(folder, 'cut.wegwijs');
    const bytes = await readFile(path);
    await writeFile(cut, bytes.subarray(0, bytes.length - 200));
    const name = await emptyInstallation();
    await expect(restore(cut, name)).rejects.toThrow(/cut off/);
    const database = new Database({ ...world.connection, database: name }, systemClock);
    const tenants = await database.pool.query('select * from kernel.tenant');
    await database.close();
    expect(tenants.rowCount).toBe(0);
  });

  it('says so when the file is something else', async () => {
    const other = join(folder, 'letter.txt');
    await writeFile(other, 'Dag');
    await expect(restore(other, await emptyInstallation())).rejects.toThrow(/no backup of Wegwijs/);
    await expect(restore(join(folder, 'gone.wegwijs'), await emptyInstallation())).rejects.toThrow(/There is no file/);
  });
});
