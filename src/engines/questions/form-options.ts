import type { Read } from '../../kernel/db/types.ts';
import type { FormValues } from '../../kernel/http/context.ts';
import type { Choice } from '../../kernel/html/index.ts';
import { isId } from '../../kernel/id.ts';
import { locales, type Locale } from '../../kernel/i18n/locale.ts';
import { spokenLanguageOptions } from '../../kernel/i18n/spoken-languages.ts';
import { findMunicipalities, findServicesByIds, findSubThemes, findThemes, isLanguageCode, type ThemeWithSubThemes } from '../directory/index.ts';
import { findAskersById, findAskersByName } from './find-asker/find-asker.ts';
import { findBarrierServices as findServicesNamed, loadBarrierServices, type ServiceChoice } from './note-barriers/note-barriers.ts';
import { findPlaces } from './place.store.ts';
import type { Asker, Filled, FormOptions } from './question-form.tsx';

/** What this desk uses most, offered first. */
export interface Usual {
  languages: readonly string[];
  /** Ids of services. */
  services: readonly string[];
}

/** What can be chosen in the form, with whoever the typed name or the chosen person leads to. */
export async function loadFormOptions(read: Read, locale: Locale, filled: Filled, usual: Usual = { languages: [], services: [] }): Promise<FormOptions> {
  const languages = [...new Set<string>([filled.language ?? 'nl', ...usual.languages, ...locales])].filter(isLanguageCode).slice(0, 8);
  const [places, area, themes, services, barrierServices, askers] = await Promise.all([
    findPlaces(read),
    findMunicipalities(read),
    loadThemes(read, filled),
    loadServices(read, filled, usual.services),
    loadBarrierServices(read, filled),
    loadAskers(read, filled),
  ]);
  return {
    places,
    area,
    themes,
    services,
    languages: byUse(spokenLanguageOptions(locale, languages), languages),
    ...(barrierServices ? { barrierServices } : {}),
    ...(askers ? { askers } : {}),
  };
}

/** With the sub-theme that was chosen before, should it have ended since. */
async function loadThemes(read: Read, { subTheme }: Filled): Promise<ThemeWithSubThemes[]> {
  const themes = await findThemes(read);
  if (!subTheme || themes.some(({ subThemes }) => subThemes.some(({ id }) => id === subTheme))) return themes;
  const ended = (await findSubThemes(read, { ended: true })).find(({ id }) => id === subTheme);
  return themes.map((theme) => (theme.code === ended?.theme ? { ...theme, subThemes: [...theme.subThemes, ended] } : theme));
}

async function loadServices(read: Read, { service, serviceName }: Filled, usual: readonly string[]): Promise<ServiceChoice[]> {
  if (serviceName) return findServicesNamed(read, serviceName);
  const wanted = [...new Set([...(service && isId(service) ? [service] : []), ...usual])];
  if (wanted.length === 0) return [];
  const found = new Map((await findServicesByIds(read, wanted)).map(({ id, name, organisation }) => [id, { id, name, organisation: organisation.name }]));
  return wanted.flatMap((id) => found.get(id) ?? []);
}

async function loadAskers(read: Read, { person, personName }: Filled): Promise<Asker[] | undefined> {
  if (personName) return findAskersByName(read, personName);
  return person !== undefined && person !== 'anonymous' ? findAskersById(read, person) : undefined;
}

/** The languages in which most is asked here first, then all others by name. */
function byUse(all: Choice[], usual: readonly string[]): FormOptions['languages'] {
  const nameOf = new Map(all.map((option) => [option.value, option]));
  return { usual: usual.map((code) => nameOf.get(code)!), all: all.filter(({ value }) => !usual.includes(value)) };
}

/** A form's values, as typed, as what the form shows. */
export function filledFrom(values: FormValues): Filled {
  const one = (name: string) => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const several = (name: string) => [values[name] ?? []].flat();
  return {
    theme: one('theme'),
    channel: one('channel'),
    language: one('language'),
    municipality: one('municipality'),
    place: one('place'),
    handling: several('handling'),
    minutes: one('minutes'),
    person: one('person'),
    personName: one('personName'),
    note: one('note'),
    askedOn: one('askedOn'),
    subTheme: one('subTheme'),
    service: one('service'),
    serviceName: one('serviceName'),
    visitPlace: one('visitPlace'),
    visitedOn: one('visitedOn'),
    travelMinutes: one('travelMinutes'),
    travelKm: one('travelKm'),
    code: one('code'),
    newCode: one('newCode') !== undefined,
    more: several('moreTheme').map((theme, index) => ({ theme, handling: several('moreHandling')[index], minutes: several('moreMinutes')[index], note: several('moreNote')[index] })),
    minutesOfFirst: one('minutesOfFirst') !== undefined,
    barriers: several('barriers'),
    barrierService: one('barrierService'),
    barrierServiceName: one('barrierServiceName'),
  };
}
