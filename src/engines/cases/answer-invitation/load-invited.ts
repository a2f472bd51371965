import type { Read } from '../../../kernel/db/types.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { isLocale, locales, type Locale } from '../../../kernel/i18n/locale.ts';
import { said } from '../../questionnaires/index.ts';
import { findMomentRequests, findTalkAhead, type MomentRequest } from '../appointment.store.ts';
import { findCase, getBlueprint } from '../case.store.ts';
import type { Appointment, CaseFile } from '../case.ts';
import { talkOf } from '../hold-talk/harvest.ts';

/** What the family's page may know: no name and no address, since a letter can fall into other hands. */
export interface Invited {
  file: CaseFile;
  ahead: Appointment | undefined;
  request: MomentRequest | undefined;
  /** What the talk is about, in a language. */
  topics: (locale: Locale) => string[];
}

export async function loadInvited(read: Read, { actor }: Pick<ViewContext, 'actor'>): Promise<Invited | undefined> {
  const file = actor.kind === 'link' ? await findCase(read, actor.subject.id) : undefined;
  if (!file) return undefined;
  const talk = talkOf(await getBlueprint(read, file.blueprintId));
  const pages = talk ? talk.questionnaire.pages.filter(({ id }) => id in talk.talk.themes) : [];
  return {
    file,
    ahead: file.closedOn ? undefined : await findTalkAhead(read, file.id),
    request: (await findMomentRequests(read, [file.id]))[0],
    topics: (locale) => pages.map(({ title }) => said(title, locale)),
  };
}

/** The language that the family reads beside Dutch: as the address says, which the letter or a link on the page put there. */
export function readerLocale({ url }: Pick<ViewContext, 'url'>): Locale {
  const asked = url.searchParams.get('lang');
  return isLocale(asked) ? asked : 'nl';
}

const ownNames: Record<Locale, string> = { nl: 'Nederlands', en: 'English', fr: 'Français', ar: 'العربية', uk: 'Українська' };

/** The page in each language. */
export function languageLinks(path: string, current: Locale) {
  return locales.map((locale) => ({ locale, label: ownNames[locale], href: `${path}?lang=${locale}`, current: locale === current }));
}
