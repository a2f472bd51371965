import { z } from 'zod';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse, Refusal } from '../../../kernel/http/refusal.ts';
import { newId } from '../../../kernel/id.ts';
import { handlings, maximumMinutes, type Handling, type NewQuestion, type QuestionFacts } from '../question.ts';
import { refuseTheme } from '../question-fields.ts';
import { joinContact } from '../question.store.ts';
import { readThemeChoice, type ThemeChoice } from '../theme-choice.ts';

/** Room on the form for so many more questions of the same contact. */
export const moreAtMost = 4;

/** What else was asked in the same contact: the n-th of each list belongs to the n-th question; one without a theme is none. */
export const contactFields = {
  moreTheme: field.list(field.optionalText(60)),
  moreHandling: field.list(field.optionalChoice(handlings)),
  moreMinutes: field.list(field.optionalInteger(0, maximumMinutes)),
  moreNote: field.list(field.optionalText(1000)),
  /** The minutes are the first question's alone; otherwise they are divided over the questions without minutes of their own. */
  minutesOfFirst: field.flag(),
  /** A question of the same contact that was recorded before. */
  contact: field.optionalId(),
};

export type ContactInput = z.output<z.ZodObject<typeof contactFields>>;

interface More extends ThemeChoice {
  handling: Handling[];
  minutes: number | null;
  note: string | null;
}

/** The questions of one contact: the first with all its facts, the others with what they have of their own. */
export async function questionsOfContact(tx: Transaction, input: ContactInput, first: NewQuestion & QuestionFacts): Promise<NewQuestion[] | Refusal> {
  const more = await moreOf(tx, input);
  if (more instanceof Refusal) return more;
  const contactId = input.contact ? await joinContact(tx, input.contact) : undefined;
  if (input.contact && !contactId) return refuse('contact-not-known', { field: 'contact' });
  const id = first.id ?? newId();
  if (more.length === 0) return [{ ...first, id, contactId: contactId ?? null }];
  // Who, where and how are the contact's; what was done about one question, and the way that was gone for it, are its own.
  const { open: _open, visit: _visit, serviceId: _service, ...shared } = first;
  const others = more.map(({ theme, subTheme, handling, minutes, note }) => ({ ...shared, id: newId(), theme, subThemeId: subTheme ?? null, handling, minutes, note }));
  const questions = [{ ...first, id }, ...others].map((question) => ({ ...question, contactId: contactId ?? id }));
  return input.minutesOfFirst ? questions : withMinutesDivided(questions, first.minutes);
}

async function moreOf(read: Read, { moreTheme, moreHandling, moreMinutes, moreNote }: ContactInput): Promise<More[] | Refusal> {
  const more: More[] = [];
  for (const [index, written] of moreTheme.entries()) {
    if (!written) continue;
    const choice = readThemeChoice(written);
    if (!choice) return refuse('theme-not-used', { field: 'moreTheme' });
    const handling = moreHandling[index];
    more.push({ ...choice, handling: handling ? [handling] : [], minutes: moreMinutes[index] ?? null, note: moreNote[index] ?? null });
  }
  if (more.length > moreAtMost) return refuse('too-many-questions', { field: 'moreTheme' });
  const refused = await Promise.all(more.map(({ theme, subTheme }) => refuseTheme(read, { theme, subTheme })));
  return refused.some(Boolean) ? refuse('theme-not-used', { field: 'moreTheme' }) : more;
}

/** So that the minutes of all add up to those of the contact: the first ones take what is left over. */
export function withMinutesDivided<Q extends { minutes?: number | null }>(questions: readonly Q[], total: number | null): Q[] {
  if (total === null) return [...questions];
  const without = questions.filter((question, index) => index === 0 || (question.minutes ?? null) === null);
  const share = Math.floor(total / without.length);
  const over = total % without.length;
  return questions.map((question) => {
    const place = without.indexOf(question);
    return place < 0 ? question : { ...question, minutes: share + (place < over ? 1 : 0) };
  });
}
