import { z } from 'zod';
import { dayOf, instantOf } from '../../kernel/clock/clock.ts';
import type { Read } from '../../kernel/db/types.ts';
import { field } from '../../kernel/http/fields.ts';
import { refuse, type Refusal } from '../../kernel/http/refusal.ts';
import { isId } from '../../kernel/id.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { findMunicipalities, themes } from '../directory/index.ts';
import { findPersonSummaries } from '../people/index.ts';
import { languageCode, nisCode } from './list-questions/question-filter.ts';
import { barrierFields } from './note-barriers/note-barriers.ts';
import { findPlace } from './place.store.ts';
import { channels, handlings, maximumMinutes, type QuestionFacts } from './question.ts';

/** The fields of a question as a form or a program sends them. */
export const questionFields = {
  theme: field.choice(themes),
  channel: field.choice(channels),
  language: languageCode(),
  municipality: nisCode(),
  place: field.optionalId(),
  handling: field.list(z.enum(handlings, 'choose')),
  minutes: field.optionalInteger(0, maximumMinutes),
  /** Who asked, by id; 'anonymous' or nothing keeps no one, and the first also passes over a name that was typed. */
  person: field.optionalText(36).pipe(z.union([z.literal('anonymous'), z.string().refine(isId, 'not-known')], 'not-known').optional()),
  /** A name that was typed and is to be found: nothing is kept of it. */
  personName: field.optionalText(100),
  /** Only find the name that was typed: nothing is recorded. */
  find: field.flag(),
  note: field.optionalText(1000),
  askedOn: field.optionalDay(),
  ...barrierFields,
};

export type QuestionInput = z.output<z.ZodObject<typeof questionFields>>;

/** What was filled in as facts of a question, or what is not right about it. Dutch, today and the place's own municipality fill what was left out. */
export async function factsOf(read: Read, input: QuestionInput, earlier?: QuestionFacts): Promise<QuestionFacts | Refusal> {
  if (input.find || (input.personName && !input.person)) return refuse('person-to-choose', { field: 'personName' });
  const personId = input.person === 'anonymous' ? undefined : input.person;
  const [place, area, people] = [
    input.place ? await findPlace(read, input.place) : undefined,
    await findMunicipalities(read),
    personId ? await findPersonSummaries(read, [personId]) : undefined,
  ];
  if (input.place && !place) return refuse('place-not-known', { field: 'place' });
  if (people?.size === 0) return refuse('person-not-known', { field: 'personName' });
  const isInArea = area.some(({ nis }) => nis === input.municipality) || input.municipality === earlier?.municipality;
  if (input.municipality && !isInArea) return refuse('outside-the-area', { field: 'municipality' });
  const askedAt = momentOf(read.now, input.askedOn, earlier?.askedAt);
  if (!askedAt) return refuse('asked-in-the-future', { field: 'askedOn' });
  return {
    theme: input.theme,
    channel: input.channel,
    language: input.language ?? 'nl',
    municipality: input.municipality ?? place?.municipality ?? (area.length === 1 ? area[0]!.nis : null),
    placeId: place?.id ?? null,
    handling: [...input.handling],
    minutes: input.minutes ?? null,
    personId: personId ?? null,
    note: input.note ?? null,
    askedAt,
  };
}

/** Now for today, noon for an earlier day, the moment it already had when its day stays; undefined for a day that is still to come. */
function momentOf(now: Temporal.Instant, day: Temporal.PlainDate | undefined, earlier: Temporal.Instant | undefined): Temporal.Instant | undefined {
  if (earlier && (!day || dayOf(earlier).equals(day))) return earlier;
  const today = dayOf(now);
  if (!day || day.equals(today)) return now;
  return Temporal.PlainDate.compare(day, today) > 0 ? undefined : instantOf(day.toPlainDateTime('12:00'));
}
