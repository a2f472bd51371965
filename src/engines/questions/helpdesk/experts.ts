import type { Role } from '../../../kernel/access/role.ts';

/** Who may answer: those who know residence and legal position; an authority gives a lawyer one of these roles. */
export const expertRoles: readonly Role[] = ['social-worker', 'coordinator'];
