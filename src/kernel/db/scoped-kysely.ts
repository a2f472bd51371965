import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { ClientBase } from 'pg';
import { toParameter } from './value-types.ts';

/** A Kysely that speaks over one client, inside the transaction that its maker began and will end. */
export function kyselyOver(client: ClientBase): Kysely<never> {
  return new Kysely<never>({ dialect: new OneClientDialect(client) });
}

class OneClientDialect implements Dialect {
  readonly #client: ClientBase;
  constructor(client: ClientBase) {
    this.#client = client;
  }
  createAdapter() {
    return new PostgresAdapter();
  }
  createDriver() {
    return new OneClientDriver(this.#client);
  }
  createIntrospector(db: Kysely<any>) {
    return new PostgresIntrospector(db);
  }
  createQueryCompiler() {
    return new PostgresQueryCompiler();
  }
}

const names = new Map<string, string>();
/** A connection keeps the plan of each statement that it was given by name: so many, and what comes after is planned each time. */
const mostNames = 1000;

/** The statement's own name, so that PostgreSQL parses it once per connection; none when there are too many different ones. */
function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known || names.size >= mostNames) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

class OneClientDriver implements Driver {
  readonly #connection: DatabaseConnection;
  constructor(client: ClientBase) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const result = await client.query({ name: statementName(query.sql), text: query.sql, values: query.parameters.map(toParameter) });
        const counts = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
        return { rows: result.rows as R[], ...(counts ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) };
      },
      streamQuery() {
        throw new Error('Read in pages: a stream would hold the transaction open.');
      },
    };
  }
  async init() {}
  async acquireConnection() {
    return this.#connection;
  }
  async beginTransaction() {
    throw new Error('Already inside a transaction.');
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}
