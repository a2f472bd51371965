import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { findServices, findServicesByIds, findThemes, type Service, type ThemeWithSubThemes } from '../../directory/index.ts';
import { languageCode } from '../list-questions/question-filter.ts';
import { text } from '../messages.ts';
import { channels, handlings, maximumMinutes } from '../question.ts';
import { refuseTheme } from '../question-fields.ts';
import { readThemeChoice, themeChoice } from '../theme-choice.ts';
import { keepTemplatesView } from './keep-templates.view.tsx';
import { deleteTemplate, findTemplates, insertTemplate, type Template } from './template.store.ts';

export interface TemplatesScreen {
  templates: Template[];
  themes: ThemeWithSubThemes[];
  services: Pick<Service, 'id' | 'name' | 'organisation'>[];
  values: FormValues;
  errors: FieldErrors;
}

/** So many services stand in the list to choose from; another is found from the desk. */
const servicesShown = 300;

const templateJson = z.object({
  id: z.uuid(),
  isShared: z.boolean(),
  label: z.string(),
  hotkey: z.string().nullable(),
  theme: z.string(),
  subThemeId: z.uuid().nullable(),
  channel: z.string().nullable(),
  language: z.string().nullable(),
  handling: z.array(z.string()),
  minutes: z.int().nullable(),
  serviceId: z.uuid().nullable(),
});

export const keepTemplatesPage = page({
  path: '/questions/templates',
  permission: 'questions:record',
  event: unrecorded('templates: codes, nobody is read'),
  load: async ({ read }): Promise<TemplatesScreen> => load(read),
  view: keepTemplatesView,
  api: { summary: 'Your templates for questions, and those of all', output: z.object({ templates: z.array(templateJson) }), present: ({ templates }) => ({ templates }) },
});

async function load(read: Read): Promise<TemplatesScreen> {
  const [templates, themes, services] = await Promise.all([findTemplates(read), findThemes(read), findServices(read, {}, servicesShown)]);
  return { templates, themes, services, values: {}, errors: {} };
}

export const addTemplateAct = act({
  path: '/questions/templates',
  permission: 'questions:record',
  event: 'template-added',
  input: z.strictObject({
    label: field.text(40),
    hotkey: field.optionalText(1).pipe(z.string().regex(/^[A-Z]$/, 'choose').optional()),
    theme: themeChoice(),
    channel: field.optionalChoice(channels),
    language: languageCode(),
    handling: field.list(z.enum(handlings, 'choose')),
    minutes: field.optionalInteger(0, maximumMinutes),
    service: field.optionalId(),
    shared: field.flag(),
  }),
  act: async ({ input, tx, may }): Promise<Outcome<{ id: string }>> => {
    const { theme, subTheme } = readThemeChoice(input.theme)!;
    const refused = await refuseTheme(tx, { theme, subTheme });
    if (refused) return refuse('theme-not-used', { field: 'theme' });
    if (input.shared && !may('questions:places')) return refuse('not-shared-by-you', { field: 'shared' });
    if (input.service && (await findServicesByIds(tx, [input.service])).length === 0) return refuse('service-not-known', { field: 'service' });
    const { label, hotkey = null, channel = null, language = null, handling, minutes = null, service = null, shared } = input;
    const id = await insertTemplate(tx, { isShared: shared, label, hotkey, theme, subThemeId: subTheme ?? null, channel, language, handling, minutes, serviceId: service });
    if (!id) return refuse('key-in-use', { field: 'hotkey', status: 409 });
    tx.record({ act: 'template-added', subjects: [{ type: 'template', id }], detail: { theme, shared } });
    return { id };
  },
  done: (_, { locale }) => seeOther('/questions/templates', { kind: 'done', text: text(locale, 'templates.added') }),
  again: showAgain,
  api: { summary: 'Add a template for questions', output: z.object({ id: z.uuid() }), status: 201 },
});

export const removeTemplateAct = act({
  path: '/questions/templates/:id/remove',
  permission: 'questions:record',
  event: 'template-removed',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx, may }) => {
    if (!(await deleteTemplate(tx, id, { maySharedToo: may('questions:places') }))) return notFound;
    tx.record({ act: 'template-removed', subjects: [{ type: 'template', id }] });
    return { id };
  },
  done: (_, { locale }) => seeOther('/questions/templates', { kind: 'done', text: text(locale, 'templates.removed') }),
  again: showAgain,
  api: { summary: 'Take a template away', output: z.object({ id: z.uuid() }) },
});

const refusedFields = { 'theme-not-used': 'theme', 'service-not-known': 'service', 'not-shared-by-you': 'shared', 'key-in-use': 'hotkey' } as const;

async function showAgain(context: AgainContext) {
  const { locale, refusal, values, errors } = context;
  const name = refusal?.name as keyof typeof refusedFields | undefined;
  const said = name && name in refusedFields ? { [refusedFields[name]]: text(locale, `refusal.${name}`) } : {};
  return keepTemplatesView({ ...(await load(context.read)), values, errors: { ...errors, ...said } }, context);
}
