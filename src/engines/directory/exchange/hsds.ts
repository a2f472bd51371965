import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { languageName } from '../../../kernel/i18n/format.ts';
import { isId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { isLanguageCode } from '../language-code.ts';
import { languagesByName } from '../language-names.ts';
import { contactRoles, type Contact, type ContactRole, type Cost, type Place, type WholeService } from '../service.ts';
import { asDay, foreignAttributes, readAttributes, writeAttributes } from './hsds-attributes.ts';
import { readSchedules, writeSchedules } from './hsds-hours.ts';
import { filled, isJson, listOf, textOf, type Json } from './json.ts';
import { stableId } from './stable-id.ts';

/** An organisation as HSDS speaks of it. */
export interface OrganisationFacts {
  id: string;
  name: string;
  about: string;
  phone: string | null;
  email: string | null;
  website: string | null;
}

/** What HSDS can say of a service: all but what only this platform knows of it. */
export type HsdsFacts = Omit<WholeService, 'organisation' | 'version' | 'answers' | 'address' | 'located' | 'kept'> & { organisation: OrganisationFacts };

/** The parts of a document, each with its own properties and facts: what still reads the same goes out as it came in. */
interface Part {
  properties: readonly string[];
  facts: (facts: HsdsFacts) => unknown;
  write: (facts: HsdsFacts, kept: Json) => Json;
}

const parts: readonly Part[] = [
  { properties: ['name'], facts: ({ name }) => name, write: ({ name }) => ({ name }) },
  { properties: ['description'], facts: ({ does }) => does, write: ({ does }) => ({ description: does }) },
  { properties: ['url'], facts: ({ website }) => website, write: ({ website }) => ({ url: website }) },
  { properties: ['email'], facts: ({ email }) => email, write: ({ email }) => ({ email }) },
  { properties: ['phones'], facts: ({ phone }) => phone, write: ({ id, phone }, kept) => ({ phones: writePhones(id, phone, kept) }) },
  { properties: ['status'], facts: ({ endedOn }) => endedOn !== null, write: ({ endedOn }) => ({ status: endedOn ? 'defunct' : 'active' }) },
  { properties: ['assured_date'], facts: ({ lastConfirmedOn }) => lastConfirmedOn.toString(), write: ({ lastConfirmedOn }) => ({ assured_date: lastConfirmedOn.toString() }) },
  { properties: ['eligibility_description'], facts: ({ targetGroup }) => targetGroup, write: ({ targetGroup }) => ({ eligibility_description: targetGroup }) },
  { properties: ['minimum_age', 'maximum_age'], facts: ({ minAge, maxAge }) => [minAge, maxAge], write: ({ minAge, maxAge }) => ({ minimum_age: minAge, maximum_age: maxAge }) },
  { properties: ['application_process'], facts: ({ enrolment }) => enrolment, write: ({ enrolment }) => ({ application_process: enrolment }) },
  { properties: ['interpretation_services'], facts: ({ hasInterpreter }) => hasInterpreter, write: ({ hasInterpreter }) => ({ interpretation_services: hasInterpreter === null ? null : hasInterpreter ? 'yes' : 'no' }) },
  { properties: ['wait_time'], facts: ({ waitingDays }) => waitingDays, write: ({ waitingDays }) => ({ wait_time: waitingDays === null ? null : `P${waitingDays}D` }) },
  { properties: ['languages'], facts: ({ languages }) => languages, write: ({ id, languages }) => ({ languages: writeLanguages(id, languages) }) },
  { properties: ['service_areas'], facts: ({ municipalities }) => municipalities, write: ({ id, municipalities }) => ({ service_areas: municipalities.map((nis) => ({ id: stableId(id, 'area', nis), extent: nis, extent_type: 'nis' })) }) },
  { properties: ['cost_options', 'fees_description'], facts: ({ cost }) => cost, write: ({ id, cost }) => ({ cost_options: cost && [filled({ id: stableId(id, 'cost'), option: cost.kind, currency: 'EUR', amount: cost.amount, amount_description: cost.note })] }) },
  { properties: ['schedules'], facts: ({ hours, openingHours }) => [hours, openingHours], write: ({ id, hours, openingHours }) => ({ schedules: writeSchedules(id, hours, openingHours) }) },
  { properties: ['service_at_locations'], facts: ({ places }) => places, write: ({ id, places }, kept) => ({ service_at_locations: places.map((place) => writePlace(id, place, kept)) }) },
  { properties: ['contacts'], facts: ({ contacts }) => contacts, write: ({ id, contacts }, kept) => ({ contacts: contacts.map((contact) => writeContact(id, contact, kept)) }) },
  {
    properties: ['attributes'],
    facts: ({ themes, offer, neededDutch, notAccepting, endedOn, conditions, wording, isPublic, hours }) => [themes, offer, neededDutch, plain(notAccepting), endedOn?.toString() ?? null, conditions, wording, isPublic, hours?.holidays ?? 'closed'],
    write: (facts, kept) => ({ attributes: [...foreignAttributes(kept), ...writeAttributes(facts.id, { ...facts, holidays: facts.hours?.holidays ?? 'closed' })] }),
  },
  { properties: ['organization'], facts: ({ organisation }) => organisation, write: ({ organisation }, kept) => ({ organization: writeOrganisation(organisation, isJson(kept['organization']) ? kept['organization'] : {}) }) },
];

export interface KeptDocument {
  document: Json;
  /** The day on which it came: stands in for days that it does not say. */
  day: string;
}

/** A service as an HSDS 3.0 document. A part that was not changed since it came in goes out as it came, with all that the map does not know. */
export function writeService(facts: HsdsFacts, kept: KeptDocument | null): Json {
  const document = kept?.document ?? {};
  const read = kept && readService(document, Temporal.PlainDate.from(kept.day)).facts;
  // Of a document that was taken up into a service that stood here before, that service's own id goes out.
  const result: Json = { ...document, id: textOf(document['id']).toLowerCase() === facts.id ? document['id'] : facts.id };
  for (const part of parts) {
    if (read && isDeepStrictEqual(part.facts(read), part.facts(facts))) continue;
    for (const property of part.properties) delete result[property];
    Object.assign(result, filled(part.write(facts, document)));
  }
  return result;
}

export type ReadProblem = 'not-a-service' | 'id-missing' | 'name-missing' | 'organisation-missing' | 'text-broken';

/** What a document says of a service; facts are absent when it cannot be one. */
export function readService(document: unknown, today: Temporal.PlainDate): { facts?: HsdsFacts; problems: ReadProblem[] } {
  if (!isJson(document)) return { problems: ['not-a-service'] };
  const problems: ReadProblem[] = [];
  const organisation = readOrganisation(document['organization'] ?? (isId(textOf(document['organization_id'])) ? { id: document['organization_id'] } : undefined));
  if (!isId(textOf(document['id']))) problems.push('id-missing');
  if (textOf(document['name']).trim() === '') problems.push('name-missing');
  if (!organisation) problems.push('organisation-missing');
  // PostgreSQL keeps no text with a null in it.
  if (JSON.stringify(document).includes('\\u0000')) problems.push('text-broken');
  return problems.length > 0 ? { problems } : { problems, facts: factsOf(document, organisation!, today) };
}

function factsOf(document: Json, organisation: OrganisationFacts, today: Temporal.PlainDate): HsdsFacts {
  const id = textOf(document['id']).toLowerCase();
  const attributes = readAttributes(document);
  const lastConfirmedOn = asDay(document['assured_date']) ?? asDay(document['last_modified']) ?? today;
  const { hours, words } = readSchedules(listOf(document['schedules']), attributes.holidays);
  const isEnded = document['status'] === 'defunct' || document['status'] === 'inactive';
  const { holidays: _, ...said } = attributes;
  return {
    ...said,
    id,
    organisation,
    name: textOf(document['name']),
    does: textOf(document['description']),
    website: asWebsite(document['url']),
    email: asEmail(document['email']),
    phone: textOf(listOf(document['phones'])[0]?.['number']) || null,
    endedOn: isEnded ? (attributes.endedOn ?? lastConfirmedOn) : null,
    lastConfirmedOn,
    targetGroup: textOf(document['eligibility_description']),
    ...readAges(document),
    enrolment: textOf(document['application_process']),
    hasInterpreter: textOf(document['interpretation_services']) === '' ? null : document['interpretation_services'] !== 'no',
    waitingDays: Number(/^P(\d{1,4})D$/.exec(textOf(document['wait_time']))?.[1] ?? Number.NaN) >= 0 ? Number(/^P(\d+)D$/.exec(textOf(document['wait_time']))![1]) : null,
    languages: readLanguages(document['languages']),
    municipalities: [...new Set(listOf(document['service_areas']).filter(({ extent, extent_type: type }) => type === 'nis' && /^\d{5}$/.test(textOf(extent))).map(({ extent }) => textOf(extent)))],
    cost: readCost(document),
    hours,
    openingHours: words,
    places: readPlaces(id, document),
    contacts: readContacts(id, document),
  };
}

export function readOrganisation(value: unknown): OrganisationFacts | undefined {
  if (!isJson(value) || !isId(textOf(value['id']))) return undefined;
  const { id, name, description, website, email, phones } = value;
  return { id: textOf(id).toLowerCase(), name: textOf(name).trim(), about: textOf(description), website: asWebsite(website), email: asEmail(email), phone: textOf(listOf(phones)[0]?.['number']) || null };
}

function writeOrganisation(organisation: OrganisationFacts, kept: Json): Json {
  const { website: _w, email: _e, phones: _p, ...rest } = kept;
  return { ...rest, ...filled({ id: organisation.id, name: organisation.name, email: organisation.email, website: organisation.website, phones: writePhones(organisation.id, organisation.phone, kept) }), description: organisation.about };
}

function writePhones(id: string, phone: string | null, kept: Json): Json[] {
  const [first, ...others] = listOf(kept['phones']);
  return phone ? [{ ...(first ?? { id: stableId(id, 'phone'), type: 'voice' }), number: phone }, ...others] : others;
}

function writeLanguages(id: string, codes: readonly string[]): Json[] {
  return codes.map((code) => ({ id: stableId(id, 'language', code), name: languageName('en', code), code }));
}

function readLanguages(value: unknown): string[] {
  const codes = listOf(value).map(({ code, name }) => (isLanguageCode(textOf(code)) ? textOf(code) : languagesByName().get(textOf(name).toLowerCase())));
  return [...new Set(codes.filter((code) => code !== undefined))];
}

function readAges(document: Json): Pick<HsdsFacts, 'minAge' | 'maxAge'> {
  const age = (value: unknown) => (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 120 ? Number(value) : null);
  const [minAge, maxAge] = [age(document['minimum_age']), age(document['maximum_age'])];
  return minAge !== null && maxAge !== null && minAge > maxAge ? { minAge: null, maxAge: null } : { minAge, maxAge };
}

function readCost(document: Json): Cost | null {
  const [option] = listOf(document['cost_options']);
  const fees = textOf(document['fees_description']);
  if (!option) return fees === '' ? null : { kind: 'paid', amount: null, note: fees };
  const amount = typeof option['amount'] === 'number' && option['amount'] >= 0 && option['amount'] < 10_000_000 ? Math.round(option['amount'] * 100) / 100 : null;
  const kind = option['option'] === 'free' || (option['option'] !== 'paid' && amount === 0) ? 'free' : 'paid';
  const isEuro = textOf(option['currency']).toUpperCase() === 'EUR';
  return { kind, amount: kind === 'paid' && isEuro ? amount : null, note: textOf(option['amount_description']) || fees };
}

function readPlaces(serviceId: string, document: Json): Place[] {
  const places = new Map<string, Place>();
  for (const at of listOf(document['service_at_locations'])) {
    const location = isJson(at['location']) ? at['location'] : {};
    const [address = {}] = listOf(location['addresses']);
    const { latitude, longitude, external_identifier: external, external_identifier_type: type } = location;
    const hasPoint = typeof latitude === 'number' && typeof longitude === 'number';
    const place: Place = {
      id: isId(textOf(location['id'])) ? textOf(location['id']).toLowerCase() : stableId(serviceId, 'place', places.size),
      name: textOf(location['name']),
      street: [textOf(address['address_1']), textOf(address['address_2'])].filter(Boolean).join('\n'),
      postalCode: textOf(address['postal_code']),
      city: textOf(address['city']),
      nis: type === 'NIS' && /^\d{5}$/.test(textOf(external)) ? textOf(external) : null,
      latitude: hasPoint ? latitude : null,
      longitude: hasPoint ? longitude : null,
      accessibility: textOf(listOf(location['accessibility'])[0]?.['description']),
      route: textOf(location['transportation']),
    };
    if (place.name || place.street || place.city || hasPoint) places.set(place.id, place);
  }
  return [...places.values()];
}

function writePlace(serviceId: string, place: Place, kept: Json): Json {
  const earlier = listOf(kept['service_at_locations']).find(({ location }) => isJson(location) && textOf(location['id']).toLowerCase() === place.id);
  const [address_1 = '', ...more] = place.street.split('\n');
  const location = isJson(earlier?.['location']) ? earlier['location'] : {};
  const [address, ...addresses] = listOf(location['addresses']);
  const hasAddress = place.street || place.city || place.postalCode;
  const written = { ...(address ?? { id: stableId(serviceId, 'address', place.id), state_province: '', country: 'BE', address_type: 'physical' }), address_1, address_2: more.join('\n') || undefined, city: place.city, postal_code: place.postalCode };
  const { name: _n, transportation: _t, accessibility: _a, latitude: _la, longitude: _lo, ...others } = location;
  return {
    ...(earlier ?? { id: stableId(serviceId, 'at', place.id) }),
    location: {
      location_type: 'physical',
      ...others,
      ...filled({
        id: place.id,
        name: place.name,
        latitude: place.latitude,
        longitude: place.longitude,
        transportation: place.route,
        ...(place.nis ? { external_identifier: place.nis, external_identifier_type: 'NIS' } : {}),
        accessibility: place.accessibility ? [{ id: stableId(serviceId, 'accessibility', place.id), description: place.accessibility }] : [],
        addresses: hasAddress ? [Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)), ...addresses] : addresses,
      }),
    },
  };
}

