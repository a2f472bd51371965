import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { nameSearchQuery, nearNameQuery } from '../src/engines/people/names/search-tokens.ts';

/** What a line of the list of persons shows. */
const personLine = `person.id, full_name, birth_year, birth_month, birth_day, person.arrived_on, municipality_name,
    array(select language from people.person_language l where l.tenant_id = person.tenant_id and l.person_id = person.id and contact_rank is not null order by contact_rank) as languages,
    array(select full_name from people.person_name n where n.tenant_id = person.tenant_id and n.person_id = person.id order by place) as other_names,
    (select count(*) from people.household_member m where m.tenant_id = person.tenant_id and m.household_id = person.household_id and m.left_on is null) as household_size
  from people.person left join people.household on household.tenant_id = person.tenant_id and household.id = person.household_id`;

/** A hand-written search of the social map in the same order: the best fifty with how many there are. The parameters stand in the order of the query. */
function servicesQuery(query: URLSearchParams): string {
  const at = (name: string) => `$${[...query.keys()].filter((each) => each !== 'open').indexOf(name) + 2}`;
  const conditions = [
    query.has('tags') && `service.tags @@ ${at('tags')}::tsquery`,
    query.has('words') && `service.words @@ to_tsquery('simple', ${at('words')})`,
    query.has('alike') && `word_similarity(${at('alike')}, service.name) >= 0.45`,
    query.has('open') && `jsonb_path_exists(hours, '$.weekly[*] ? (@.day == $day && @.from <= $time && @.until > $time)', jsonb_build_object('day', extract(isodow from now()), 'time', to_char(now(), 'HH24:MI')))`,
  ].filter(Boolean);
  const rank = `${query.has('wanted') ? `case when name ilike '%' || ${at('wanted')} || '%' then 0 else 3200 end + ` : ''}${query.has('near') ? `case when ${at('near')} = any (located) then 0 else 800 end + ` : ''}
    case when not_accepting_since is null then 0 else 1600 end + case offer when 'ordinary' then 0 else 200 end
    + case when answers_within <= 3 then 0 when answers_within <= 7 then 1 else 2 end * 10 + case when last_confirmed_on >= current_date - 182 then 0 else 1 end`;
  return `with best as materialized (
      select id, lower(name) as key, ${rank} as rank, count(*) over () as total from directory.service where tenant_id = $1 and ended_on is null ${conditions.map((each) => `and ${String(each)}`).join(' ')} order by rank, key, id limit 50)
    select service.id, service.name, does, themes, languages, municipalities, service.phone, service.email, service.website, hours, offer, needed_dutch, located, not_accepting_reason, not_accepting_since, answers_within, last_confirmed_on, service.version,
      organisation.name as organisation, total, (select street || ' ' || city from directory.place where place.tenant_id = service.tenant_id and place.service_id = service.id order by position limit 1) as address
    from best join directory.service on service.tenant_id = $1 and service.id = best.id join directory.organisation on organisation.tenant_id = $1 and organisation.id = service.organisation_id order by rank, key, service.id`;
}

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
    '/people': () => rows('people', `select ${personLine} where person.tenant_id = $1 and merged_into is null order by sort_name, person.id limit 50`, []),
    '/find': (query) => rows('find', `select ${personLine} where person.tenant_id = $1 and merged_into is null and search @@ $2::tsquery order by sort_name, person.id limit 50`, [nameSearchQuery(query.get('q') ?? '')]),
    '/near': (query) => rows('near', `select ${personLine} where person.tenant_id = $1 and merged_into is null and search @@ $2::tsquery order by ts_rank(search, $2::tsquery) desc, sort_name limit 20`, [nearNameQuery(query.get('q') ?? '')]),
    '/grouped': (query) =>
      rows('grouped', `select month, theme, sum(n)::int as n from questions.monthly_count where tenant_id = $1 and ($2 = '' or municipality = $2) group by 1, 2 order by 1, 2`, [query.get('municipality') ?? '']),
    '/services': (query) => rows(`services ${[...query.keys()].join(' ')}`, servicesQuery(query), [...query.entries()].filter(([name]) => name !== 'open').map(([, value]) => value)),
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
  // Whoever measures pauses now and then: a connection must outlive that.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1', () => process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
  process.on('SIGTERM', () => process.exit(0));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') return '';
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}
