import { z } from 'zod';
import { code, staffText } from '../../engines/questionnaires/index.ts';
import type { BlueprintPart } from '../../kernel/blueprint/blueprint-part.ts';
import type { PracticeData } from '../../kernel/blueprint/practice-data.ts';

const place = z.strictObject({ title: staffText, href: z.string().regex(/^\/[\w/-]*(\?[\w=&-]*)?$/, 'an address in this platform, such as /questions/new').describe('Where in the platform') });

/** What every blueprint has, whatever engines it runs on. */
const head = {
  id: code.describe('The practice'),
  version: z.int().min(1).describe('Goes up with every change'),
  title: staffText,
  about: staffText.describe('What it is for, in a sentence or two'),
  source: staffText.describe('Where the practice comes from'),
  work: z.array(place).min(1).describe('Where its daily work is done'),
  results: z.array(place).describe('Where its results are read'),
};

export type Practice = PracticeData;

export type ReadPractice = { practice: Practice } | { mistakes: string[] };

/** Reads a blueprint against the parts that the engines declare; each mistake is a sentence that names where it is. */
export function readPractice(data: unknown, parts: readonly BlueprintPart[]): ReadPractice {
  const shape = z.strictObject({ ...head, parts: z.strictObject(Object.fromEntries(parts.map(({ key, shape: part }) => [key, part.optional()]))) });
  const parsed = shape.safeParse(data);
  if (parsed.success) return { practice: parsed.data as Practice };
  return { mistakes: parsed.error.issues.map(({ path, message }) => `${path.length > 0 ? path.join('.') : '–'}: ${message}`) };
}

/** The practices of this release. Throws with all mistakes of one that does not hang together, so that a wrong blueprint never starts. */
export function readShipped(blueprints: readonly unknown[], parts: readonly BlueprintPart[]): Practice[] {
  return blueprints.map((data) => {
    const read = readPractice(data, parts);
    if ('practice' in read) return read.practice;
    throw new Error(`Blueprint '${String((data as { id?: unknown } | null)?.id ?? '?')}': ${read.mistakes.join('; ')}`);
  });
}
