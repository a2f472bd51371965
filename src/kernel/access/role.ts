/** The roles that an account can have. Partner organisations and newcomers work by link, without an account. */
export const roles = ['guide', 'front-desk', 'social-worker', 'coordinator', 'coach', 'volunteer', 'policy', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** 'engine:what', e.g. 'questions:record'. */
export type Permission = `${string}:${string}`;

/** Which roles hold which permission; each engine declares its own and the app joins them. */
export type Grants = Record<Permission, readonly Role[]>;

export const everyRole: readonly Role[] = roles;
