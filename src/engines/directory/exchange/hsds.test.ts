import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { contactRoles, dutchLevels, notAcceptingReasons, offers } from '../service.ts';
import { themes } from '../themes.ts';
import { readService, writeService, type HsdsFacts } from './hsds.ts';
import type { Json } from './json.ts';

const hsds = fileURLToPath(new URL('../../../../../shared/data/hsds', import.meta.url));
const today = Temporal.PlainDate.from('2026-03-03');
const there = existsSync(hsds);

const words = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', '').trim()).filter((text) => text !== '' && !text.includes('\n') && !text.includes('\r'));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const orBlank = fc.oneof(fc.constant(''), words);
const day = fc.integer({ min: 0, max: 4000 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }));
const email = fc.integer({ min: 1, max: 999 }).map((n) => `dienst${n}@example.org`);
const website = fc.integer({ min: 1, max: 999 }).map((n) => `https://www.example.org/${n}`);
const phone = fc.integer({ min: 10, max: 99 }).map((n) => `0470 00 00 ${n}`);
const language = fc.subarray(['nl', 'ar', 'uk', 'prs', 'ti', 'fr'], { minLength: 0 });
const span = fc.constantFrom({ from: '09:00', until: '12:00' }, { from: '13:30', until: '17:00' }, { from: '18:00', until: '24:00' });
const spans = fc.uniqueArray(span, { selector: ({ from }) => from }).map((list) => list.toSorted((one, other) => one.from.localeCompare(other.from)));
const weekly = fc.uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 7 }), span }), { minLength: 1, selector: (one) => `${one.day} ${one.span.from}` }).map((list) => list.map((one) => ({ day: one.day, ...one.span })).toSorted((one, other) => one.day - other.day || one.from.localeCompare(other.from)));
const exceptions = fc.uniqueArray(fc.record({ from: day.map(String), spans, why: orBlank }), { selector: ({ from }) => from }).map((list) => list.map(({ from, ...rest }) => ({ from, until: from, ...rest })).toSorted((one, other) => one.from.localeCompare(other.from)));
const degrees = fc.double({ min: -80, max: 80, noNaN: true }).map((value) => Math.round(value * 1e5) / 1e5 + 0);
const place = fc
  .record({ id: fc.uuid({ version: 7 }), name: orBlank, street: words, postalCode: fc.constantFrom('', '8500'), city: orBlank, nis: maybe(fc.constant('34022')), point: maybe(fc.record({ latitude: degrees, longitude: degrees })), accessibility: orBlank, route: orBlank })
  .map(({ point, ...rest }) => ({ ...rest, latitude: point?.latitude ?? null, longitude: point?.longitude ?? null }));
const contact = fc.record({ id: fc.uuid({ version: 7 }), role: fc.constantFrom(...contactRoles), name: words, phone: maybe(phone), email: maybe(email), languages: language, note: orBlank });
const cost = fc.oneof(fc.record({ kind: fc.constant('free' as const), amount: fc.constant(null), note: orBlank }), fc.record({ kind: fc.constant('paid' as const), amount: maybe(fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100)), note: orBlank }));

