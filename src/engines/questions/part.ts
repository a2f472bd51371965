import { z } from 'zod';
import { words } from '../../kernel/blueprint/words.ts';
import { themes } from '../directory/index.ts';
import { channels, handlings, maximumMinutes } from './question.ts';

/** What a practice sets up of the register: places, templates for the desk, and the terms of signals and of the helpdesk. */
export const questionsPart = z.strictObject({
  places: z.array(words(80)).default([]).describe('Where questions are asked'),
  templates: z
    .array(
      z.strictObject({
        label: words(40),
        hotkey: z.string().regex(/^[A-Z]$/, 'a capital').optional().describe('Pressed with Shift'),
        theme: z.enum(themes),
        subTheme: words(60).optional().describe('A sub-theme by its name, such as the social map sets up'),
        channel: z.enum(channels).optional(),
        handling: z.array(z.enum(handlings)).default([]),
        minutes: z.int().min(0).max(maximumMinutes).optional(),
      }),
    )
    .default([])
    .describe('What a desk records again and again'),
  signals: z.strictObject({ times: z.int().min(5).max(500), voices: z.int().min(3).max(100), days: z.int().min(28).max(730), source: words(300) }).optional().describe('From how often on a barrier is put before policy'),
  helpdesk: z.strictObject({ normalDays: z.int().min(1).max(60), urgentDays: z.int().min(1).max(60), source: words(300) }).optional().describe('Working days within which an expert answers'),
});

export type QuestionsPart = z.infer<typeof questionsPart>;
export type QuestionsPartData = z.input<typeof questionsPart>;
