import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../kernel/db/types.ts';
import type { WholeService } from './service.ts';
import { insertRevisions, updateWholeServices } from './whole-service.store.ts';

/** The parts in which a service is changed, each with its own page and its own line in the history. */
export const sections = ['about', 'terms', 'hours', 'places', 'contacts', 'wording'] as const;
export type Section = (typeof sections)[number];

export type Facts = Partial<Omit<WholeService, 'id' | 'version' | 'kept'>>;

export interface FactsChange {
  /** As it stands, with the version that the writer saw. */
  service: WholeService;
  section: Section;
  facts: Facts;
}

/**
 * Changes a part of a service, keeps how it stood, and records it. 'meanwhile' when someone else saved in between; 'same' when nothing
 * differs, and then only the day of confirmation may move.
 */
export async function changeFacts(tx: Transaction, { service, section, facts }: FactsChange): Promise<'changed' | 'same' | 'meanwhile'> {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) {
    const earlier = service[name as keyof WholeService];
    if (name === 'lastConfirmedOn' || isDeepStrictEqual(plain(earlier), plain(value))) continue;
    before[name] = earlier;
    after[name] = value;
  }
  const saved = await updateWholeServices(tx, [{ ...service, ...facts }]);
  if (!saved.has(service.id)) return 'meanwhile';
  if (Object.keys(after).length === 0) return 'same';
  await insertRevisions(tx, [{ serviceId: service.id, version: service.version + 1, section, before, after }]);
  tx.record({ act: section === 'about' ? 'service-changed' : `service-${section}-changed`, subjects: [{ type: 'service', id: service.id }], detail: { fields: Object.keys(after) } });
  return 'changed';
}

/** As it would be kept: days as text, so that equal days are equal. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
