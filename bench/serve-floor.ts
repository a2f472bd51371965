import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { nameSearchQuery } from '../src/engines/people/names/search-tokens.ts';

/** What a line of the list of persons shows. */
const personLine = `person.id, full_name, birth_year, birth_month, birth_day, person.arrived_on, municipality_name,
    array(select language from people.person_language l where l.tenant_id = person.tenant_id and l.person_id = person.id and contact_rank is not null order by contact_rank) as languages,
    array(select full_name from people.person_name n where n.tenant_id = person.tenant_id and n.person_id = person.id order by place) as other_names,
    (select count(*) from people.household_member m where m.tenant_id = person.tenant_id and m.household_id = person.household_id and m.left_on is null) as household_size
  from people.person left join people.household on household.tenant_id = person.tenant_id and household.id = person.household_id`;

type Handler = (query: URLSearchParams, body: string) => Promise<unknown>;

/** The floor: a bare handler, one hand-written query as superuser (no policies, no transaction), the rows as JSON. */
export async function serveFloor({ tenantId, ...connection }: pg.PoolConfig & { tenantId: string }): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 10 });
  const rows = async (name: string, text: string, values: unknown[]) => (await pool.query({ name, text, values: [tenantId, ...values] })).rows;
  const handlers: Record<string, Handler> = {
    '/questions': (query) =>
      rows('questions', `select id, theme, life_domain, channel, language, municipality, handling, minutes, person_id, note, asked_at, recorded_at, closed_at, version
        from questions.question where tenant_id = $1 and theme = $2 order by asked_at desc, id desc limit 50`, [query.get('theme')]),
    '/text': (query) => rows('text', `with found as materialized (select id, theme, note, asked_at from questions.question where tenant_id = $1 and search @@ plainto_tsquery('dutch', $2))
        select * from found order by asked_at desc, id desc limit 50`, [query.get('q')]),
    '/people': () => rows('people', `select ${personLine} where person.tenant_id = $1 order by sort_name, person.id limit 50`, []),
    '/find': (query) => rows('find', `select ${personLine} where person.tenant_id = $1 and search @@ $2::tsquery order by sort_name, person.id limit 50`, [nameSearchQuery(query.get('q') ?? '')]),
    '/grouped': (query) =>
      rows('grouped', `select month, theme, sum(n)::int as n from questions.monthly_count where tenant_id = $1 and ($2 = '' or municipality = $2) group by 1, 2 order by 1, 2`, [query.get('municipality') ?? '']),
    '/record': async (_, body) => {
      const { theme, municipality } = JSON.parse(body) as { theme: string; municipality: string };
      const id = randomUUID();
      await pool.query({
        name: 'record',
        text: `with counted as (
          insert into questions.monthly_count (tenant_id, month, theme, municipality, slot, n) values ($1, date_trunc('month', now())::date, $3, $4, $5, 1)
          on conflict (tenant_id, month, theme, municipality, slot) do update set n = monthly_count.n + 1)
          insert into questions.question (tenant_id, id, theme, life_domain, channel, language, municipality, asked_at, recorded_at) values ($1, $2, $3, 'living', 'desk', 'ar', $4, now(), now())`,
        values: [tenantId, id, theme, municipality, Math.floor(Math.random() * 16)],
      });
      return { id };
    },
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://floor');
    const answer = JSON.stringify(await handlers[url.pathname]!(url.searchParams, await bodyOf(request)));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(answer);
  });
  server.listen(0, '127.0.0.1', () => process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
  process.on('SIGTERM', () => process.exit(0));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') return '';
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}
