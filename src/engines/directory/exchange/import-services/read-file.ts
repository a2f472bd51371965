import { isJson, type Json } from '../json.ts';

/** One service, a list of them, or a page of an HSDS API, as JSON. */
export function readFile(bytes: Uint8Array): { documents: Json[] } | { refused: 'not-json' | 'no-services' } {
  let value: unknown;
  try {
    // PostgreSQL keeps no text with a null in it, and no text means anything by one.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (_, each: unknown) => (typeof each === 'string' ? each.replaceAll('\u0000', '') : each));
  } catch {
    return { refused: 'not-json' };
  }
  const list = Array.isArray(value) ? value : isJson(value) && Array.isArray(value['contents']) ? value['contents'] : [value];
  const documents = list.filter(isJson);
  return documents.length === 0 || documents.length < list.length || !documents.some((document) => 'name' in document || 'id' in document) ? { refused: 'no-services' } : { documents };
}

