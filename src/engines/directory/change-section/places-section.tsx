import { z } from 'zod';
import { FieldRow, Panel, TextArea, TextField } from '../../../kernel/html/index.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Place } from '../service.ts';
import { text } from './messages.ts';
import { listed, rowsOf, sectionPart, type SectionFormProps } from './section.ts';

const perRow = (max: number) => field.list(z.string().max(max, `too-long:${max}`));
const names = ['placeName', 'street', 'postalCode', 'city', 'coordinates', 'accessibility', 'route'] as const;

/** Two numbers of degrees, '50.8279, 3.2646', also with decimal commas; within the world. */
export function readCoordinates(typed: string): { latitude: number; longitude: number } | undefined {
  const read = /^(-?\d{1,2}(?:[.,]\d+)?)[\s,;]+(-?\d{1,3}(?:[.,]\d+)?)$/.exec(typed.trim());
  if (!read) return undefined;
  const [latitude, longitude] = read.slice(1).map((part) => Number(part.replace(',', '.'))) as [number, number];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** Street and town of a place, on one line. */
export function placeLine({ name, street, postalCode, city }: Pick<Place, 'name' | 'street' | 'postalCode' | 'city'>): string {
  return [name, street.replaceAll(/\r?\n/g, ', '), [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

export const placesSection = sectionPart({
  name: 'places',
  fields: { placeId: perRow(40), placeName: perRow(100), street: perRow(300), postalCode: perRow(10), city: perRow(100), coordinates: perRow(60), accessibility: perRow(500), route: perRow(500) },
  filled: ({ places }) => ({
    placeId: places.map(({ id }) => id),
    placeName: places.map(({ name }) => name),
    street: places.map(({ street }) => street),
    postalCode: places.map(({ postalCode }) => postalCode),
    city: places.map(({ city }) => city),
    coordinates: places.map(({ latitude, longitude }) => (latitude === null ? '' : `${latitude}, ${longitude}`)),
    accessibility: places.map(({ accessibility }) => accessibility),
    route: places.map(({ route }) => route),
  }),
  facts: ({ placeId, ...input }, service) => {
    const places: Place[] = [];
    for (const row of rowsOf(input)) {
      const coordinates = row.coordinates === '' ? { latitude: null, longitude: null } : readCoordinates(row.coordinates);
      if (!coordinates) return refuse('not-coordinates', { field: `coordinates-${row.row}` });
      if (!row.placeName && !row.street && !row.city && coordinates.latitude === null) return refuse('place-missing', { field: `street-${row.row}` });
      const earlier = service.places.find(({ id }) => id === placeId[row.row]);
      const { placeName: name, street, postalCode, city, accessibility, route } = row;
      // The municipality is found anew by the name of the town, unless that stays as it was.
      places.push({ id: earlier?.id ?? newId(), name, street, postalCode, city, nis: earlier?.city === city ? earlier.nis : null, ...coordinates, accessibility, route });
    }
    return { places };
  },
  form: PlacesForm,
  rows: (locale, { places }) => places.map((place, index) => ({ label: text(locale, 'places.number', { number: index + 1 }), value: [placeLine(place), place.accessibility, place.route].filter(Boolean).join(' · ') })),
});

function PlacesForm({ locale, values, errors }: SectionFormProps) {
  const rows = Math.max(...names.map((name) => listed(values, name).length)) + 1;
  const inRow = (name: string, row: number) => ({ locale, name, id: `${name}-${row}`, value: listed(values, name)[row], error: errors[`${name}-${row}`] });
  return (
    <>
      {Array.from({ length: rows }, (_, row) => (
        <Panel title={text(locale, row === rows - 1 ? 'places.another' : 'places.number', { number: row + 1 })}>
          <input type="hidden" name="placeId" value={listed(values, 'placeId')[row] ?? ''} />
          <TextField {...inRow('placeName', row)} label={text(locale, 'places.name')} hint={text(locale, 'places.name.hint')} optional />
          <TextArea {...inRow('street', row)} label={text(locale, 'places.street')} rows={1} />
          <FieldRow>
            <TextField {...inRow('postalCode', row)} label={text(locale, 'places.postal-code')} size={8} />
            <TextField {...inRow('city', row)} label={text(locale, 'places.city')} size={20} />
            <TextField {...inRow('coordinates', row)} label={text(locale, 'places.coordinates')} hint={text(locale, 'places.coordinates.hint')} size={20} />
          </FieldRow>
          <TextArea {...inRow('route', row)} label={text(locale, 'places.route')} hint={text(locale, 'places.route.hint')} rows={2} optional />
          <TextArea {...inRow('accessibility', row)} label={text(locale, 'places.accessibility')} hint={text(locale, 'places.accessibility.hint')} rows={2} optional />
        </Panel>
      ))}
    </>
  );
}
