import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBreaches } from '../../bin/walls/find-breaches.ts';

const list = [
  { name: 'people', uses: [], reads: [] },
  { name: 'questions', uses: ['people'], reads: [] },
];

/** A small house in which nothing is wrong. */
const sound: Record<string, string> = {
  'src/kernel/id.ts': `export const id = 1;`,
  'src/app/main.ts': `import { people } from '../engines/people/index.ts';\nexport const main = people;`,
  'src/engines/people/index.ts': `export { people } from './people.store.ts';`,
  'src/engines/people/people.store.ts': `export const people = 'select * from people.person';`,
  'src/engines/people/part.ts': `export const part = 1;`,
  'src/engines/questions/index.ts': `import { people } from '../people/index.ts';\nexport const questions = people;`,
  'src/practices/welcome/blueprint.ts': `import { part } from '../../engines/people/part.ts';\nexport const blueprint = { part };`,
};

const planted: [name: string, file: string, source: string, wall: string][] = [
  ['a cycle', 'src/kernel/id.ts', `import { other } from './other.ts';\nexport const id = other;`, 'no-cycle'],
  ['an import that leads nowhere', 'src/kernel/id.ts', `import { gone } from './gone.ts';\nexport const id = gone;`, 'no-unresolved-import'],
  ['a kernel that knows an engine', 'src/kernel/id.ts', `import { people } from '../engines/people/index.ts';\nexport const id = people;`, 'kernel-knows-nobody'],
  ['a kernel that knows an engine by a type alone', 'src/kernel/id.ts', `import type { people } from '../engines/people/index.ts';\nexport type Id = typeof people;`, 'kernel-knows-nobody'],
  ['an engine that knows a practice', 'src/engines/people/index.ts', `import { blueprint } from '../../practices/welcome/blueprint.ts';\nexport const people = blueprint;`, 'engines-know-no-practice'],
  ['an engine that looks behind a door', 'src/engines/questions/index.ts', `import { people } from '../people/people.store.ts';\nexport const questions = people;`, 'questions-through-doors'],
  ['an engine that uses one above it', 'src/engines/people/index.ts', `import { questions } from '../questions/index.ts';\nexport const people = questions;`, 'people-through-doors'],
  ['an app that looks behind a door', 'src/app/main.ts', `import { people } from '../engines/people/people.store.ts';\nexport const main = people;`, 'app-through-doors'],
  ['a practice that uses an engine’s door', 'src/practices/welcome/blueprint.ts', `import { people } from '../../engines/people/index.ts';\nexport const blueprint = { people };`, 'practices-are-data'],
  ['a practice with a function', 'src/practices/welcome/blueprint.ts', `export const blueprint = { when: () => true };`, 'practices-are-data'],
  ['SQL outside a store', 'src/engines/people/find.ts', 'export const find = (sql: any) => sql`select 1`;', 'database-only-in-stores'],
  ['a query into another engine’s schema', 'src/engines/questions/questions.store.ts', `export const q = 'select * from people.person';`, 'no-query-into-others'],
  ['a migration into another engine’s schema', 'src/engines/questions/migrations/0001-x.sql', `create view questions.x as select * from people.person;`, 'no-query-into-others'],
  ['a folder that is not in the list', 'src/engines/cases/index.ts', `export const cases = 1;`, 'list-and-folders-agree'],
];

describe('the walls between files', () => {
  let root: string;
  const write = async (file: string, source: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), source);
  };
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'wegwijs-walls-'));
    for (const [file, source] of Object.entries(sound)) await write(file, source);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('finds nothing in a sound house', async () => {
    expect(await findBreaches(root, list)).toEqual([]);
  });

  for (const [name, file, source, wall] of planted) {
    it(`fails on ${name}`, async () => {
      await write('src/kernel/other.ts', `import { id } from './id.ts';\nexport const other = id;`);
      await write(file, source);
      const walls = (await findBreaches(root, list)).map((breach) => breach.wall);
      expect(walls).toContain(wall);
    });
  }

  it('fails when an engine uses what stands after it in the list', async () => {
    const upside = [{ name: 'people', uses: ['questions'], reads: [] }, { name: 'questions', uses: [], reads: [] }];
    const walls = (await findBreaches(root, upside)).map((breach) => breach.wall);
    expect(walls).toContain('always-downwards');
  });

  it('lets an engine read a view that another publishes, when the list says so', async () => {
    await write('src/engines/questions/questions.store.ts', `export const q = 'select * from people.published_person';`);
    const reading = [list[0]!, { name: 'questions', uses: ['people'], reads: ['people'] }];
    expect(await findBreaches(root, reading)).toEqual([]);
  });
});
