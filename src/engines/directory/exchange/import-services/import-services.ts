import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/id.ts';
import { findOrganisations } from '../../organisation.store.ts';
import type { Organisation } from '../../service.ts';
import { text } from '../messages.ts';
import { checkRows } from './check-rows.ts';
import { importRowView, importView, uploadView } from './import-services.view.tsx';
import { readFile } from './read-file.ts';
import { askToStop, atLine, countRows, enterState, findImport, findImports, findRows, insertImport, lockImport, ofOutcome, rowOutcomes, updateRow, type ImportRow, type RowCounts, type RowOutcome, type ServiceImport } from './service-import.store.ts';

const permission = 'directory:import';
const largestFile = 100_000_000;
const rowsShown = 100;
const byId = z.strictObject({ id: field.id() });
const theImport = (id: string) => [{ type: 'service-import', id }];

export const uploadServicesPage = page({
  path: '/directory/import',
  permission,
  event: unrecorded('files of services, no person'),
  load: async ({ read }) => ({ imports: await findImports(read) }),
  view: ({ imports }, context) => uploadView(imports, {}, context),
});

export const uploadServicesAct = act({
  path: '/directory/import',
  permission,
  event: 'services-uploaded',
  input: z.strictObject({}),
  upload: { limit: largestFile },
  act: async ({ tx, files }): Promise<Outcome<{ id: string }>> => {
    const file = files['file'];
    if (!file || file.filename === '') return refuse('file-missing', { field: 'file' });
    const read = readFile(file.bytes);
    if ('refused' in read) return refuse(read.refused, { field: 'file' });
    const id = newId();
    await insertImport(tx, { id, filename: file.filename.slice(-200), documents: read.documents });
    tx.plan({ job: 'check-service-import', payload: { importId: id, actorId: tx.scope.actorId, actorRole: tx.scope.actorRole }, key: id });
    tx.record({ act: 'services-uploaded', subjects: theImport(id), detail: { rows: read.documents.length } });
    return { id };
  },
  done: ({ id }) => seeOther(`/directory/import/${id}`),
  again: async (context: AgainContext) => uploadView(await findImports(context.read), refusalErrors(context), context),
});

export interface ImportScreen {
  found: ServiceImport;
  counts: RowCounts;
  /** Which rows are shown. */
  outcome: RowOutcome;
  rows: ImportRow[];
}

export const openImportPage = page({
  path: '/directory/import/:id',
  permission,
  event: unrecorded('a file of services, no person'),
  input: z.strictObject({ id: field.id(), outcome: field.optionalChoice(rowOutcomes), after: field.optionalInteger(0, 10_000_000) }),
  load: async ({ read, input }): Promise<Outcome<ImportScreen>> => (await importScreen(read, input.id, input.outcome, input.after)) ?? notFound,
  view: (screen, context) => importView(screen, undefined, context),
});

async function importScreen(read: Read, id: string, asked?: RowOutcome, after = 0): Promise<ImportScreen | undefined> {
  const found = await findImport(read, id);
  if (!found || found.state === 'discarded') return undefined;
  const counts = await countRows(read, id);
  const outcome = asked ?? rowOutcomes.find((each) => counts.byOutcome[each]) ?? 'new';
  return { found, counts, outcome, rows: await findRows(read, id, ofOutcome(outcome, after), rowsShown) };
}

async function importAgain(context: AgainContext) {
  const screen = await importScreen(context.read, context.params['id']!);
  return screen ? importView(screen, text(context.locale, context.refusal?.name === 'nothing-ready' ? 'refusal.nothing-ready' : 'refusal.not-ready'), context) : notFound;
}

export const commitImportAct = act({
  path: '/directory/import/:id/commit',
  permission,
  event: 'service-import-started',
  input: z.strictObject({ id: field.id(), version: field.version() }),
  act: async ({ input: { id, version }, tx }): Promise<Outcome<{ id: string }>> => {
    const found = await lockImport(tx, id);
    if (!found || found.state === 'discarded') return notFound;
    if (found.version !== version || found.state !== 'ready') return changedMeanwhile();
    const { ready } = await countRows(tx, id);
    if (ready === 0) return refuse('nothing-ready');
    await enterState(tx, id, 'committing', ready);
    tx.plan({ job: 'commit-service-import', payload: { importId: id, actorId: tx.scope.actorId, actorRole: tx.scope.actorRole }, key: id });
    tx.record({ act: 'service-import-started', subjects: theImport(id), detail: { rows: ready } });
    return { id };
  },
  done: ({ id }) => seeOther(`/directory/import/${id}`),
  again: importAgain,
});

