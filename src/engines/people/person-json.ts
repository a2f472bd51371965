import { z } from 'zod';
import type { Household } from './household.ts';
import type { Person, PersonSummary } from './person.ts';

const partialDate = z.object({ year: z.int().nullable(), month: z.int().nullable(), day: z.int().nullable() }).nullable();
const name = z.object({ given: z.string().nullable(), family: z.string().nullable(), full: z.string() });
const municipality = z.object({ nis: z.string().nullable(), name: z.string().nullable() });

export const summaryJson = z.object({
  id: z.uuid(),
  name,
  otherNames: z.array(z.object({ script: z.string(), full: z.string() })),
  birth: partialDate,
  contactLanguages: z.array(z.string()),
  needsInterpreter: z.boolean().nullable(),
  householdId: z.uuid().nullable(),
  householdSize: z.int(),
  municipality,
  arrivedOn: z.iso.date().nullable(),
});

export const personJson = z.object({
  id: z.uuid(),
  name,
  otherNames: z.array(z.object({ script: z.string(), kind: z.string(), full: z.string() })),
  birth: partialDate,
  gender: z.string().nullable(),
  reference: z.string().nullable(),
  nationalities: z.array(z.string()),
  languages: z.array(z.object({ code: z.string(), contactRank: z.int().nullable() })),
  needsInterpreter: z.boolean().nullable(),
  contactWays: z.array(z.object({ kind: z.string(), value: z.string(), through: z.string().optional(), takesTexts: z.boolean().optional(), isPreferred: z.boolean() })),
  arrivedOn: z.iso.date().nullable(),
  householdId: z.uuid().nullable(),
  registeredAt: z.iso.datetime(),
  version: z.int(),
});

export const householdJson = z.object({
  id: z.uuid(),
  reference: z.string().nullable(),
  members: z.array(z.object({ personId: z.uuid(), role: z.string(), name })),
  arrivedOn: z.iso.date().nullable(),
  contactLanguages: z.array(z.string()),
  needsInterpreter: z.boolean(),
  municipality,
  address: z.object({ street: z.string().nullable(), number: z.string().nullable(), box: z.string().nullable(), postcode: z.string().nullable(), municipality }).nullable(),
  registeredAt: z.iso.datetime(),
  version: z.int(),
});

/** Days and moments as text: what `JSON.stringify` makes of them. */
export const asJson = <T extends Person | PersonSummary | Household>(thing: T): unknown => JSON.parse(JSON.stringify(thing));
