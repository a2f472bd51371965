import type { Tenant } from '../../../kernel/access/tenant.ts';
import type { FormValues } from '../../../kernel/http/context.ts';

/** The authority as its form holds it. */
export function valuesOf({ name, kind, nisCode, locale, settings }: Tenant): FormValues {
  const { address = [], telephone = '', email = '', accent = '' } = settings;
  return { name, kind, nisCode: nisCode ?? '', locale, address: address.join('\n'), telephone, email, accent };
}
