import { z } from 'zod';
import { dayOf, instantOf } from '../../kernel/clock/clock.ts';
import type { Read } from '../../kernel/db/types.ts';
import { field } from '../../kernel/http/fields.ts';
import { Refusal, refuse } from '../../kernel/http/refusal.ts';
import { isId } from '../../kernel/id.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { currentThemes, findMunicipalities, findServicesByIds, findSubThemes, themes } from '../directory/index.ts';
import { findPersonSummaries } from '../people/index.ts';
import { languageCode, nisCode } from './list-questions/question-filter.ts';
import { barrierFields, findBarrierServices as findServicesNamed } from './note-barriers/note-barriers.ts';
import { findPlace } from './place.store.ts';
import { channels, handlings, maximumKilometres, maximumMinutes, type QuestionFacts, type Visit } from './question.ts';

/** To one decimal, with a comma or a point. */
function kilometres() {
  const toNumber = (value: unknown) => (typeof value === 'string' ? (value.trim() === '' ? undefined : /^\d{1,4}([.,]\d)?$/.test(value.trim()) ? Number(value.trim().replace(',', '.')) : value) : (value ?? undefined));
  return z.preprocess(toNumber, z.number('not-a-number').min(0, 'at-least:0').max(maximumKilometres, `at-most:${maximumKilometres}`).optional());
}

/** The fields of a question as a form or a program sends them. */
export const questionFields = {
  theme: field.choice(themes),
  /** A theme of the authority's own, under `theme`. */
  subTheme: field.optionalId(),
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
  /** The service of the social map that was told about, by id; 'none' passes over a name that was typed. */
  service: field.optionalText(36).pipe(z.union([z.literal('none'), z.string().refine(isId, 'not-known')], 'not-known').optional()),
  /** The name of a service that was typed and is to be found. */
  serviceName: field.optionalText(200),
  visitPlace: field.optionalText(80),
  visitedOn: field.optionalDay(),
  travelMinutes: field.optionalInteger(0, maximumMinutes),
  travelKm: kilometres(),
  ...barrierFields,
};

export type QuestionInput = z.output<z.ZodObject<typeof questionFields>>;

/** What was filled in as facts of a question, or what is not right about it. Dutch, today and the place's own municipality fill what was left out. */
export async function factsOf(read: Read, input: QuestionInput, earlier?: QuestionFacts): Promise<QuestionFacts | Refusal> {
  if (input.find || (input.personName && !input.person)) return refuse('person-to-choose', { field: 'personName' });
  const personId = input.person === 'anonymous' ? undefined : input.person;
  // Sent together: the connection is pipelined, so all cost one wait.
  const [place, area, people, service, taxonomy] = await Promise.all([
    input.place ? findPlace(read, input.place) : undefined,
    findMunicipalities(read),
    personId ? findPersonSummaries(read, [personId]) : undefined,
    serviceOf(read, input, earlier),
    refuseTheme(read, input, earlier),
  ]);
  if (input.place && !place) return refuse('place-not-known', { field: 'place' });
  if (people?.size === 0) return refuse('person-not-known', { field: 'personName' });
  if (service instanceof Refusal) return service;
  if (taxonomy) return taxonomy;
  const isInArea = area.some(({ nis }) => nis === input.municipality) || input.municipality === earlier?.municipality;
  if (input.municipality && !isInArea) return refuse('outside-the-area', { field: 'municipality' });
  const askedAt = momentOf(read.now, input.askedOn, earlier?.askedAt);
  if (!askedAt) return refuse('asked-in-the-future', { field: 'askedOn' });
  const visit = visitOf(input, dayOf(askedAt), dayOf(read.now));
  if (visit instanceof Refusal) return visit;
  return {
    theme: input.theme,
    subThemeId: input.subTheme ?? null,
    channel: input.channel,
    language: input.language ?? 'nl',
    municipality: input.municipality ?? place?.municipality ?? (area.length === 1 ? area[0]!.nis : null),
    placeId: place?.id ?? null,
    handling: [...input.handling],
    minutes: input.minutes ?? null,
    personId: personId ?? null,
    serviceId: service,
    visit,
    note: input.note ?? null,
    askedAt,
  };
}

/** The service that was chosen, or the one that alone has the name that was typed. */
async function serviceOf(read: Read, { service, serviceName }: QuestionInput, earlier?: QuestionFacts): Promise<string | null | Refusal> {
  if (service === 'none' || (!service && !serviceName)) return null;
  if (service && service === earlier?.serviceId) return service;
  if (service) return (await findServicesByIds(read, [service])).length === 1 ? service : refuse('service-not-known', { field: 'serviceName' });
  const found = await findServicesNamed(read, serviceName!);
  const named = found.filter(({ name }) => name.toLowerCase() === serviceName!.toLowerCase());
  if (named.length === 1) return named[0]!.id;
  return refuse(found.length === 0 ? 'service-not-known' : 'service-to-choose', { field: 'serviceName' });
}

/** Whether a theme and a sub-theme can be chosen, and belong together; what was chosen before may stay when it ended since. */
export async function refuseTheme(read: Read, { theme, subTheme }: Pick<QuestionInput, 'theme' | 'subTheme'>, earlier?: Pick<QuestionFacts, 'theme' | 'subThemeId'>): Promise<Refusal | undefined> {
  if (theme !== earlier?.theme && !currentThemes(dayOf(read.now)).includes(theme)) return refuse('theme-not-used', { field: 'theme' });
  if (!subTheme || (subTheme === earlier?.subThemeId && theme === earlier.theme)) return undefined;
  const found = (await findSubThemes(read)).find(({ id }) => id === subTheme);
  return found?.theme === theme ? undefined : refuse('sub-theme-elsewhere', { field: 'subTheme' });
}

/** The way that was gone along; on the day of the question unless another is said. */
function visitOf({ visitPlace, visitedOn, travelMinutes, travelKm, handling }: QuestionInput, askedOn: Temporal.PlainDate, today: Temporal.PlainDate): Visit | null | Refusal {
  if (visitPlace === undefined && visitedOn === undefined && travelMinutes === undefined && travelKm === undefined) return null;
  if (!handling.includes('went-along')) return refuse('visit-without-going', { field: 'handling' });
  if (visitedOn && Temporal.PlainDate.compare(visitedOn, today) > 0) return refuse('visited-in-the-future', { field: 'visitedOn' });
  return { place: visitPlace ?? null, on: visitedOn ?? askedOn, travelMinutes: travelMinutes ?? null, km: travelKm ?? null };
}

/** Now for today, noon for an earlier day, the moment it already had when its day stays; undefined for a day that is still to come. */
function momentOf(now: Temporal.Instant, day: Temporal.PlainDate | undefined, earlier: Temporal.Instant | undefined): Temporal.Instant | undefined {
  if (earlier && (!day || dayOf(earlier).equals(day))) return earlier;
  const today = dayOf(now);
  if (!day || day.equals(today)) return now;
  return Temporal.PlainDate.compare(day, today) > 0 ? undefined : instantOf(day.toPlainDateTime('12:00'));
}
