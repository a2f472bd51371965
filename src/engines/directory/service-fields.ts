import { z } from 'zod';
import type { Read } from '../../kernel/db/types.ts';
import type { FormValues } from '../../kernel/http/context.ts';
import { field } from '../../kernel/http/fields.ts';
import { refuse, type Refusal } from '../../kernel/http/refusal.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { isLanguageCode } from './language-code.ts';
import { findMunicipalities } from './municipality.store.ts';
import { findOrganisation } from './organisation.store.ts';
import { notAcceptingReasons, type NotAcceptingReason, type Service } from './service.ts';
import type { ServiceFacts } from './service.store.ts';
import { themes } from './themes.ts';

export const nisCode = () => z.string().regex(/^\d{5}$/, 'not-known');
export const languageCode = () => z.string().refine(isLanguageCode, 'not-known');
/** How telephone numbers are written here; kept as written. */
const phoneShape = /^\+?[\d\s()./-]{6,}$/;

/** The address with https:// in front where nothing stood; undefined for another scheme, so that no link can run a script, or no address. */
function asWebsite(typed: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(address) && /^https?:\/\/[^\s/]+\.\S+$/i.test(address) ? address : undefined;
}

/** The fields of a service as a form or a program sends them. */
export const serviceFields = {
  organisation: field.optionalId(),
  /** The name of an organisation that is not on the list yet, instead of its id. */
  newOrganisation: field.optionalText(200),
  name: field.text(200),
  does: field.text(1500),
  themes: field.list(z.enum(themes, 'choose')).pipe(z.array(z.enum(themes)).min(1, 'choose')),
  municipalities: field.list(nisCode()),
  languages: field.list(languageCode()),
  phone: field.optionalText(30),
  email: field.optionalEmail(),
  website: field.optionalText(300),
  notAccepting: field.optionalChoice(notAcceptingReasons),
};

/** A new service also says at once where it is and when it is open, as text; each gets a page of its own later. */
export const newServiceFields = { ...serviceFields, address: field.optionalText(300), openingHours: field.optionalText(500) };

export type ServiceInput = z.output<z.ZodObject<typeof serviceFields>>;

/** Ways to reach an organisation or a service: a number with letters or an address that is none is refused. */
export function checkReach({ phone, website }: { phone?: string; website?: string }): Refusal | undefined {
  if (phone && !phoneShape.test(phone)) return refuse('not-a-phone-number', { field: 'phone' });
  return website && !asWebsite(website) ? refuse('not-a-web-address', { field: 'website' }) : undefined;
}

export function reachOf({ phone, website, email }: { phone?: string; website?: string; email?: string }) {
  return { phone: phone ?? null, website: (website && asWebsite(website)) ?? null, email: email ?? null };
}

/** Checks what a single field cannot tell: how it is reached, the organisation and the municipalities. */
export async function checkService(read: Read, input: ServiceInput, earlier?: Service): Promise<Refusal | undefined> {
  const unreachable = checkReach(input);
  if (unreachable) return unreachable;
  if (!input.organisation && !input.newOrganisation) return refuse('organisation-missing', { field: 'organisation' });
  if (input.organisation && !(await findOrganisation(read, input.organisation))) return refuse('organisation-not-known', { field: 'organisation' });
  const area = new Set([...(await findMunicipalities(read)).map(({ nis }) => nis), ...(earlier?.municipalities ?? [])]);
  if (input.municipalities.some((nis) => !area.has(nis))) return refuse('outside-the-area', { field: 'municipalities' });
  return undefined;
}

/** The input as facts. "Not accepting" keeps the day since which it is so, as long as the reason stays. */
export function serviceFacts(input: ServiceInput, organisationId: string, today: Temporal.PlainDate, earlier?: Service): ServiceFacts {
  return {
    organisationId,
    name: input.name,
    does: input.does,
    themes: input.themes,
    municipalities: input.municipalities,
    languages: input.languages,
    ...reachOf(input),
    notAccepting: notAccepting(input.notAccepting, today, earlier?.notAccepting),
  };
}

function notAccepting(reason: NotAcceptingReason | undefined, today: Temporal.PlainDate, earlier: Service['notAccepting'] | undefined): Service['notAccepting'] {
  if (!reason) return null;
  return earlier?.reason === reason ? earlier : { reason, since: today };
}

/** The form's fields as text, as they were filled in or stand in the register. */
export interface FilledService {
  organisation?: string;
  newOrganisation?: string;
  name?: string;
  does?: string;
  themes: readonly string[];
  municipalities: readonly string[];
  languages: readonly string[];
  address?: string;
  phone?: string;
  email?: string;
  website?: string;
  openingHours?: string;
  notAccepting?: string;
}

export function filledFrom(values: FormValues): FilledService {
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const many = (name: string) => [values[name] ?? []].flat();
  return {
    organisation: one('organisation'),
    newOrganisation: one('newOrganisation'),
    name: one('name'),
    does: one('does'),
    themes: many('themes'),
    municipalities: many('municipalities'),
    languages: many('languages'),
    address: one('address'),
    phone: one('phone'),
    email: one('email'),
    website: one('website'),
    openingHours: one('openingHours'),
    notAccepting: one('notAccepting'),
  };
}

export function filledOf(service: Service): FilledService {
  const { organisation, notAccepting: reason, phone, email, website: site } = service;
  return {
    organisation: organisation.id,
    name: service.name,
    does: service.does,
    themes: service.themes,
    municipalities: service.municipalities,
    languages: service.languages,
    phone: phone ?? undefined,
    email: email ?? undefined,
    website: site ?? undefined,
    notAccepting: reason?.reason,
  };
}
