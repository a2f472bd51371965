import type { BlueprintPart } from '../../kernel/blueprint/blueprint-part.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Practice } from './practice.ts';
import { keepPractice } from './practice.store.ts';

/** The parts that a practice fills in, with what it fills in, in the order of the engines. */
export function partsOf(practice: Practice, parts: readonly BlueprintPart[]): { part: BlueprintPart; data: unknown }[] {
  return parts.flatMap((part) => (practice.parts[part.key] === undefined ? [] : [{ part, data: practice.parts[part.key] }]));
}

/** Sets up what is missing of a practice and keeps that it was adopted; gives how many things were made. */
export async function adoptPractice(tx: Transaction, practice: Practice, parts: readonly BlueprintPart[], locale: Locale): Promise<number> {
  let made = 0;
  for (const { part, data } of partsOf(practice, parts)) made += await part.adopt(tx, data, locale);
  const { id, version } = practice;
  await keepPractice(tx, { practice: id, version, content: practice, isAdopted: true });
  tx.record({ act: 'blueprint-adopted', subjects: [{ type: 'tenant', id: tx.scope.tenantId }], detail: { practice: id, version, made } });
  return made;
}