function readContacts(serviceId: string, document: Json): Contact[] {
  const contacts = new Map<string, Contact>();
  for (const contact of listOf(document['contacts'])) {
    const [phone] = listOf(contact['phones']);
    const title = textOf(contact['title']);
    const isOurs = contactRoles.includes(title as ContactRole);
    const read: Contact = {
      id: isId(textOf(contact['id'])) ? textOf(contact['id']).toLowerCase() : stableId(serviceId, 'contact', contacts.size),
      role: isOurs ? (title as ContactRole) : 'other',
      name: textOf(contact['name']),
      phone: textOf(phone?.['number']) || null,
      email: asEmail(contact['email']),
      languages: readLanguages(phone?.['languages']),
      note: [isOurs ? '' : title, textOf(contact['department'])].filter(Boolean).join(', '),
    };
    if (read.name || read.phone || read.email) contacts.set(read.id, read);
  }
  return [...contacts.values()];
}

function writeContact(serviceId: string, { id, role, name, phone, email, languages, note }: Contact, kept: Json): Json {
  const earlier = listOf(kept['contacts']).find((contact) => textOf(contact['id']).toLowerCase() === id) ?? {};
  const { name: _n, title: _t, department: _d, email: _e, phones: _p, ...others } = earlier;
  // Languages are those of a telephone line in HSDS; without a number the line stands for them alone.
  const phones = phone || languages.length > 0 ? [filled({ id: stableId(serviceId, 'contact', id, 'phone'), languages: writeLanguages(id, languages) })] : [];
  return { ...others, ...filled({ id, name, title: role, department: note, email, phones: phones.map((line) => ({ ...line, number: phone ?? '' })) }) };
}

function asWebsite(value: unknown): string | null {
  return /^https?:\/\/[^\s/]+\S*$/i.test(textOf(value)) && URL.canParse(textOf(value)) ? textOf(value) : null;
}

function asEmail(value: unknown): string | null {
  return z.email().safeParse(value).success ? textOf(value) : null;
}

function plain(value: unknown): unknown {
  return value === null ? null : JSON.parse(JSON.stringify(value));
}
