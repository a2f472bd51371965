import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { findMunicipalities, type Municipality } from '../../directory/index.ts';
import { findFilterOptions } from '../list-to-welcome/to-welcome.store.ts';
import { text } from '../messages.ts';
import { findWorker, findWorkers, saveWorker } from '../worker.store.ts';
import type { Worker } from '../worker.ts';
import { guideView, guidesView } from './keep-guides.view.tsx';

const workerJson = z.object({ id: z.uuid(), name: z.string(), languages: z.array(z.string()), municipalities: z.array(z.string()), isActive: z.boolean(), casesRunning: z.int(), talksAhead: z.int(), version: z.int() });

export interface GuideForm {
  worker: Worker;
  area: Municipality[];
  /** Contact languages of families that wait: what is asked for most stands first. */
  asked: string[];
}

export const guidesPage = page({
  path: '/guides',
  permission: 'cases:settings',
  event: unrecorded('colleagues and what they speak'),
  load: async ({ read }) => ({ workers: await findWorkers(read), area: await findMunicipalities(read) }),
  view: (data, context) => guidesView(data, context),
  api: { summary: 'List who holds talks', output: z.object({ workers: z.array(workerJson) }), present: ({ workers }) => ({ workers }) },
});

export const guidePage = page({
  path: '/guides/:id',
  permission: 'cases:settings',
  event: unrecorded('a colleague and what they speak'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }) => (await loadGuide(read, input.id)) ?? notFound,
  view: (form, context) => guideView(form, context),
});

async function loadGuide(read: Read, id: string): Promise<GuideForm | undefined> {
  const worker = await findWorker(read, id);
  return worker && { worker, area: await findMunicipalities(read), asked: (await findFilterOptions(read, { kind: 'all' })).languages };
}

export const saveGuideAct = act({
  path: '/guides/:id',
  permission: 'cases:settings',
  event: 'guide-profile-saved',
  input: z.strictObject({
    id: field.id(),
    version: field.version().optional(),
    languages: field.list(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-known')),
    municipalities: field.list(z.string().regex(/^\d{5}$/, 'not-known')),
    isActive: field.flag(),
  }),
  act: async ({ tx, input }) => {
    const worker = await findWorker(tx, input.id);
    if (!worker) return notFound;
    const { id, version = 0, languages, municipalities, isActive } = input;
    if (!(await saveWorker(tx, { id, version, languages, municipalities, isActive }))) return changedMeanwhile();
    tx.record({ act: 'guide-profile-saved', subjects: [{ type: 'account', id }], detail: { languages, municipalities, isActive } });
    return { id, name: worker.name };
  },
  done: ({ name }, { locale }) => seeOther('/guides', { kind: 'done', text: text(locale, 'guides.saved', { name }) }),
  again: async (context: AgainContext) => {
    const form = await loadGuide(context.read, context.params['id'] ?? '');
    return form ? guideView(form, context) : notFound;
  },
  api: { summary: 'Set what a guide speaks and where the guide goes', output: z.object({ id: z.uuid() }) },
});
