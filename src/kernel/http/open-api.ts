import { z } from 'zod';
import type { Grants } from '../access/role.ts';
import type { ActRoute, PageRoute, Route } from './route.ts';
import { problemSchema } from './serve-api.ts';

type Described = PageRoute | ActRoute;

/** OpenAPI 3.1, made from the route table and the schemas that the routes themselves use. */
export function openApi(routes: Route[], grants: Grants): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    if (route.kind === 'open' || !route.api || typeof route.permission !== 'string') continue;
    const path = (route.api.path ?? route.path).replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  const scopes = Object.fromEntries(Object.keys(grants).sort().map((permission) => [permission, permission]));
  return {
    openapi: '3.1.0',
    info: { title: 'Wegwijs', version: '1', description: `Acts and lists as JSON. A token carries scopes: ${Object.keys(scopes).join(', ')}.`, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  };
}

function operation(route: Described): object {
  const { api, permission, path } = route;
  const input = route.input ? (schemaOf(route.input, 'input') as { properties?: Record<string, object>; required?: string[] }) : {};
  const inPath = [...(api!.path ?? path).matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const status = route.kind === 'act' ? (route.api!.status ?? 200) : 200;
  return {
    operationId: `${route.method.toLowerCase()}${path.replace(/[^a-zA-Z]+(\w)?/g, (_, letter: string = '') => letter.toUpperCase())}`,
    summary: api!.summary,
    description: `Scope: ${String(permission)}.`,
    tags: [String(permission).split(':')[0]],
    parameters: parameters(route, input.properties ?? {}, inPath),
    ...(route.kind === 'act' ? { requestBody: body(input, inPath) } : {}),
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: schemaOf(api!.output, 'output') } } },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function parameters(route: Described, properties: Record<string, object>, inPath: string[]): object[] {
  const path = inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } }));
  if (route.kind === 'act') {
    return [...path, { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 120 }, description: 'The same key with the same body is one act.' }];
  }
  const query = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  return [...path, ...query.map(([name, schema]) => ({ name, in: 'query', required: false, schema }))];
}

function body(input: { properties?: Record<string, object>; required?: string[] }, inPath: string[]): object {
  const properties = Object.fromEntries(Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name)));
  const required = (input.required ?? []).filter((name) => !inPath.includes(name));
  return { required: required.length > 0, content: { 'application/json': { schema: { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false } } } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { format } = z.globalRegistry.get(zodSchema as never) ?? {};
      if (format === 'date' || format === 'time') Object.assign(jsonSchema, { type: 'string', format });
    },
  }) as Record<string, unknown>;
  delete made['$schema'];
  return made;
}
