import { languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { answersWords } from '../accepting-chip.tsx';
import { openingAt } from '../hours.ts';
import { text } from '../messages.ts';
import type { Municipality, Service, ServiceFilter } from '../service.ts';
import { themeLabel } from '../themes.ts';

/** Why a service stands where it stands, best reason first: "in de naam: dokter", "spreekt Arabisch", "nu open tot 17:00". */
export function whyFound(locale: Locale, service: Service, filter: ServiceFilter, area: readonly Municipality[]): string[] {
  const { wanted = [], theme, language, municipality, openAt, named } = filter;
  const inText = (words: string) => wanted.filter((word) => words.toLocaleLowerCase('nl').includes(word));
  const called = named && [service.name, service.organisation.name].some((name) => name.toLocaleLowerCase('nl').includes(named.trim().toLocaleLowerCase('nl')));
  const [inName] = inText(service.name);
  const [inWhat] = inText(service.does);
  const opening = openAt && service.hours ? openingAt(service.hours, openAt) : undefined;
  const place = municipality && area.find(({ nis }) => nis === municipality)?.name;
  return [
    called ? text(locale, 'why.called') : inName ? text(locale, 'why.in-name', { word: inName }) : inWhat ? text(locale, 'why.in-words', { word: inWhat }) : undefined,
    theme && service.themes.includes(theme) && !inName ? text(locale, 'why.theme', { theme: themeLabel(locale, theme).toLowerCase() }) : undefined,
    language && service.languages.includes(language) ? text(locale, 'why.language', { language: languageName(locale, language) }) : undefined,
    place ? text(locale, service.located.includes(municipality) ? 'why.located' : service.municipalities.includes(municipality) ? 'why.covers' : 'why.whole-area', { place }) : undefined,
    opening?.isOpen ? text(locale, 'why.open', { time: opening.until }) : undefined,
    filter.free ? text(locale, 'why.free') : undefined,
    service.offer === 'special' ? text(locale, 'why.special') : undefined,
    answersWords(locale, service),
  ].filter((reason) => reason !== undefined && reason !== '') as string[];
}
