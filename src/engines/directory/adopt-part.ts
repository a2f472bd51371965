import { dayOf } from '../../kernel/clock/clock.ts';
import type { BlueprintPart, PlannedThing } from '../../kernel/blueprint/blueprint-part.ts';
import { inLanguage, isNamed } from '../../kernel/blueprint/words.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import { directoryPart, type DirectoryPart } from './part.ts';
import { findBuildings, findRooms, insertBuilding, insertRoom } from './rooms/room.store.ts';
import { findTariffs, putTariff, putTerm } from './rooms/tariff.store.ts';
import { addSubThemes } from './taxonomy/keep-sub-themes.ts';
import { findSubThemes } from './taxonomy/sub-theme.store.ts';

type BuildingPart = NonNullable<DirectoryPart['building']>;

/** What a practice sets up of the social map. */
export const blueprintPart: BlueprintPart<DirectoryPart> = {
  key: 'directory',
  shape: directoryPart,
  plan: async (read, { subThemes, building }, locale) => {
    const [known, buildings] = await Promise.all([findSubThemes(read, { ended: true }), findBuildings(read)]);
    const here = building && buildings.find(({ name }) => isNamed(name, building.name));
    const rooms = here ? await findRooms(read, { buildingId: here.id }) : [];
    const things: PlannedThing[] = subThemes.map(({ label }) => ({ kind: text(locale, 'part.sub-theme'), name: inLanguage(locale, label), isThere: known.some((one) => isNamed(one.label, label)), href: '/settings/themes' }));
    if (!building) return things;
    const href = here ? `/rooms/buildings/${here.id}` : '/rooms';
    return [
      ...things,
      { kind: text(locale, 'part.building'), name: inLanguage(locale, building.name), isThere: here !== undefined, href },
      ...building.rooms.map(({ name }) => ({ kind: text(locale, 'part.room'), name: inLanguage(locale, name), isThere: rooms.some((room) => isNamed(room.name, name)), href })),
    ];
  },
  adopt: async (tx, { subThemes, building }, locale) => {
    const known = await findSubThemes(tx, { ended: true });
    const fresh = subThemes.filter(({ label }) => !known.some((one) => isNamed(one.label, label)));
    const made = await addSubThemes(tx, fresh.map(({ theme, label }) => ({ theme, label: inLanguage(locale, label) })));
    return made.length + (building ? await adoptBuilding(tx, building, locale) : 0);
  },
};

/** Rooms that are missing are added; prices only when the building has none, since they are the authority's own decision. */
async function adoptBuilding(tx: Transaction, building: BuildingPart, locale: Locale): Promise<number> {
  const here = (await findBuildings(tx)).find(({ name }) => isNamed(name, building.name));
  const buildingId = here?.id ?? newId();
  let made = 0;
  if (!here) {
    await insertBuilding(tx, buildingId, { name: inLanguage(locale, building.name), address: null, wayIn: null, isAccessible: false, opening: [], closesOnHolidays: true });
    tx.record({ act: 'building-added', subjects: [{ type: 'building', id: buildingId }] });
    made += 1;
  }
  const rooms = await findRooms(tx, { buildingId });
  for (const { name, kind, capacity } of building.rooms.filter((room) => !rooms.some((one) => isNamed(one.name, room.name)))) {
    const id = newId();
    await insertRoom(tx, id, buildingId, { name: inLanguage(locale, name), kind, capacity, floor: null, isAccessible: false, equipment: [], note: null });
    tx.record({ act: 'room-added', subjects: [{ type: 'room', id }, { type: 'building', id: buildingId }] });
    made += 1;
  }
  if ((await findTariffs(tx, { buildingId })).length === 0) {
    const from = dayOf(tx.now);
    for (const tariff of building.tariffs) await putTariff(tx, { id: newId(), buildingId, roomId: null, ...tariff, from });
    if (building.term) await putTerm(tx, { id: newId(), buildingId, ...building.term, from });
  }
  return made;
}
