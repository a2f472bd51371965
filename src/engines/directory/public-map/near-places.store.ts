import { sql } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';

export interface NearPlace {
  name: string;
  latitude: number;
  longitude: number;
}

/** Other public places on the map within about a kilometre and a half of a point, nearest first; one per name. */
export async function findNearPlaces(read: Read, { serviceId, latitude, longitude }: { serviceId: string; latitude: number; longitude: number }, limit = 6): Promise<NearPlace[]> {
  const found = await sql<NearPlace>`
    select name, latitude, longitude from (
      select distinct on (service.name) service.name, place.latitude, place.longitude, (place.latitude - ${latitude}) ^ 2 + ((place.longitude - ${longitude}) * cos(radians(${latitude}))) ^ 2 as apart
      from directory.place join directory.service on service.tenant_id = place.tenant_id and service.id = place.service_id
      where place.tenant_id = ${read.scope.tenantId} and service.ended_on is null and service.is_public and service.id <> ${serviceId}
        and place.latitude between ${latitude - 0.0135} and ${latitude + 0.0135} and place.longitude between ${longitude - 0.0215} and ${longitude + 0.0215}
      order by service.name, apart) as near
    where apart > 1e-10 order by apart limit ${limit}`.execute(read.on<never>());
  return found.rows;
}
