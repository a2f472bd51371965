import { z } from 'zod';
import type { BlueprintPart, PlannedThing } from '../../kernel/blueprint/blueprint-part.ts';
import type { Read } from '../../kernel/db/types.ts';
import { FileAnswer, seeOther } from '../../kernel/http/answer.ts';
import type { LoadContext } from '../../kernel/http/context.ts';
import { field } from '../../kernel/http/fields.ts';
import { notFound, refuse } from '../../kernel/http/refusal.ts';
import { act, page, unrecorded, type Route } from '../../kernel/http/route.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { adoptPractice, partsOf } from './adopt-practice.ts';
import { listPracticesView, openPracticeView } from './manage-practices.view.tsx';
import { text } from './messages.ts';
import { readPractice, type Practice } from './practice.ts';
import { findKeptPractices, keepPractice } from './practice.store.ts';

/** A practice as this authority has it. */
export interface PracticeHere {
  practice: Practice;
  /** Part of this release, or brought in as a file. */
  isShipped: boolean;
  adoptedAt: Temporal.Instant | null;
  /** The version that was adopted, when a newer one is there. */
  olderVersion: number | null;
}

export interface OpenedPractice extends PracticeHere {
  things: PlannedThing[];
  /** Whether this reader may open a place in the platform. */
  mayOpen(href: string): boolean;
}

const permission = 'practices:manage';
const fileLimit = 1_000_000;
const noOne = unrecorded('practices and settings, no person');
const byCode = z.strictObject({ practice: field.text(80) });

export function practiceRoutes(shipped: readonly Practice[], parts: readonly BlueprintPart[], routes: () => readonly Route[]): Route[] {
  const all = (read: Read) => findPractices(read, shipped, parts);
  const one = async (read: Read, id: string) => (await all(read)).find(({ practice }) => practice.id === id);
  const open = async ({ read, locale, may }: Pick<LoadContext<unknown>, 'read' | 'locale' | 'may'>, id: string) => {
    const here = await one(read, id);
    if (!here) return notFound;
    const things: PlannedThing[] = [];
    for (const { part, data } of partsOf(here.practice, parts)) things.push(...(await part.plan(read, data, locale)));
    const mayOpen = (href: string) => routes().some((route) => route.kind === 'page' && route.path === href.replace(/\?.*/, '') && typeof route.permission === 'string' && may(route.permission));
    return { ...here, things, mayOpen };
  };
  return [
    page({ path: '/settings/practices', permission, event: noOne, load: ({ read }) => all(read), view: (found: PracticeHere[], context) => listPracticesView(found, context, {}) }),
    page({ path: '/settings/practices/:practice', permission, event: noOne, input: byCode, load: (context) => open(context, context.input.practice), view: openPracticeView }),
    page({
      path: '/settings/practices/:practice/blueprint.json',
      permission,
      event: noOne,
      input: byCode,
      load: async ({ read, input }) => (await one(read, input.practice)) ?? notFound,
      view: ({ practice }) => new FileAnswer(`${JSON.stringify(practice, null, 2)}\n`, 'application/json', { filename: `${practice.id}-${practice.version}.json` }),
    }),
    act({
      path: '/settings/practices/:practice/adopt',
      permission,
      event: 'blueprint-adopted',
      input: byCode,
      act: async ({ tx, input, locale }) => {
        const here = await one(tx, input.practice);
        if (!here) return notFound;
        return { practice: here.practice.id, made: await adoptPractice(tx, here.practice, parts, locale) };
      },
      done: ({ practice, made }: { practice: string; made: number }, { locale }) => seeOther(`/settings/practices/${practice}`, { kind: 'done', text: text(locale, made > 0 ? 'adopt.done' : 'adopt.nothing', { count: made }) }),
      again: async (context) => {
        const found = await open(context, context.params['practice']!);
        return 'practice' in found ? openPracticeView(found, context) : notFound;
      },
    }),
    act({
      path: '/settings/practices/import',
      permission,
      event: 'blueprint-imported',
      input: z.strictObject({}),
      upload: { limit: fileLimit },
      act: async ({ tx, files }) => {
        const read = readFile(files['file']?.bytes, parts);
        if (!read) return refuse('no-file', { field: 'file' });
        if ('mistakes' in read) return refuse('mistakes', { field: 'file', detail: { mistakes: read.mistakes.slice(0, 5).join('; ') } });
        const { practice } = read;
        if (shipped.some(({ id }) => id === practice.id)) return refuse('shipped', { field: 'file', detail: { id: practice.id } });
        await keepPractice(tx, { practice: practice.id, version: practice.version, content: practice, isAdopted: false });
        tx.record({ act: 'blueprint-imported', subjects: [{ type: 'tenant', id: tx.scope.tenantId }], detail: { practice: practice.id, version: practice.version } });
        return { practice: practice.id };
      },
      done: ({ practice }: { practice: string }) => seeOther(`/settings/practices/${practice}`),
      again: async (context) => {
        const { refusal, locale, errors } = context;
        const why = refusal ? text(locale, `fault.${refusal.name as 'no-file'}`, refusal.detail) : (Object.values(errors)[0] ?? text(locale, 'fault.no-file'));
        return listPracticesView(await all(context.read), context, { file: why });
      },
    }),
  ];
}

/** What is in an uploaded file; undefined when it is no JSON at all. */
function readFile(bytes: Uint8Array | undefined, parts: readonly BlueprintPart[]) {
  try {
    return readPractice(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), parts);
  } catch {
    return undefined;
  }
}

async function findPractices(read: Read, shipped: readonly Practice[], parts: readonly BlueprintPart[]): Promise<PracticeHere[]> {
  const kept = new Map((await findKeptPractices(read)).map((one) => [one.practice, one]));
  const own = shipped.map((practice): PracticeHere => {
    const before = kept.get(practice.id);
    kept.delete(practice.id);
    return { practice, isShipped: true, adoptedAt: before?.adoptedAt ?? null, olderVersion: before?.adoptedAt && before.version < practice.version ? before.version : null };
  });
  // One that was brought in under an earlier release and no longer fits its engines is left out of the list, and stays kept.
  const brought = [...kept.values()].flatMap(({ content, adoptedAt }): PracticeHere[] => {
    const parsed = readPractice(content, parts);
    return 'practice' in parsed ? [{ practice: parsed.practice, isShipped: false, adoptedAt, olderVersion: null }] : [];
  });
  return [...own, ...brought];
}
