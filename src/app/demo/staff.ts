import type { Role } from '../../kernel/access/role.ts';
import { newId } from '../../kernel/id.ts';
import type { Actor } from './happening.ts';
import type { Guide } from './invent-talks.ts';
import { offered, others, type DemoWorker } from './words/staff.ts';

export interface Staff {
  accounts: readonly (DemoWorker & { id: string; email: string })[];
  guides: readonly Guide[];
  /** Who records questions, each with how often beside the others. */
  recorders: Readonly<Record<string, number>>;
  /** As whom an account acts: with its first role. */
  actor(id: string): Actor;
  /** The account that the sign-in page offers for a role. */
  offeredFor(role: Role): Actor;
}

/** How often who with this role records a question; the ones that the sign-in page offers twice as often. */
const weights: Partial<Record<Role, number>> = { 'front-desk': 30, 'social-worker': 10, coordinator: 2, guide: 3 };

export function makeStaff(): Staff {
  const accounts = [...offered, ...others].map((worker) => ({ ...worker, id: newId(), email: `${worker.name.toLowerCase().normalize('NFD').replace(/[^a-z ]/g, '').replaceAll(' ', '.')}@example.org` }));
  const actorOf = ({ id, roles }: { id: string; roles: readonly Role[] }): Actor => ({ id, role: roles[0]! });
  return {
    accounts,
    guides: accounts.flatMap(({ id, languages }) => (languages ? [{ id, languages }] : [])),
    recorders: Object.fromEntries(accounts.map(({ id, roles }, place) => [id, (weights[roles[0]!] ?? 0) * (place < offered.length ? 2 : 1)])),
    actor: (id) => actorOf(accounts.find((account) => account.id === id)!),
    offeredFor: (role) => actorOf(accounts.find(({ roles }) => roles.length === 1 && roles[0] === role)!),
  };
}
