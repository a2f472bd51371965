import { percentile } from './percentile.ts';

/** Desks that record and colleagues who search, all at once. */
export interface Crowd {
  recorders: number;
  searchers: number;
  /** Between the answer and the next request of one of them, in milliseconds; 0 is without a breath. */
  pause: number;
  seconds: number;
}

export interface CrowdResult extends Crowd {
  requests: number;
  errors: number;
  /** Milliseconds, of recording and of searching. */
  recordP50: number;
  recordP95: number;
  searchP50: number;
  searchP95: number;
}

const names = ['darama', 'mohamed', 'yusuf ali', 'selam', 'olena', 'hassan'];

/** Lets a crowd work for some seconds. Each of them sends the next request when the one before is answered and the pause is over. */
export async function measureCrowd(app: string, cookie: string, crowd: Crowd): Promise<CrowdResult> {
  const end = performance.now() + crowd.seconds * 1000;
  const times = { record: [] as number[], search: [] as number[] };
  let errors = 0;
  const send = async (kind: 'record' | 'search', path: string, init: RequestInit) => {
    const begun = performance.now();
    const response = await fetch(app + path, init);
    await response.text();
    times[kind].push(performance.now() - begun);
    if (response.status >= 400) errors += 1;
  };
  const work = async (kind: 'record' | 'search', number: number) => {
    // Not all in the same instant: people are not.
    await pauseFor((crowd.pause * number) / (crowd.recorders + crowd.searchers));
    for (let turn = number; performance.now() < end; turn += 1) {
      if (kind === 'search') await send(kind, `/people?q=${encodeURIComponent(names[turn % names.length]!)}`, { headers: { cookie } });
      else await send(kind, '/questions', { method: 'POST', redirect: 'manual', headers: { cookie, origin: app }, body: new URLSearchParams({ theme: 'housing', channel: 'desk', language: 'ar', municipality: '23027', handling: 'informed', minutes: '10', note: `balie ${number}`, _key: crypto.randomUUID() }) });
      await pauseFor(crowd.pause);
    }
  };
  await Promise.all([...Array.from({ length: crowd.recorders }, (_, i) => work('record', i)), ...Array.from({ length: crowd.searchers }, (_, i) => work('search', crowd.recorders + i))]);
  return {
    ...crowd,
    requests: times.record.length + times.search.length,
    errors,
    recordP50: percentile(times.record, 0.5),
    recordP95: percentile(times.record, 0.95),
    searchP50: percentile(times.search, 0.5),
    searchP95: percentile(times.search, 0.95),
  };
}

const pauseFor = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function reportCrowd({ recorders, searchers, pause, requests, errors, seconds, recordP50, recordP95, searchP50, searchP95 }: CrowdResult): void {
  const pace = pause > 0 ? `one request each ${pause / 1000} s` : 'without a pause';
  const ms = (value: number) => value.toFixed(0);
  console.log(`${recorders} desks recording and ${searchers} searching, ${pace}: ${requests} requests in ${seconds} s, ${errors} errors; recording p50 ${ms(recordP50)} p95 ${ms(recordP95)} ms, searching p50 ${ms(searchP50)} p95 ${ms(searchP95)} ms`);
}
