import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMessageFaults } from '../../bin/messages/find-faults.ts';

describe('the check of messages', () => {
  let root: string;
  const put = async (files: Record<string, unknown>, source = `text(locale, 'a.one'); text(locale, \`b.\${kind}\`);`) => {
    const folder = join(root, 'src', 'engines', 'x', 'messages');
    await mkdir(folder, { recursive: true });
    for (const [file, value] of Object.entries(files)) await writeFile(join(folder, file), JSON.stringify(value));
    await writeFile(join(folder, '..', 'view.tsx'), source);
  };
  beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'wegwijs-messages-'))));
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('finds nothing where all is well', async () => {
    await put({ 'nl.json': { 'a.one': 'Dag {name}', 'b.x': 'X' }, 'en.json': { 'a.one': 'Hello {name}', 'b.x': 'X' } });
    expect(findMessageFaults(root)).toEqual([]);
  });
  it('finds a message that is missing in English', async () => {
    await put({ 'nl.json': { 'a.one': 'Dag' }, 'en.json': {} });
    expect(findMessageFaults(root)).toEqual([expect.objectContaining({ why: '"a.one" is missing.' })]);
  });
  it('finds a message that is used nowhere', async () => {
    await put({ 'nl.json': { 'a.one': 'Dag', 'c.two': 'Weg' }, 'en.json': { 'a.one': 'Hello', 'c.two': 'Gone' } });
    expect(findMessageFaults(root)).toEqual([expect.objectContaining({ why: '"c.two" is used nowhere.' })]);
  });
  it('finds a translation with another place', async () => {
    await put({ 'nl.json': { 'a.one': 'Dag {name}' }, 'en.json': { 'a.one': 'Hello {nam}' } });
    expect(findMessageFaults(root)).toEqual([expect.objectContaining({ why: expect.stringContaining('other places') })]);
  });
  it('finds a message that Dutch does not have', async () => {
    await put({ 'nl.json': { 'a.one': 'Dag' }, 'en.json': { 'a.one': 'Hello', 'a.two': 'More' } });
    expect(findMessageFaults(root)).toEqual([expect.objectContaining({ why: '"a.two" is not in the Dutch source.' })]);
  });
});
