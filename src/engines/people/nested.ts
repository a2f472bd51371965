/**
 * What a form sends flat ('members.0.birth.year') as the same that a program sends nested. Keys of digits make lists; a name that is a
 * part of the language itself ('__proto__') is left flat, where the schema refuses it.
 */
export function nested(values: unknown): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return values;
  const root: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(values)) {
    const path = key.split('.');
    if (path.length === 1 || !path.every(isPlain)) root[key] = value;
    else put(root, path, value);
  }
  return listed(root);
}

const isPlain = (part: string) => /^(?:\d{1,2}|[a-z][A-Za-z]*)$/.test(part) && part !== 'constructor' && part !== 'prototype';

function put(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = root;
  for (const part of path.slice(0, -1)) {
    if (typeof at[part] !== 'object' || at[part] === null || Array.isArray(at[part])) at[part] = Object.create(null);
    at = at[part] as Record<string, unknown>;
  }
  at[path.at(-1)!] = value;
}

/** Objects whose keys are all numbers become lists, in the order of the numbers. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, listed(inner)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  return Object.fromEntries(entries);
}
