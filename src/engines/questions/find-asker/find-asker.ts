import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findPersonSummaries, searchPersons, type PersonSummary } from '../../people/index.ts';
import type { Asker } from '../question-form.tsx';
import { findAskerView } from './find-asker.view.tsx';

const shown = 6;

/** People whose name is like the one that was typed, the best first. */
export async function findAskersByName(read: Read, name: string): Promise<Asker[]> {
  return (await searchPersons(read, name, { limit: shown })).map(asAsker);
}

export async function findAskersById(read: Read, id: string): Promise<Asker[]> {
  return [...(await findPersonSummaries(read, [id])).values()].map(asAsker);
}

/** Names of those who asked, by their ids. */
export async function findAskerNames(read: Read, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await findPersonSummaries(read, wanted);
  return new Map([...found.values()].map(({ id, name }) => [id, name.full]));
}

/** With the name in other scripts, the year of birth and the town: what tells two people of one name apart. */
function asAsker({ id, name, otherNames, birth, municipality }: PersonSummary): Asker {
  const inScripts = otherNames.filter(({ script }) => script !== 'Latn').map(({ full }) => full);
  const detail = [...inScripts, birth?.year?.toString(), municipality.name].filter(Boolean).join(', ');
  return { id, name: name.full, ...(detail ? { detail } : {}) };
}

/** The type-ahead of the form asks here as JSON. */
export const findAskerPage = page({
  path: '/questions/askers',
  permission: 'questions:record',
  event: unrecorded('names that are like the one typed, no file opened'),
  input: z.strictObject({ q: field.optionalText(100) }),
  load: async ({ read, input }) => ({ name: input.q ?? '', askers: input.q ? await findAskersByName(read, input.q) : [] }),
  view: findAskerView,
  api: {
    summary: 'Find who asks, by name',
    output: z.object({ askers: z.array(z.object({ id: z.uuid(), name: z.string(), detail: z.string().optional() })) }),
  },
});
