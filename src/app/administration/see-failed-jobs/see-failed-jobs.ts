import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { findFailedJobs, retryJob } from '../../../kernel/jobs/failed-job.store.ts';
import { text } from '../messages.ts';
import { failedJobsView } from './see-failed-jobs.view.tsx';

export const seeFailedJobs = page({
  path: '/settings/jobs',
  permission: 'jobs:read',
  event: unrecorded('names of jobs and what went wrong; no file is opened'),
  load: async ({ read }) => findFailedJobs(read),
  view: failedJobsView,
});

export const retryFailedJob = act({
  path: '/settings/jobs/:id/retry',
  permission: 'jobs:read',
  event: 'job-retried',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input }) => {
    if (!(await retryJob(tx, input.id))) return notFound;
    tx.record({ act: 'job-retried', subjects: [{ type: 'job', id: input.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/jobs', { kind: 'done', text: text(locale, 'jobs.retried') }),
  again: async () => notFound,
});
