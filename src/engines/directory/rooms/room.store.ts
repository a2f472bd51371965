import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Building, Closure, Equipment, OpenSpan, Room, RoomKind } from './room.ts';

interface BuildingRow {
  id: string;
  name: string;
  address: string | null;
  way_in: string | null;
  is_accessible: boolean;
  opening: OpenSpan[];
  closes_on_holidays: boolean;
  ended_on: Temporal.PlainDate | null;
  version: number;
}

const asBuilding = (row: BuildingRow): Building => ({
  id: row.id,
  name: row.name,
  address: row.address,
  wayIn: row.way_in,
  isAccessible: row.is_accessible,
  opening: row.opening,
  closesOnHolidays: row.closes_on_holidays,
  endedOn: row.ended_on,
  version: row.version,
});

const buildingColumns = sql`id, name, address, way_in, is_accessible, opening, closes_on_holidays, ended_on, version`;

/** The buildings that are in use, by name. */
export async function findBuildings(read: Read): Promise<Building[]> {
  const found = await sql<BuildingRow>`
    select ${buildingColumns} from directory.building where tenant_id = ${read.scope.tenantId} and ended_on is null order by lower(name), id`.execute(read.on<never>());
  return found.rows.map(asBuilding);
}

export async function findBuilding(read: Read, id: string): Promise<Building | undefined> {
  const found = await sql<BuildingRow>`select ${buildingColumns} from directory.building where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asBuilding(found.rows[0]);
}

export type BuildingFacts = Omit<Building, 'id' | 'endedOn' | 'version'>;

/** False when another building in use has that name. */
export async function insertBuilding(tx: Transaction, id: string, facts: BuildingFacts): Promise<boolean> {
  const made = await sql`
    insert into directory.building (tenant_id, id, name, address, way_in, is_accessible, opening, closes_on_holidays, made_at)
    values (${tx.scope.tenantId}, ${id}, ${facts.name}, ${facts.address}, ${facts.wayIn}, ${facts.isAccessible}, ${JSON.stringify(facts.opening)}::jsonb, ${facts.closesOnHolidays}, ${tx.now})
    on conflict (tenant_id, lower(name)) where ended_on is null do nothing`.execute(tx.on<never>());
  return made.numAffectedRows === 1n;
}

/** Saves over the version that the writer saw; false when someone else saved in between. */
export async function updateBuilding(tx: Transaction, id: string, version: number, facts: BuildingFacts): Promise<boolean> {
  const changed = await sql`
    update directory.building set name = ${facts.name}, address = ${facts.address}, way_in = ${facts.wayIn}, is_accessible = ${facts.isAccessible},
      opening = ${JSON.stringify(facts.opening)}::jsonb, closes_on_holidays = ${facts.closesOnHolidays}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

interface RoomRow {
  id: string;
  building_id: string;
  building_name: string;
  name: string;
  kind: RoomKind;
  capacity: number;
  floor: string | null;
  is_accessible: boolean;
  equipment: Equipment[];
  note: string | null;
  ended_on: Temporal.PlainDate | null;
  version: number;
}

const asRoom = (row: RoomRow): Room => ({
  id: row.id,
  buildingId: row.building_id,
  buildingName: row.building_name,
  name: row.name,
  kind: row.kind,
  capacity: row.capacity,
  floor: row.floor,
  isAccessible: row.is_accessible,
  equipment: row.equipment,
  note: row.note,
  endedOn: row.ended_on,
  version: row.version,
});

const roomColumns = sql`room.id, room.building_id, building.name as building_name, room.name, room.kind, room.capacity, room.floor, room.is_accessible, room.equipment, room.note, room.ended_on, room.version`;
const roomsJoined = sql`directory.room join directory.building on building.tenant_id = room.tenant_id and building.id = room.building_id`;

/** Rooms in use, of one building or of all, by building and name. */
export async function findRooms(read: Read, { buildingId }: { buildingId?: string } = {}): Promise<Room[]> {
  const found = await sql<RoomRow>`
    select ${roomColumns} from ${roomsJoined}
    where room.tenant_id = ${read.scope.tenantId} and room.ended_on is null and building.ended_on is null and (${buildingId ?? null}::uuid is null or room.building_id = ${buildingId ?? null}::uuid)
    order by lower(building.name), lower(room.name), room.id`.execute(read.on<never>());
  return found.rows.map(asRoom);
}

/** Every room of a building, those out of use too: for what was booked in them. */
export async function findEveryRoom(read: Read, { buildingId }: { buildingId: string }): Promise<Room[]> {
  const found = await sql<RoomRow>`select ${roomColumns} from ${roomsJoined} where room.tenant_id = ${read.scope.tenantId} and room.building_id = ${buildingId}`.execute(read.on<never>());
  return found.rows.map(asRoom);
}

/** The room, in use or not. */
export async function findRoom(read: Read, id: string): Promise<Room | undefined> {
  const found = await sql<RoomRow>`select ${roomColumns} from ${roomsJoined} where room.tenant_id = ${read.scope.tenantId} and room.id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asRoom(found.rows[0]);
}

/** Locks the rooms, so that who books them next sees what was booked now. In one order, so that two never wait for each other. */
export async function lockRooms(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`select id from directory.room where tenant_id = ${tx.scope.tenantId} and id = any (${[...ids]}::uuid[]) order by id for no key update`.execute(tx.on<never>());
}

export type RoomFacts = Pick<Room, 'name' | 'kind' | 'capacity' | 'floor' | 'isAccessible' | 'equipment' | 'note'>;

/** False when another room in use of that building has that name. */
export async function insertRoom(tx: Transaction, id: string, buildingId: string, facts: RoomFacts): Promise<boolean> {
  const made = await sql`
    insert into directory.room (tenant_id, id, building_id, name, kind, capacity, floor, is_accessible, equipment, note, made_at)
    values (${tx.scope.tenantId}, ${id}, ${buildingId}, ${facts.name}, ${facts.kind}, ${facts.capacity}, ${facts.floor}, ${facts.isAccessible}, ${facts.equipment}::text[], ${facts.note}, ${tx.now})
    on conflict (tenant_id, building_id, lower(name)) where ended_on is null do nothing`.execute(tx.on<never>());
  return made.numAffectedRows === 1n;
}

export async function updateRoom(tx: Transaction, id: string, version: number, facts: RoomFacts): Promise<boolean> {
  const changed = await sql`
    update directory.room set name = ${facts.name}, kind = ${facts.kind}, capacity = ${facts.capacity}, floor = ${facts.floor}, is_accessible = ${facts.isAccessible},
      equipment = ${facts.equipment}::text[], note = ${facts.note}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Takes a room out of use; what was booked stays readable. */
export async function endRoom(tx: Transaction, id: string, on: Temporal.PlainDate): Promise<boolean> {
  const ended = await sql`update directory.room set ended_on = ${on}, version = version + 1 where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_on is null`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/** Closures that are not over on this day. */
export async function findClosures(read: Read, buildingId: string, from: Temporal.PlainDate): Promise<Closure[]> {
  const found = await sql<{ id: string; building_id: string; room_id: string | null; from_on: Temporal.PlainDate; until_on: Temporal.PlainDate; why: string }>`
    select id, building_id, room_id, from_on, until_on, why from directory.closure
    where tenant_id = ${read.scope.tenantId} and building_id = ${buildingId} and until_on >= ${from} order by from_on, id`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, buildingId: row.building_id, roomId: row.room_id, from: row.from_on, until: row.until_on, why: row.why }));
}

export async function insertClosure(tx: Transaction, { id, buildingId, roomId, from, until, why }: Closure): Promise<void> {
  await sql`
    insert into directory.closure (tenant_id, id, building_id, room_id, from_on, until_on, why, made_at)
    values (${tx.scope.tenantId}, ${id}, ${buildingId}, ${roomId}, ${from}, ${until}, ${why}, ${tx.now})`.execute(tx.on<never>());
}

/** Gives the building of the closure that is gone; undefined when there was none. */
export async function deleteClosure(tx: Transaction, id: string): Promise<string | undefined> {
  const gone = await sql<{ building_id: string }>`delete from directory.closure where tenant_id = ${tx.scope.tenantId} and id = ${id} returning building_id`.execute(tx.on<never>());
  return gone.rows[0]?.building_id;
}
