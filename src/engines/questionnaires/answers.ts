import { z } from 'zod';
import { evaluateExpression, holds } from '../../kernel/expression/expression.ts';
import { fieldErrors, type FieldErrors } from '../../kernel/http/fields.ts';
import { field as inputField } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { factsOf, type Answers, type PageAnswers } from './facts.ts';
import { fieldsOf, type Field, type Page, type Questionnaire, type Rule } from './questionnaire.ts';

/** The pages that these answers call for, in order. */
export function pagesAsked(questionnaire: Questionnaire, answers: Answers): Page[] {
  const facts = factsOf(questionnaire, answers);
  return questionnaire.pages.filter((page) => !page.askWhen || holds(page.askWhen, facts));
}

/** The page's answers as they came from a form or from JSON, made sound; or what is wrong, in a sentence a field. */
export function readAnswers(questionnaire: Questionnaire, page: Page, values: Record<string, unknown>, locale: Locale): { answers: PageAnswers } | { errors: FieldErrors } {
  const fields = fieldsOf(questionnaire, page);
  const parsed = z.strictObject(Object.fromEntries(fields.map((each) => [each.id, inputOf(each)]))).safeParse(values);
  if (!parsed.success) return { errors: fieldErrors(locale, parsed.error.issues) };
  return { answers: Object.fromEntries(fields.map((each) => [each.id, parsed.data[each.id] ?? (each.kind === 'many-of' ? [] : null)])) as PageAnswers };
}

/** Nothing has to be filled in: a talk at a kitchen table breaks off where it breaks off. */
function inputOf(asked: Field): z.ZodType {
  switch (asked.kind) {
    case 'one-of':
      return inputField.optionalChoice(ids(asked.options));
    case 'many-of':
      return inputField.list(z.enum(ids(asked.options), 'choose'));
    case 'words':
      return inputField.optionalText(asked.maximum);
    case 'number':
      return inputField.optionalInteger(asked.from, asked.to);
  }
}

function ids(options: readonly { id: string }[]): [string, ...string[]] {
  return options.map(({ id }) => id) as [string, ...string[]];
}

/** The first rule that holds for these answers; undefined when none does or the field suggests nothing. */
export function suggestionFor(questionnaire: Questionnaire, asked: Field, answers: Answers): Rule | undefined {
  if (asked.kind !== 'one-of' || !asked.suggest) return undefined;
  const facts = factsOf(questionnaire, answers);
  return asked.suggest.find((rule) => evaluateExpression(rule.when, facts) === true);
}

/** Pages on which nothing was answered, read-backs left out: what a talk did not get to. */
export function pagesUnanswered(questionnaire: Questionnaire, answers: Answers): Page[] {
  return pagesAsked(questionnaire, answers).filter((page) => page.kind === 'questions' && Object.values(answers[page.id] ?? {}).every(isEmpty));
}

function isEmpty(answer: unknown): boolean {
  return answer === null || (Array.isArray(answer) && answer.length === 0);
}

export function findPage(questionnaire: Questionnaire, id: string): Page | undefined {
  return questionnaire.pages.find((page) => page.id === id);
}

/** Whether two sets of answers to a page say the same. */
export function isSame(questionnaire: Questionnaire, page: Page, one: PageAnswers, other: PageAnswers): boolean {
  return fieldsOf(questionnaire, page).every(({ id }) => JSON.stringify(normal(one[id])) === JSON.stringify(normal(other[id])));
}

function normal(answer: PageAnswers[string] | undefined): unknown {
  if (Array.isArray(answer)) return [...answer].sort();
  return answer ?? null;
}
