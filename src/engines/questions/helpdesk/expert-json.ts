import { z } from 'zod';

const source = z.object({ label: z.string(), href: z.string().nullable() });

/** A question to the helpdesk as programs see it: without who asked. */
export const expertQuestionJson = z.object({
  id: z.uuid(),
  theme: z.string(),
  urgency: z.string(),
  question: z.string(),
  state: z.string(),
  askedAt: z.iso.datetime().nullable(),
  termDays: z.int(),
  dueOn: z.iso.date().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
  sources: z.array(source),
  answerId: z.uuid().nullable(),
  version: z.int(),
});

export const expertAnswerJson = z.object({
  id: z.uuid(),
  theme: z.string(),
  question: z.string(),
  answer: z.string(),
  sources: z.array(source),
  answeredOn: z.iso.date(),
  reviewBy: z.iso.date(),
  used: z.int(),
  helped: z.int(),
  version: z.int(),
});
