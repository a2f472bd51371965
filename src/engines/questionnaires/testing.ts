/** The paths of the properties without a description. */
export function undescribed(schema: any, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Object.entries<any>(schema.properties ?? {}).flatMap(([name, inner]) => [...(inner.description || inner.$ref ? [] : [`${path}.${name}`]), ...undescribed(inner, `${path}.${name}`)]);
  const nested = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((inner) => undescribed(inner, path));
  return [...new Set([...own, ...nested])];
}
