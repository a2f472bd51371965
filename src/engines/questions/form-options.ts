import type { Read } from '../../kernel/db/types.ts';
import type { FormValues } from '../../kernel/http/context.ts';
import type { Choice } from '../../kernel/html/index.ts';
import { locales, type Locale } from '../../kernel/i18n/locale.ts';
import { spokenLanguageOptions } from '../../kernel/i18n/spoken-languages.ts';
import { findMunicipalities, isLanguageCode } from '../directory/index.ts';
import { findAskersById, findAskersByName } from './find-asker/find-asker.ts';
import { loadBarrierServices } from './note-barriers/note-barriers.ts';
import { findPlaces } from './place.store.ts';
import type { Filled, FormOptions } from './question-form.tsx';

/** What can be chosen in the form, with whoever the typed name or the chosen person leads to. */
export async function loadFormOptions(read: Read, locale: Locale, filled: Filled, usualLanguages: readonly string[] = []): Promise<FormOptions> {
  const usual = [...new Set<string>([filled.language ?? 'nl', ...usualLanguages, ...locales])].filter(isLanguageCode).slice(0, 8);
  const barrierServices = await loadBarrierServices(read, filled);
  const options = {
    places: await findPlaces(read),
    area: await findMunicipalities(read),
    languages: byUse(spokenLanguageOptions(locale, usual), usual),
    ...(barrierServices ? { barrierServices } : {}),
  };
  if (filled.personName) return { ...options, askers: await findAskersByName(read, filled.personName) };
  const isNamed = filled.person !== undefined && filled.person !== 'anonymous';
  return isNamed ? { ...options, askers: await findAskersById(read, filled.person!) } : options;
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
    barriers: several('barriers'),
    barrierService: one('barrierService'),
    barrierServiceName: one('barrierServiceName'),
  };
}
