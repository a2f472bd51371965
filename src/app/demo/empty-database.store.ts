import pg from 'pg';

/** Takes all rows of all authorities away, as the owner of the tables; what a table is made for stays. */
export async function emptyDatabase(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const found = await client.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where column_name = 'tenant_id' and table_type = 'BASE TABLE'`);
    await client.query(`truncate ${found.rows.map(({ name }) => name).join(', ')}`);
  } finally {
    await client.end();
  }
}
