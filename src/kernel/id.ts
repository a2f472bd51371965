import { v7 } from 'uuid';

/** A new UUIDv7: sortable by time of making, made in the application since PostgreSQL 15 has none. */
export function newId(): string {
  return v7();
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuidShape.test(value);
}