export const stopImportAct = act({
  path: '/directory/import/:id/stop',
  permission,
  event: 'service-import-stopped',
  input: byId,
  act: async ({ input: { id }, tx }): Promise<Outcome<{ id: string }>> => {
    if (!(await findImport(tx, id))) return notFound;
    await askToStop(tx, id);
    tx.record({ act: 'service-import-stopped', subjects: theImport(id) });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/import/${id}`, { kind: 'done', text: text(locale, 'stop.asked') }),
  again: importAgain,
});

export const discardImportAct = act({
  path: '/directory/import/:id/discard',
  permission,
  event: 'service-import-discarded',
  input: byId,
  act: async ({ input: { id }, tx }): Promise<Outcome<{ id: string }>> => {
    const found = await lockImport(tx, id);
    if (!found || found.state === 'discarded') return notFound;
    if (found.state === 'committing') return changedMeanwhile();
    await enterState(tx, id, 'discarded');
    tx.record({ act: 'service-import-discarded', subjects: theImport(id) });
    return { id };
  },
  done: (_, { locale }) => seeOther('/directory/import', { kind: 'done', text: text(locale, 'discard.done') }),
  again: importAgain,
});

export interface RowScreen {
  found: ServiceImport;
  row: ImportRow;
  organisations: Organisation[];
  values: { name?: string | undefined; organisation?: string | undefined; newOrganisation?: string | undefined; decision?: string | undefined };
  errors: FieldErrors;
}

async function rowScreen(read: Read, id: string, line: number): Promise<RowScreen | undefined> {
  const found = await findImport(read, id);
  const [row] = found && Number.isSafeInteger(line) ? await findRows(read, id, atLine(line), 1) : [];
  if (!found || !row || row.became || found.state === 'discarded') return undefined;
  return { found, row, organisations: await findOrganisations(read), values: { name: row.name, newOrganisation: row.organisationName, decision: row.decision ?? undefined }, errors: {} };
}

const rowPlace = { id: field.id(), line: field.integer(1, 10_000_000) };

export const importRowPage = page({
  path: '/directory/import/:id/rows/:line',
  permission,
  event: unrecorded('a service of a file, no person'),
  input: z.strictObject(rowPlace),
  load: async ({ read, input }): Promise<Outcome<RowScreen>> => (await rowScreen(read, input.id, input.line)) ?? notFound,
  view: importRowView,
});

/** What to do with a row in doubt, or the row put right; nothing is merged without this. */
export const settleImportRowAct = act({
  path: '/directory/import/:id/rows/:line',
  permission,
  event: 'service-import-settled',
  input: z.strictObject({ ...rowPlace, version: field.version(), decision: field.optionalChoice(['add', 'update', 'use-organisation', 'leave']), name: field.optionalText(200), organisation: field.optionalId(), newOrganisation: field.optionalText(200) }),
  act: async ({ input, tx }): Promise<Outcome<{ id: string }>> => {
    const { id, line, version, decision } = input;
    const found = await lockImport(tx, id);
    const [row] = found ? await findRows(tx, id, atLine(line), 1) : [];
    if (!found || !row || row.became) return notFound;
    if (found.state !== 'ready') return refuse('not-ready');
    if (row.outcome === 'bad' && decision !== 'leave') {
      const repaired = repair(row, input, await findOrganisations(tx));
      if (!repaired) return refuse('still-missing', { field: 'name' });
      if (!(await updateRow(tx, id, { ...row, ...repaired, version, decision: null }))) return changedMeanwhile();
      await checkRows(tx, id, [{ ...row, ...repaired }]);
    } else {
      if (!decision) return refuse('decide', { field: 'decision' });
      if (!(await updateRow(tx, id, { ...row, version, decision }))) return changedMeanwhile();
    }
    tx.record({ act: 'service-import-settled', subjects: theImport(id), detail: { line, decision: decision ?? 'repaired' } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/import/${id}`, { kind: 'done', text: text(locale, 'row.done') }),
  again: async (context: AgainContext) => {
    const screen = await rowScreen(context.read, context.params['id']!, Number(context.params['line']));
    const one = (name: string) => [context.values[name] ?? []].flat()[0];
    return screen ? importRowView({ ...screen, values: { name: one('name'), organisation: one('organisation'), newOrganisation: one('newOrganisation'), decision: one('decision') }, errors: refusalErrors(context) }, context) : notFound;
  },
});

/** The document with a name, an id and an organisation; undefined when one is still missing. */
function repair(row: ImportRow, input: { name?: string | undefined; organisation?: string | undefined; newOrganisation?: string | undefined }, organisations: readonly Organisation[]) {
  const chosen = organisations.find(({ id, name }) => (input.organisation ? id === input.organisation : name.toLowerCase() === input.newOrganisation?.toLowerCase()));
  const organisation = chosen ? { id: chosen.id, name: chosen.name, description: '' } : input.newOrganisation ? { id: newId(), name: input.newOrganisation, description: '' } : undefined;
  if (!input.name || !organisation) return undefined;
  // A row whose id came twice becomes a service of its own.
  const id = row.problems.includes('id-twice') || row.problems.includes('id-missing') ? newId() : row.document['id'];
  const document = { ...row.document, id, name: input.name, organization: row.problems.includes('organisation-missing') ? organisation : (row.document['organization'] ?? organisation) };
  return { document, name: input.name, organisationName: organisation.name };
}

const refusals = { 'file-missing': 'file', 'not-json': 'file', 'no-services': 'file', 'still-missing': 'name', decide: 'decision', 'not-ready': '', 'changed-meanwhile': '' } as const;

function refusalErrors({ locale, errors, refusal }: AgainContext): FieldErrors {
  const name = refusal?.name as keyof typeof refusals | undefined;
  return name && name in refusals ? { ...errors, [refusals[name]]: text(locale, `refusal.${name}`) } : errors;
}
