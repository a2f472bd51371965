import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { deleteMunicipality, findMunicipalities, putMunicipalities } from '../municipality.store.ts';
import { refusalErrors } from '../refusals.ts';
import { manageAreaView } from './manage-area.view.tsx';

export const manageAreaPage = page({
  path: '/directory/municipalities',
  permission: 'directory:change',
  event: unrecorded('a list of municipalities'),
  load: async ({ read }) => ({ municipalities: await findMunicipalities(read) }),
  view: ({ municipalities }, context) => manageAreaView({ municipalities, filled: {}, errors: {} }, context),
  api: { summary: 'The municipalities that the authority works for', output: z.object({ municipalities: z.array(z.object({ nis: z.string(), name: z.string() })) }) },
});

export const addMunicipalityAct = act({
  path: '/directory/municipalities',
  permission: 'directory:change',
  event: 'municipality-added',
  input: z.strictObject({ nis: field.text(5), name: field.text(100) }),
  act: async ({ input: { nis, name }, tx }) => {
    if (!/^\d{5}$/.test(nis)) return refuse('nis-code-not-known', { field: 'nis' });
    await putMunicipalities(tx, [{ nis, name }]);
    tx.record({ act: 'municipality-added', subjects: [], detail: { nis } });
    return { nis };
  },
  done: (_, { locale }) => seeOther('/directory/municipalities', { kind: 'done', text: text(locale, 'area.added') }),
  again: async (context: AgainContext) => {
    const { values } = context;
    const filled = { nis: String(values['nis'] ?? ''), name: String(values['name'] ?? '') };
    return manageAreaView({ municipalities: await findMunicipalities(context.read), filled, errors: refusalErrors(context) }, context);
  },
  api: { summary: 'Add a municipality to the area, or rename it', output: z.object({ nis: z.string() }), status: 201 },
});

export const removeMunicipalityAct = act({
  path: '/directory/municipalities/:nis/remove',
  permission: 'directory:change',
  event: 'municipality-removed',
  input: z.strictObject({ nis: field.text(5) }),
  act: async ({ input: { nis }, tx }) => {
    if (!(await deleteMunicipality(tx, nis))) return notFound;
    tx.record({ act: 'municipality-removed', subjects: [], detail: { nis } });
    return { nis };
  },
  done: (_, { locale }) => seeOther('/directory/municipalities', { kind: 'done', text: text(locale, 'area.removed') }),
  again: async (context: AgainContext) => manageAreaView({ municipalities: await findMunicipalities(context.read), filled: {}, errors: {} }, context),
  api: { summary: 'Take a municipality out of the area', output: z.object({ nis: z.string() }) },
});
