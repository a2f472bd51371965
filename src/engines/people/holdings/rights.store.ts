import { sql } from 'kysely';
import type { Holding } from '../../../kernel/holdings/holding.ts';
import { findTies } from '../rights/map-network/tie.store.ts';
import { findConsentsOf } from '../rights/consent.store.ts';
import { rowsHolding } from './rows-holding.store.ts';

/** What was agreed with a person, or decided about what is held of them, goes with the one that remains: a consent, and that nothing may be erased yet. */
export const rightsHoldings: Holding[] = [
  rowsHolding({
    subject: 'person',
    name: 'consents',
    table: 'people.consent',
    gather: async (read, id) =>
      (await findConsentsOf(read, id)).map(({ recipientName, purpose, basis, way, shares, from, until, withdrawnOn }) => ({ recipient: recipientName, purpose, basis, way, shares, from: from.toString(), until: until?.toString() ?? null, withdrawnOn: withdrawnOn?.toString() ?? null })),
  }),
  rowsHolding({
    subject: 'person',
    name: 'network',
    table: 'people.tie',
    gather: async (read, id) =>
      (await findTies(read, id)).map(({ name, sector, relation, closeness, isSupport, lives, every, language, contact, since, until }) => ({ name, circle: sector, relation, closeness, isSupport, lives, every, language, contact, since: since?.toString() ?? null, until: until?.toString() ?? null })),
  }),
  rowsHolding({
    subject: 'person',
    name: 'holds',
    table: 'people.hold',
    gather: async (read, id) => {
      const found = await sql<{ ground: string; source: string | null; until: string | null }>`
        select ground, source, until_day::text as until from people.hold where tenant_id = ${read.scope.tenantId} and person_id = ${id} and lifted_at is null order by placed_at`.execute(read.on<never>());
      return found.rows.map(({ ground, source, until }) => ({ ground, source, until }));
    },
  }),
  rowsHolding({
    subject: 'person',
    name: 'erasure-refusals',
    table: 'people.erasure_refusal',
    gather: async (read, id) => {
      const found = await sql<{ ground: string; source: string; on: string }>`
        select ground, source, refused_at::text as on from people.erasure_refusal where tenant_id = ${read.scope.tenantId} and person_id = ${id} order by refused_at`.execute(read.on<never>());
      return found.rows.map(({ ground, source, on }) => ({ ground, source, on }));
    },
  }),
];
