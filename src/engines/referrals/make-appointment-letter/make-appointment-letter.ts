import { z } from 'zod';
import { makeLink } from '../../../kernel/access/identify.store.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { locales, type Locale } from '../../../kernel/i18n/locale.ts';
import { addressLines, findHousehold, findPerson } from '../../people/index.ts';
import { subjectsOf } from '../deliver.ts';
import { appointmentPurpose, factsOf, pageLives, type AppointmentFacts } from '../open-appointment/appointment-facts.ts';
import { refusedOnPage } from '../open-referral/refused-on-page.ts';
import { findReferral } from '../referral.store.ts';
import { readingLanguage } from '../tell-person/reading-language.ts';
import { appointmentLetterView } from './make-appointment-letter.view.tsx';

export interface AppointmentLetter {
  facts: AppointmentFacts;
  name: string;
  address: string[];
  language: Locale;
  secret: string;
}

/** The letter to take along: day, hour, place and the way there, with a code that opens the same on a telephone. */
export const makeAppointmentLetterAct = act({
  path: '/referrals/:id/appointment-letter',
  permission: 'referrals:send',
  event: 'referral-letter-made',
  input: z.strictObject({ id: field.id(), language: field.optionalChoice(locales) }),
  act: async ({ tx, input }): Promise<AppointmentLetter | ReturnType<typeof refuse> | typeof notFound> => {
    const referral = await findReferral(tx, input.id);
    const person = referral?.personId ? await findPerson(tx, referral.personId) : undefined;
    if (!referral || !person) return notFound;
    const facts = factsOf(referral);
    if (!facts) return refuse('not-now', { status: 409 });
    const household = person.householdId ? await findHousehold(tx, person.householdId) : undefined;
    const { secret } = await makeLink(tx, { purpose: appointmentPurpose, subject: { type: 'referral', id: referral.id }, expiresAt: facts.appointment.at.add(pageLives) });
    const language = input.language ?? readingLanguage(person.contactLanguages[0] ?? null) ?? 'nl';
    tx.record({ act: 'referral-letter-made', subjects: subjectsOf(referral), detail: { language } });
    return { facts, name: person.name.full, address: household?.address ? addressLines(household.address) : [], language, secret };
  },
  // The page is the answer itself and nothing is kept of it: it shows the link, which stands nowhere else.
  done: (letter, context) => appointmentLetterView(letter, context),
  again: refusedOnPage,
});
