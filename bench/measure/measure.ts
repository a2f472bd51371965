import { percentile } from './percentile.ts';

export interface Result {
  scenario: string;
  way: 'page' | 'json';
  /** Milliseconds. */
  p50: number;
  p95: number;
  floorP50: number;
  rounds: number;
}

export interface Targets {
  app: string;
  floor: string;
  cookie: string;
  rounds: number;
}

interface Scenario {
  name: string;
  page?: () => RequestOf;
  json?: () => RequestOf;
  floor: () => RequestOf;
  /** How many at a time. */
  together?: number;
}

interface RequestOf {
  path: string;
  form?: Record<string, string>;
  body?: unknown;
  /** The answer is that someone must say something first. */
  refused?: boolean;
}

let recorded = 0;
const question = () => ({ theme: 'housing', channel: 'desk', language: 'ar', municipality: '23027', handling: 'informed', minutes: '10', note: `zoekt woning ${recorded++}` });
const record = (together: number): Scenario => ({
  name: `record a question, ${together} at a time`,
  together,
  page: () => ({ path: '/questions', form: { ...question(), _key: crypto.randomUUID() } }),
  json: () => ({ path: '/api/v1/questions', body: { ...question(), handling: ['informed'], minutes: 10 } }),
  floor: () => ({ path: '/record', body: { theme: 'housing', municipality: '23027' } }),
});

/** The social map, searched; the floor is told in tags and words what the platform reads from plain words. */
const directory = (what: string, asked: Record<string, string>, floor: Record<string, string>): Scenario => ({
  name: `social map, ${what}`,
  page: () => ({ path: `/directory?${new URLSearchParams(asked)}` }),
  json: () => ({ path: `/api/v1/directory?${new URLSearchParams(asked)}` }),
  floor: () => ({ path: `/services?${new URLSearchParams(floor)}` }),
});

const person = (what: string, q: string, floor: '/find' | '/near'): Scenario => ({
  name: `person search, ${what}`,
  page: () => ({ path: `/people?${new URLSearchParams({ q })}` }),
  json: () => ({ path: `/api/v1/people?${new URLSearchParams({ q })}` }),
  floor: () => ({ path: `${floor}?${new URLSearchParams({ q })}` }),
});

const scenarios: Scenario[] = [
  { name: 'list of 50 questions, filtered and sorted', page: () => ({ path: '/questions?theme=housing&sort=newest' }), json: () => ({ path: '/api/v1/questions?theme=housing&sort=newest' }), floor: () => ({ path: '/questions?theme=housing' }) },
  { name: 'list of persons', page: () => ({ path: '/people' }), json: () => ({ path: '/api/v1/people' }), floor: () => ({ path: '/people' }) },
  { name: 'search by name', page: () => ({ path: '/people?q=darama' }), json: () => ({ path: '/api/v1/people?q=darama' }), floor: () => ({ path: '/find?q=darama' }) },
  person('exact', 'Yousef Karimi', '/find'),
  person('in another script', 'محمد كريمي', '/find'),
  person('a letter wrong in each name', 'Oleksabdr Shevtenki', '/near'),
  {
    name: 'registering someone who is there already',
    page: () => ({ path: '/people/new', form: { 'members.0.given': 'Joesoef', 'members.0.family': 'Alkhatib', 'members.0.birth.year': '1980', _key: crypto.randomUUID() }, refused: true }),
    json: () => ({ path: '/api/v1/people', body: { members: [{ given: 'Joesoef', family: 'Alkhatib', birth: { year: 1980 } }] }, refused: true }),
    floor: () => ({ path: `/find?${new URLSearchParams({ q: 'Joesoef Alkhatib' })}` }),
  },
  { name: 'text search with no hit', page: () => ({ path: '/questions?q=xylofoonbouwer' }), json: () => ({ path: '/api/v1/questions?q=xylofoonbouwer' }), floor: () => ({ path: '/text?q=xylofoonbouwer' }) },
  { name: 'by theme and month, all', page: () => ({ path: '/figures/questions' }), json: () => ({ path: '/api/v1/figures/questions' }), floor: () => ({ path: '/grouped' }) },
  { name: 'by theme and month, one municipality', page: () => ({ path: '/figures/questions?municipality=23027' }), json: () => ({ path: '/api/v1/figures/questions?municipality=23027' }), floor: () => ({ path: '/grouped?municipality=23027' }) },
  directory('theme, language and town', { text: 'dokter arabisch', municipality: '23027' }, { wanted: 'dokter', tags: "'health-wellbeing' & 'ar' & ('23027' | '*')", near: '23027' }),
  directory('a theme', { theme: 'housing' }, { tags: "'housing'" }),
  directory('all', {}, {}),
  directory('words of a name', { text: 'woonwinkel noord 17' }, { words: 'woonwinkel & noord & 17:*' }),
  directory('open now', { text: 'arabisch', open: 'yes' }, { tags: "'ar'", open: 'yes' }),
  directory('a slip of the pen', { text: 'speelbabel' }, { alike: 'speelbabel' }),
  record(1),
  record(8),
];

const warmUp = 20;

/** Page, JSON and floor in turn, so that a machine that slows down slows all three. */
export async function measureAll(targets: Targets): Promise<Result[]> {
  const results: Result[] = [];
  for (const scenario of scenarios) results.push(...(await measure(scenario, targets)));
  return results;
}

async function measure({ name, page, json, floor, together = 1 }: Scenario, { app, floor: floorUrl, cookie, rounds }: Targets): Promise<Result[]> {
  const ways = [
    { way: 'page' as const, make: page, url: app },
    { way: 'json' as const, make: json, url: app },
    { way: 'floor' as const, make: floor, url: floorUrl },
  ].filter(({ make }) => make !== undefined);
  const times = new Map<string, number[]>(ways.map(({ way }) => [way, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const { way, make, url } of ways) {
      const took = await Promise.all(Array.from({ length: together }, () => timed(url, cookie, make!(), way)));
      if (round >= 0) times.get(way)!.push(...took);
    }
  }
  const floorP50 = percentile(times.get('floor')!, 0.5);
  return ways
    .filter(({ way }) => way !== 'floor')
    .map(({ way }) => ({ scenario: name, way: way as 'page' | 'json', p50: percentile(times.get(way)!, 0.5), p95: percentile(times.get(way)!, 0.95), floorP50, rounds }));
}

async function timed(url: string, cookie: string, { path, form, body, refused }: RequestOf, way: string): Promise<number> {
  const headers: Record<string, string> = way === 'floor' ? {} : { cookie, origin: url };
  const init: RequestInit = form
    ? { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' }
    : body !== undefined
      ? { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }
      : { headers };
  const begun = performance.now();
  const response = await fetch(url + path, init);
  const text = await response.text();
  const took = performance.now() - begun;
  if (!(refused ? [409] : [200, 201, 303]).includes(response.status)) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return took;
}
