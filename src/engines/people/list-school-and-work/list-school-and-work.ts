import { z } from 'zod';
import type { Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findEntries } from '../life/entry.store.ts';
import type { Entry } from '../life/life-part.ts';
import { jobs, schooling, schoolLevels, workSituations, type Job, type Schooling, type WorkSituation } from '../life/school-and-work.tsx';
import { findPersonHead, type PersonHead } from '../person-frame.tsx';
import { listSchoolAndWorkView } from './list-school-and-work.view.tsx';

export interface SchoolAndWork extends PersonHead {
  /** The highest level first. */
  schooling: (Schooling & Entry)[];
  /** What is now first, then the latest. */
  jobs: (Job & Entry)[];
  /** What began last first. */
  situations: (WorkSituation & Entry)[];
}

export const listSchoolAndWorkPage = page({
  path: '/people/:id/school-and-work',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<SchoolAndWork>> => {
    const head = await findPersonHead(read, id);
    if (!head) return notFound;
    const [studied, worked, situations] = [await findEntries<Schooling>(read, schooling, id), await findEntries<Job>(read, jobs, id), await findEntries<WorkSituation>(read, workSituations, id)];
    return {
      ...head,
      schooling: studied.sort((a, b) => schoolLevels.indexOf(b.level) - schoolLevels.indexOf(a.level)),
      jobs: worked.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || (b.untilYear ?? b.fromYear ?? 0) - (a.untilYear ?? a.fromYear ?? 0)),
      situations: situations.sort((a, b) => (a.fromDay && b.fromDay ? a.fromDay.until(b.fromDay).sign : Number(a.fromDay === null) - Number(b.fromDay === null))),
    };
  },
  view: listSchoolAndWorkView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: {
    summary: 'Read what a person learnt and did for work',
    output: z.object({
      schooling: z.array(z.looseObject({ id: z.uuid(), version: z.int(), level: z.string(), field: z.string().nullable(), country: z.string().nullable(), isCompleted: z.boolean().nullable(), recognition: z.string() })),
      jobs: z.array(z.looseObject({ id: z.uuid(), version: z.int(), occupation: z.string(), isCurrent: z.boolean() })),
      situations: z.array(z.looseObject({ id: z.uuid(), version: z.int(), situation: z.string(), fromDay: z.iso.date().nullable(), untilDay: z.iso.date().nullable() })),
    }),
    present: ({ schooling: studied, jobs: worked, situations }) => ({ schooling: studied, jobs: worked, situations }),
  },
});
