import type { StaffLocale } from '../i18n/locale.ts';

export const tenantKinds = ['municipality', 'welfare-centre', 'partnership'] as const;
export type TenantKind = (typeof tenantKinds)[number];

export interface TenantSettings {
  /** The authority's own accent colour, '#rrggbb'; checked for contrast when it is set. */
  accent?: string;
  /** Return address on letters, one line each. */
  address?: string[];
  telephone?: string;
  email?: string;
}

/** A local authority, or a partnership of them. */
export interface Tenant {
  id: string;
  name: string;
  nisCode: string | null;
  kind: TenantKind;
  locale: StaffLocale;
  settings: TenantSettings;
  version: number;
}
