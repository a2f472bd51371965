import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { findMunicipalities, type Municipality } from '../../directory/index.ts';
import { nisCode } from '../list-questions/question-filter.ts';
import { text } from '../messages.ts';
import type { Place } from '../place.ts';
import { endPlace, findPlaces } from '../place.store.ts';
import { addPlaces } from '../register.ts';
import { managePlacesView } from './manage-places.view.tsx';

export interface PlacesScreen {
  places: Place[];
  area: Municipality[];
}

export const managePlacesPage = page({
  path: '/questions/places',
  permission: 'questions:places',
  event: unrecorded('a list of places'),
  load: async ({ read }) => loadPlaces(read),
  view: (screen, context) => managePlacesView(screen, context),
  api: {
    summary: 'The places where questions are asked',
    output: z.object({ places: z.array(z.object({ id: z.uuid(), label: z.string(), municipality: z.string().nullable() })) }),
  },
});

async function loadPlaces(read: Read): Promise<PlacesScreen> {
  return { places: await findPlaces(read), area: await findMunicipalities(read) };
}

export const addPlaceAct = act({
  path: '/questions/places',
  permission: 'questions:places',
  event: 'place-added',
  input: z.strictObject({ label: field.text(80), municipality: nisCode() }),
  act: async ({ input, tx }) => {
    const area = await findMunicipalities(tx);
    if (input.municipality && !area.some(({ nis }) => nis === input.municipality)) return refuse('outside-the-area', { field: 'municipality' });
    const municipality = input.municipality ?? (area.length === 1 ? area[0]!.nis : null);
    const [id] = await addPlaces(tx, [{ label: input.label, municipality }]);
    return id ? { id } : refuse('place-exists', { field: 'label', status: 409 });
  },
  done: (_, { locale }) => seeOther('/questions/places', { kind: 'done', text: text(locale, 'places.added') }),
  again: async (context: AgainContext) => managePlacesView(await loadPlaces(context.read), context, context),
  api: { summary: 'Add a place where questions are asked', output: z.object({ id: z.uuid() }), status: 201 },
});

export const endPlaceAct = act({
  path: '/questions/places/:id/end',
  permission: 'questions:places',
  event: 'place-ended',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx }) => {
    if (!(await endPlace(tx, id))) return notFound;
    tx.record({ act: 'place-ended', subjects: [{ type: 'place', id }] });
    return { id };
  },
  done: (_, { locale }) => seeOther('/questions/places', { kind: 'done', text: text(locale, 'places.ended') }),
  again: async (context: AgainContext) => managePlacesView(await loadPlaces(context.read), context),
  api: { summary: 'Take a place out of use', output: z.object({ id: z.uuid() }) },
});
