import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findMunicipalities, type Municipality } from '../../directory/index.ts';
import { findHouseholdSummaries, type HouseholdSummary } from '../../people/index.ts';
import { findClockFacts, type ClockFacts } from '../adoption.store.ts';
import { caseJson, caseOut } from '../case-json.ts';
import { reachOf } from '../reach.store.ts';
import { findWorkers } from '../worker.store.ts';
import type { Worker } from '../worker.ts';
import { listToWelcomeView } from './list-to-welcome.view.tsx';
import { filterShape, isClosedList, readCursor, writeCursor, type ToWelcomeFilter } from './to-welcome-filter.ts';
import { countStandings, countToWelcome, findFilterOptions, findToWelcome, type StandingCounts, type ToWelcomeRow } from './to-welcome.store.ts';

const rowsPerPage = 50;

export interface ToWelcomeList {
  filter: ToWelcomeFilter;
  rows: ToWelcomeRow[];
  count: number;
  counts: StandingCounts;
  /** By household id. */
  households: Map<string, HouseholdSummary>;
  workers: Worker[];
  area: Municipality[];
  options: { languages: string[]; municipalities: string[] };
  clocks: ClockFacts;
  next: string | undefined;
}

export const listToWelcomePage = page({
  path: '/welcome',
  permission: 'cases:list',
  event: unrecorded('a list, no file opened'),
  input: z.strictObject({ ...filterShape, after: field.optionalText(60) }),
  load: async ({ read, input, actor, today }): Promise<ToWelcomeList> => {
    const { after, ...filter } = input;
    const reach = reachOf(actor);
    const { rows, hasMore } = await findToWelcome(read, filter, { reach, today, limit: rowsPerPage, after: readCursor(after) });
    const last = rows.at(-1);
    return {
      filter,
      rows,
      count: await countToWelcome(read, filter, { reach, today }),
      counts: await countStandings(read, { reach, today }),
      households: await findHouseholdSummaries(read, rows.map(({ householdId }) => householdId)),
      workers: await findWorkers(read),
      area: await findMunicipalities(read),
      options: await findFilterOptions(read, reach),
      clocks: await findClockFacts(read),
      next: hasMore && last ? writeCursor({ day: isClosedList(filter.state) ? last.closedOn : last.dueOn, id: last.id }) : undefined,
    };
  },
  view: listToWelcomeView,
  api: {
    summary: 'List cases to welcome, 50 at a time; give `next` as `after` for those that follow',
    output: z.object({ count: z.int(), next: z.string().nullable(), cases: z.array(caseJson.extend({ talkAt: z.string().nullable(), asksOtherMoment: z.boolean() })) }),
    present: ({ count, next, rows }) => ({ count, next: next ?? null, cases: rows.map((row) => ({ ...caseOut(row), talkAt: row.talkAt, asksOtherMoment: row.asksOtherMoment })) }),
  },
});
