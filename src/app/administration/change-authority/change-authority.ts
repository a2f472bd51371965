import { z } from 'zod';
import { tenantKinds } from '../../../kernel/access/tenant.ts';
import { updateTenant } from '../../../kernel/access/tenant.store.ts';
import { judgeAccent } from '../../../kernel/html/index.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { staffLocales } from '../../../kernel/i18n/locale.ts';
import { isNisCode } from '../../../kernel/access/nis-code.ts';
import { text } from '../messages.ts';
import { valuesOf } from './authority-values.ts';
import { changeAuthorityView } from './change-authority.view.tsx';

export const changeAuthorityPage = page({
  path: '/settings/authority',
  permission: 'authority:change',
  event: unrecorded('the authority’s own name and address'),
  load: async () => ({}),
  view: (_, context) => changeAuthorityView(context, { values: valuesOf(context.tenant), errors: {} }),
});

export const changeAuthority = act({
  path: '/settings/authority',
  permission: 'authority:change',
  event: 'authority-changed',
  input: z.strictObject({
    version: field.version(),
    name: field.text(120),
    kind: field.choice(tenantKinds),
    nisCode: field.optionalText(5),
    locale: field.choice(staffLocales),
    address: field.optionalText(400),
    telephone: field.optionalText(30),
    email: field.optionalEmail(),
    accent: field.optionalText(7),
  }),
  act: async ({ tx, input, tenant }) => {
    const { name, kind, locale, version } = input;
    const nisCode = input.nisCode ?? null;
    if (nisCode === null ? kind !== 'partnership' : !isNisCode(nisCode)) return refuse('not-a-nis-code', { field: 'nisCode' });
    if (input.telephone && !/^\+?[\d\s./()-]{6,25}$/.test(input.telephone)) return refuse('not-a-telephone', { field: 'telephone' });
    const accent = input.accent?.toLowerCase();
    const verdict = accent ? judgeAccent(accent) : 'fine';
    if (verdict !== 'fine') return refuse(verdict, { field: 'accent' });
    const address = input.address?.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').slice(0, 6);
    const settings = { ...tenant.settings, address, telephone: input.telephone, email: input.email, accent };
    if (!(await updateTenant(tx, { name, nisCode, kind, locale, settings, version }))) return changedMeanwhile();
    tx.record({ act: 'authority-changed', subjects: [{ type: 'tenant', id: tenant.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/authority', { kind: 'done', text: text(locale, 'authority.changed') }),
  again: async (context) => changeAuthorityView(context, { values: context.values, errors: faults(context), isConflict: context.refusal?.name === 'changed-meanwhile' }),
});

function faults({ errors, refusal, locale }: AgainContext): Record<string, string> {
  if (!refusal) return errors;
  switch (refusal.name) {
    case 'not-a-nis-code':
      return { nisCode: text(locale, 'fault.not-a-nis-code') };
    case 'not-a-telephone':
      return { telephone: text(locale, 'fault.not-a-telephone') };
    case 'not-a-colour':
      return { accent: text(locale, 'fault.not-a-colour') };
    case 'too-pale':
      return { accent: text(locale, 'fault.too-pale') };
    default:
      return { '': text(locale, 'fault.changed-meanwhile') };
  }
}
