import { z } from 'zod';
import { findLog, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded, type PageRoute, type Route } from '../../../kernel/http/route.ts';
import { logView } from './read-log.view.tsx';

export interface LogPage {
  entries: TimelineEntry[];
  act: string | undefined;
  before: number | undefined;
  next: number | undefined;
  /** Every act that the route table knows, and those that jobs record. */
  acts: string[];
}

const pageSize = 100;
/** Recorded by jobs, which have no route. */
const actsOfJobs = ['message-sent', 'message-kept', 'message-failed', 'message-uncertain', 'recovery-asked', 'sign-in-stopped', 'account-made'];

/** The tenant's log as it is: who, as what, when, what, on which subjects. It holds codes and ids, and the names of accounts only. */
export function readLog(routes: () => Route[]): PageRoute {
  return page({
    path: '/settings/log',
    permission: 'log:read',
    event: unrecorded('reading the log of reading would have no end'),
    input: z.strictObject({ act: field.optionalText(60), before: field.optionalInteger(1, 999_999_999) }),
    load: async ({ read, input }): Promise<LogPage> => {
      const found = await findLog(read, { ...input, limit: pageSize + 1 });
      const entries = found.slice(0, pageSize);
      return { entries, act: input.act, before: input.before, next: found.length > pageSize ? entries.at(-1)!.sequence : undefined, acts: actsOf(routes()) };
    },
    view: logView,
  });
}

function actsOf(routes: Route[]): string[] {
  const named = routes.flatMap(({ event }) => (typeof event === 'string' ? [event] : []));
  return [...new Set([...named, ...actsOfJobs])].sort();
}