const facts: fc.Arbitrary<HsdsFacts> = fc.record({
  id: fc.uuid({ version: 7 }),
  organisation: fc.record({ id: fc.uuid({ version: 7 }), name: words, about: orBlank, phone: maybe(phone), email: maybe(email), website: maybe(website) }),
  name: words,
  does: orBlank,
  themes: fc.subarray([...themes], { minLength: 1 }),
  municipalities: fc.subarray(['34022', '34040', '34027']),
  languages: language,
  phone: maybe(phone),
  email: maybe(email),
  website: maybe(website),
  openingHours: maybe(words),
  hours: maybe(fc.record({ weekly, holidays: fc.constantFrom('closed' as const, 'as-usual' as const), exceptions })),
  offer: fc.constantFrom(...offers),
  neededDutch: maybe(fc.constantFrom(...dutchLevels)),
  hasInterpreter: maybe(fc.boolean()),
  cost: maybe(cost),
  waitingDays: maybe(fc.integer({ min: 0, max: 2000 })),
  notAccepting: maybe(fc.record({ reason: fc.constantFrom(...notAcceptingReasons), since: day, until: maybe(day) })),
  endedOn: maybe(day),
  lastConfirmedOn: day,
  targetGroup: orBlank,
  minAge: maybe(fc.integer({ min: 0, max: 60 })),
  maxAge: maybe(fc.integer({ min: 60, max: 120 })),
  conditions: orBlank,
  enrolment: orBlank,
  places: fc.uniqueArray(place, { maxLength: 3, selector: ({ id }) => id }),
  contacts: fc.uniqueArray(contact, { maxLength: 3, selector: ({ id }) => id }),
  wording: fc.dictionary(fc.constantFrom('fr', 'en', 'ar', 'uk'), fc.record({ name: words, does: words }, { requiredKeys: ['name'] }), { noNullPrototype: true }),
  isPublic: fc.boolean(),
});
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('a service as an HSDS 3.0 document', () => {
  it('reads back as it was written, whatever it says', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(plain(readService(writeService(given, null), today).facts)).toEqual(plain(given));
      }),
      { numRuns: 300 },
    );
  });

  it('goes out again as it came in, whatever else stands in it', () => {
    fc.assert(
      fc.property(facts, fc.dictionary(fc.constantFrom('alert', 'licenses', 'x-own', 'accreditations'), words, { noNullPrototype: true }), (given, others) => {
        const document = { ...writeService(given, null), ...others };
        const read = readService(document, today).facts!;
        expect(writeService(read, { document, day: '2026-03-03' })).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps all that was not changed when one thing was', () => {
    fc.assert(
      fc.property(facts, words, (given, does) => {
        const document = { ...writeService(given, null), alert: 'Ring twice', metadata: [{ id: 'x' }] };
        const { description: _, ...rest } = writeService({ ...readService(document, today).facts!, does }, { document, day: '2026-03-03' });
        const { description: _d, ...before } = document as Json;
        expect(rest).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [null, 'not-a-service'],
    [[], 'not-a-service'],
    [{ name: 'x' }, 'id-missing'],
    [{ id: '00000000-0000-4000-8000-000000000001', name: ' ' }, 'name-missing'],
    [{ id: '00000000-0000-4000-8000-000000000001', name: 'x' }, 'organisation-missing'],
    [{ id: '00000000-0000-4000-8000-000000000001', name: 'a\u0000b', organization_id: '00000000-0000-4000-8000-000000000002' }, 'text-broken'],
  ])('says what is missing in %j', (document, problem) => {
    expect(readService(document, today).problems).toContain(problem);
  });
});

describe.skipIf(!there)('beside the schemas of Open Referral (needs the open data)', () => {
  let isValid: ValidateFunction;
  let example: Json;
  beforeAll(() => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uuid: /^[0-9a-f-]{36}$/i, uri: (text: string) => URL.canParse(text), email: /^\S+@\S+$/, 'date-time': true, date: true } });
    isValid = ajv.compile(JSON.parse(readFileSync(`${hsds}/schema_compiled_service_with_definitions.json`, 'utf8')) as object);
    example = JSON.parse(readFileSync(`${hsds}/examples_service_full.json`, 'utf8')) as Json;
  });

  it('every service goes out as the schema says', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const ok = isValid(writeService(given, null));
        expect(isValid.errors ?? []).toEqual([]);
        expect(ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('their full example goes out as it came in', () => {
    const { facts: read, problems } = readService(example, today);
    expect(problems).toEqual([]);
    expect(writeService(read!, { document: example, day: '2026-03-03' })).toEqual(example);
    expect(isValid(example)).toBe(true);
  });

  it('their full example says what the map shows, and stays valid when it is changed', () => {
    const read = readService(example, today).facts!;
    expect(read).toMatchObject({ name: 'Community Counselling', themes: ['other'], languages: ['ur'], minAge: 12, hours: null, places: [{ name: 'MyCity Civic Center', street: '1-30 Main Street\nMyVillage' }], contacts: [{ name: 'Ann Persona', role: 'other' }] });
    const changed = writeService({ ...read, name: 'Praathuis', endedOn: today, phone: '0470 00 00 31', contacts: [], places: read.places.map((one) => ({ ...one, city: 'Voorbeeldgem' })) }, { document: example, day: '2026-03-03' });
    expect(isValid(changed), JSON.stringify(isValid.errors)).toBe(true);
    expect(changed).toMatchObject({ name: 'Praathuis', status: 'defunct', program: example['program'], organization: example['organization'] });
    expect(readService(changed, today).facts).toMatchObject({ name: 'Praathuis', phone: '0470 00 00 31', endedOn: today, contacts: [], places: [{ city: 'Voorbeeldgem' }] });
  });
});
