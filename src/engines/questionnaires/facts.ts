import type { Facts } from '../../kernel/expression/expression.ts';
import { fieldsOf, type Field, type Page, type Questionnaire } from './questionnaire.ts';

/** What was answered to one field; null is not answered. */
export type Answer = string | string[] | number | null;
/** By field. */
export type PageAnswers = Record<string, Answer>;
/** By page. */
export type Answers = Record<string, PageAnswers>;

/**
 * The answers as an expression sees them: `pages`, a list in which every page has every field (null, or an empty list,
 * where it does not ask it), and each page under its own name: `count(pages[understood = "no"]) > 2`, `housing.needs`.
 */
export function factsOf(questionnaire: Questionnaire, answers: Answers): Facts {
  return toFacts(questionnaire, (page, field) => answers[page.id]?.[field.id] ?? emptyAnswer(field));
}

/** The same with something in every field: what an expression is checked on. */
export function exampleFacts(questionnaire: Questionnaire): Facts {
  return toFacts(questionnaire, (_, field) => exampleAnswer(field));
}

function toFacts(questionnaire: Questionnaire, answerTo: (page: Page, field: Field) => Answer): Facts {
  const everyField = questionnaire.pages.flatMap((page) => fieldsOf(questionnaire, page));
  const nothing = Object.fromEntries(everyField.map((field) => [field.id, emptyAnswer(field)]));
  const pages = questionnaire.pages.map((page) => {
    const own = fieldsOf(questionnaire, page).map((field) => [field.id, answerTo(page, field)] as const);
    return { ...nothing, ...Object.fromEntries(own), page: page.id };
  });
  return { pages, ...Object.fromEntries(pages.map((page) => [page.page, page])) };
}

function emptyAnswer(field: Field): Answer {
  return field.kind === 'many-of' ? [] : null;
}

function exampleAnswer(field: Field): Answer {
  if (field.kind === 'many-of') return [field.options[0]!.id];
  if (field.kind === 'one-of') return field.options[0]!.id;
  return field.kind === 'number' ? field.from : 'x';
}
