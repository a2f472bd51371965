import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export interface MessageFault {
  where: string;
  why: string;
}

type Message = string | Record<string, string>;
type Catalogue = Record<string, Message>;

/** What was read already, during one check. */
const sources = new Map<string, string>();

/** Missing, unused and unequal messages in every folder named messages under src. */
export function findMessageFaults(root: string): MessageFault[] {
  sources.clear();
  return messageFolders(join(root, 'src')).flatMap((folder) => faultsOf(root, folder));
}

function messageFolders(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'messages')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((found) => readdirSync(found).some((file) => file.endsWith('.json')));
}

function faultsOf(root: string, folder: string): MessageFault[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const sets = new Map<string, Map<string, Catalogue>>();
  for (const file of files) {
    const [, set = '', locale = ''] = /^(?:(.+)\.)?([a-z]{2})\.json$/.exec(file) ?? [];
    const languages = sets.get(set) ?? new Map<string, Catalogue>();
    languages.set(locale, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Catalogue);
    sets.set(set, languages);
  }
  const where = relative(root, folder);
  const source = usedText(root, dirname(folder), folder);
  return [...sets].flatMap(([set, languages]) => {
    // A set for newcomers may add languages to the Dutch of the plain set.
    const dutch = languages.get('nl') ?? sets.get('')?.get('nl');
    if (!dutch) return [{ where: `${where}/${set}`, why: 'There is no Dutch, which is the source.' }];
    const isAddition = !languages.has('nl');
    return [...compare(`${where}/${set}`, dutch, languages, isAddition), ...(isAddition ? [] : unused(`${where}/${set || 'nl.json'}`, dutch, source))];
  });
}

function compare(where: string, dutch: Catalogue, languages: Map<string, Catalogue>, isAddition: boolean): MessageFault[] {
  const faults: MessageFault[] = [];
  for (const [locale, catalogue] of languages) {
    for (const key of Object.keys(catalogue)) {
      const source = dutch[key];
      if (source === undefined) faults.push({ where: `${where} ${locale}`, why: `"${key}" is not in the Dutch source.` });
      else if (String(places(source)) !== String(places(catalogue[key]!))) faults.push({ where: `${where} ${locale}`, why: `"${key}" has other places than the Dutch: {${places(catalogue[key]!).join('} {')}}.` });
      if (typeof catalogue[key] === 'object' && !('other' in catalogue[key])) faults.push({ where: `${where} ${locale}`, why: `"${key}" lacks the plural form "other".` });
    }
    if (isAddition) continue;
    for (const key of Object.keys(dutch)) if (!(key in catalogue)) faults.push({ where: `${where} ${locale}`, why: `"${key}" is missing.` });
  }
  const keysOf = [...languages.values()].map((catalogue) => Object.keys(catalogue).sort().join());
  if (isAddition && new Set(keysOf).size > 1) faults.push({ where, why: 'The languages for newcomers do not have the same messages.' });
  return faults;
}

function places(message: Message): string[] {
  const all = typeof message === 'string' ? [message] : Object.values(message);
  return [...new Set(all.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)))].filter((name) => typeof message === 'string' || name !== 'count').sort();
}

/** A key counts as used where it stands in the source, or where a template begins with its head up to a point. */
function unused(where: string, dutch: Catalogue, source: string): MessageFault[] {
  const heads = [...source.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)(?:[\w-]*)\$\{/g)].map((match) => match[1]!);
  const inner = [...source.matchAll(/`([\w.-]*)\$\{[^}]*\}([\w.-]*)`/g)].map((match) => new RegExp(`^${escape(match[1]!)}[\\w-]+${escape(match[2]!)}$`)).filter((pattern) => pattern.source.length > 12);
  // The words of acts and their subjects are asked for by code: src/kernel/audit/act-words.ts.
  if (source.includes('actWords(')) heads.push('act.', 'subject.');
  return Object.keys(dutch)
    .filter((key) => !source.includes(`'${key}'`) && !source.includes(`"${key}"`) && !heads.some((head) => key.startsWith(head)) && !inner.some((pattern) => pattern.test(key)))
    .map((key) => ({ where, why: `"${key}" is used nowhere.` }));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}

/** The sources that may use a folder's messages: those beside and below it, and those elsewhere that import them. */
function usedText(root: string, folder: string, messages: string): string {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => existsSync(file) && !file.startsWith(messages))
    .map((file) => ({ file, source: sourceOf(file) }))
    .filter(({ file, source }) => file.startsWith(`${folder}/`) || importsFrom(file, source, join(folder, 'messages.ts')))
    .map(({ source }) => source)
    .join('\n');
}

function sourceOf(file: string): string {
  const known = sources.get(file) ?? readFileSync(file, 'utf8');
  sources.set(file, known);
  return known;
}

function importsFrom(file: string, source: string, wanted: string): boolean {
  return [...source.matchAll(/from '(\.[^']*messages\.ts)'/g)].some((match) => join(dirname(file), match[1]!) === wanted);
}
