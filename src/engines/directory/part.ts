import { z } from 'zod';
import { words } from '../../kernel/blueprint/words.ts';
import { roomKinds } from './rooms/room.ts';
import { renterKinds } from './rooms/tariff.ts';
import { themes } from './themes.ts';

const cents = z.int().min(0).max(10_000_000);

/** What a practice sets up in the social map: sub-themes, and a building with rooms and prices. */
export const directoryPart = z.strictObject({
  subThemes: z.array(z.strictObject({ theme: z.enum(themes).describe('Under which theme of the shared list it counts'), label: words(60) })).default([]).describe("The authority's own themes"),
  building: z
    .strictObject({
      name: words(120),
      rooms: z.array(z.strictObject({ name: words(120), kind: z.enum(roomKinds), capacity: z.int().min(1).max(2000) })).min(1),
      tariffs: z
        .array(
          z.strictObject({
            roomKind: z.enum(roomKinds).nullable().default(null).describe('Null: for each room'),
            renter: z.enum(renterKinds).nullable().default(null).describe('Null: for everyone'),
            hourCents: cents.nullable().default(null).describe('In euro cents'),
            halfDayCents: cents.nullable().default(null),
            dayCents: cents.nullable().default(null),
          }),
        )
        .default([])
        .describe('Prices from the day of adoption on'),
      term: z.strictObject({ cancelDays: z.int().min(0).max(365), latePercent: z.int().min(0).max(100), halfDayHours: z.int().min(1).max(12) }).optional().describe('Until when cancelling is free'),
    })
    .optional()
    .describe('A building that organisations share'),
});

export type DirectoryPart = z.infer<typeof directoryPart>;
export type DirectoryPartData = z.input<typeof directoryPart>;
