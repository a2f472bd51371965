import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { baseTaxonomy } from '../taxonomy/base-taxonomy.ts';
import { addSubThemes, giveAnotherName, moveSubTheme, stopSubTheme } from '../taxonomy/keep-sub-themes.ts';
import { findSubThemes, isLabelInUse } from '../taxonomy/sub-theme.store.ts';
import { themes } from '../themes.ts';
import { manageThemesView, openSubThemeView, type ManagedSubTheme, type ThemesScreen } from './manage-themes.view.tsx';

const subThemeJson = z.object({ id: z.uuid(), label: z.string(), theme: z.string(), endedOn: z.iso.date().nullable(), moves: z.object({ theme: z.string(), from: z.iso.date() }).nullable() });

const asJson = ({ id, label, theme, endedOn, moves }: ManagedSubTheme) => ({ id, label, theme, endedOn, moves });

export const manageThemesPage = page({
  path: '/settings/themes',
  permission: 'directory:taxonomy',
  event: unrecorded('a list of themes'),
  load: async ({ read }): Promise<ThemesScreen> => ({ subThemes: await findSubThemes(read, { ended: true }), values: {}, errors: {} }),
  view: manageThemesView,
  api: {
    summary: 'The shared list of themes with its version, and the sub-themes of the authority',
    output: z.object({
      version: z.string(),
      from: z.iso.date(),
      source: z.string(),
      themes: z.array(z.object({ code: z.string(), lifeDomain: z.string(), from: z.iso.date(), until: z.iso.date().nullable() })),
      changes: z.array(z.object({ theme: z.string(), becomes: z.string(), kind: z.string(), from: z.iso.date() })),
      subThemes: z.array(subThemeJson),
    }),
    present: ({ subThemes }) => {
      const { version, from, source, changes } = baseTaxonomy;
      return { version, from, source, changes, themes: baseTaxonomy.themes.map(({ code, lifeDomain, from: since, until }) => ({ code, lifeDomain, from: since, until })), subThemes: subThemes.map(asJson) };
    },
  },
});

export const addSubThemeAct = act({
  path: '/settings/themes',
  permission: 'directory:taxonomy',
  event: 'sub-theme-added',
  input: z.strictObject({ theme: field.choice(themes), label: field.text(60) }),
  act: async ({ input, tx }) => {
    const [id] = await addSubThemes(tx, [input]);
    return id ? { id } : refuse('sub-theme-exists', { field: 'label', status: 409 });
  },
  done: (_, { locale }) => seeOther('/settings/themes', { kind: 'done', text: text(locale, 'taxonomy.added') }),
  again: async (context: AgainContext) => {
    return manageThemesView({ subThemes: await findSubThemes(context.read, { ended: true }), values: context.values, errors: { ...context.errors, ...refused(context) } }, context);
  },
  api: { summary: 'Add a sub-theme under a theme of the shared list', output: z.object({ id: z.uuid() }), status: 201 },
});

export const openSubThemePage = page({
  path: '/settings/themes/:id',
  permission: 'directory:taxonomy',
  event: unrecorded('a sub-theme, no one is read'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }) => (await findManaged(read, input.id)) ?? notFound,
  view: (subTheme, context) => openSubThemeView({ subTheme, values: {}, errors: {}, isChangedMeanwhile: false }, context),
});

export const renameSubThemeAct = act({
  path: '/settings/themes/:id/rename',
  permission: 'directory:taxonomy',
  event: 'sub-theme-renamed',
  input: z.strictObject({ id: field.id(), version: field.version(), label: field.text(60) }),
  act: async ({ input: { id, version, label }, tx }): Promise<Outcome<{ id: string }>> => {
    const subTheme = await findManaged(tx, id);
    if (!subTheme || subTheme.endedOn) return notFound;
    if (await isLabelInUse(tx, label, id)) return refuse('sub-theme-exists', { field: 'label', status: 409 });
    return (await giveAnotherName(tx, id, version, label)) ? { id } : changedMeanwhile();
  },
  done: ({ id }, { locale }) => seeOther(`/settings/themes/${id}`, { kind: 'done', text: text(locale, 'taxonomy.renamed') }),
  again: showAgain,
  api: { summary: 'Give a sub-theme another name', output: z.object({ id: z.uuid() }) },
});

export const moveSubThemeAct = act({
  path: '/settings/themes/:id/move',
  permission: 'directory:taxonomy',
  event: 'sub-theme-moved',
  input: z.strictObject({ id: field.id(), theme: field.choice(themes), from: field.day() }),
  act: async ({ input: { id, theme, from }, tx, today }): Promise<Outcome<{ id: string }>> => {
    const subTheme = await findManaged(tx, id);
    if (!subTheme || subTheme.endedOn) return notFound;
    if (Temporal.PlainDate.compare(from, today) < 0) return refuse('sub-theme-in-the-past', { field: 'from' });
    if (subTheme.theme === theme && !subTheme.moves) return refuse('sub-theme-there-already', { field: 'theme' });
    return (await moveSubTheme(tx, id, theme, from)) ? { id } : notFound;
  },
  done: ({ id }, { locale }) => seeOther(`/settings/themes/${id}`, { kind: 'done', text: text(locale, 'taxonomy.moved') }),
  again: showAgain,
  api: { summary: 'Let a sub-theme add up to another theme from a day on', output: z.object({ id: z.uuid() }) },
});

export const endSubThemeAct = act({
  path: '/settings/themes/:id/end',
  permission: 'directory:taxonomy',
  event: 'sub-theme-ended',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx }) => ((await stopSubTheme(tx, id)) ? { id } : notFound),
  done: (_, { locale }) => seeOther('/settings/themes', { kind: 'done', text: text(locale, 'taxonomy.ended.done') }),
  again: showAgain,
  api: { summary: 'Take a sub-theme out of the list', output: z.object({ id: z.uuid() }) },
});

async function findManaged(read: Read, id: string): Promise<ManagedSubTheme | undefined> {
  return (await findSubThemes(read, { ended: true })).find((one) => one.id === id);
}

async function showAgain(context: AgainContext) {
  const { values, refusal } = context;
  const subTheme = await findManaged(context.read, context.params['id']!);
  if (!subTheme) return notFound;
  return openSubThemeView({ subTheme, values, errors: { ...context.errors, ...refused(context) }, isChangedMeanwhile: refusal?.name === 'changed-meanwhile' }, context);
}

function refused({ locale, refusal }: AgainContext): FieldErrors {
  if (refusal?.name === 'sub-theme-exists') return { label: text(locale, 'refusal.sub-theme-exists') };
  if (refusal?.name === 'sub-theme-in-the-past') return { from: text(locale, 'refusal.sub-theme-in-the-past') };
  if (refusal?.name === 'sub-theme-there-already') return { theme: text(locale, 'refusal.sub-theme-there-already') };
  return {};
}
