import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMomentLong } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { addressLines, type Household } from '../../people/index.ts';
import { said } from '../../questionnaires/index.ts';
import type { Invitation } from '../blueprint.ts';
import { firstNameOf, type Appointment } from '../case.ts';
import { placeWords } from '../place-words.ts';

/** An invitation in one language, with everything filled in. */
export interface LetterText {
  subject: string;
  greeting: string;
  paragraphs: string[];
  closing: string;
}

/** The letter's text in a language. The moment is said as people say it in that language; names and the place stay as they are. */
export function letterText(invitation: Invitation, { household, ahead, tenant }: { household: Household; ahead: Appointment; tenant: ViewContext['tenant'] }, locale: Locale): LetterText {
  const { day, time } = formatMomentLong(locale, ahead.startsAt);
  const values: Record<string, string> = {
    family: household.members[0]?.name.full ?? '',
    day,
    time,
    place: placeWords(locale, ahead, household.address),
    guide: firstNameOf(ahead.workerName),
    minutes: String(Math.round(ahead.startsAt.until(ahead.endsAt).total('minutes'))),
    authority: tenant.name,
  };
  const filled = (text: Invitation['subject']) => said(text, locale).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
  return { subject: filled(invitation.subject), greeting: filled(invitation.greeting), paragraphs: invitation.paragraphs.map(filled), closing: filled(invitation.closing) };
}

/** Who it is sent to, as it stands in the window of the envelope. */
export function recipientLines(household: Household): string[] {
  const name = household.members[0]?.name.full;
  return [...(name ? [name] : []), ...(household.address ? addressLines(household.address) : [])];
}
