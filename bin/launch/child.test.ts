import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = await mkdtemp(path.join(tmpdir(), 'wegwijs-launch-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const launcher = path.join(folder, 'launcher.mjs');
const program = path.join(folder, 'program.mjs');
await writeFile(
  launcher,
  `import { runInForeground } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'child.mjs')).href)};
   process.exitCode = await runInForeground(process.execPath, ${JSON.stringify([program])});`,
);
await writeFile(
  program,
  `process.on('SIGTERM', () => { console.log('stopping'); setTimeout(() => { console.log('stopped'); process.exit(7); }, 50); });
   setInterval(() => {}, 1000);
   console.log('up');`,
);

interface Launched {
  process: ChildProcess;
  /** What the program printed, once it and the launcher are gone. */
  rest: Promise<string>;
}

async function launchAndWait(): Promise<Launched> {
  const launched = spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_lifecycle_event: undefined } });
  let printed = '';
  const isUp = Promise.withResolvers<void>();
  launched.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.includes('up')) isUp.resolve();
  });
  const rest = once(launched.stdout, 'close').then(() => printed);
  await isUp.promise;
  return { process: launched, rest };
}

test('a request to stop reaches the program, and the launcher ends with its code after it', async () => {
  const launched = await launchAndWait();
  launched.process.kill('SIGTERM');
  const [code] = (await once(launched.process, 'exit')) as [number];
  expect(code).toBe(7);
  expect(await launched.rest).toBe('up\nstopping\nstopped\n');
});

test('when the launcher is killed the program stops by itself', async () => {
  const launched = await launchAndWait();
  launched.process.kill('SIGKILL');
  expect(await launched.rest).toBe('up\nstopping\nstopped\n');
});
