import { findMistake } from '../../kernel/expression/expression.ts';
import { exampleFacts } from './facts.ts';
import { fieldsOf, questionnaireShape, type Field, type Questionnaire } from './questionnaire.ts';

export { code, newcomerText, staffText, type NewcomerText, type QuestionnaireData, type StaffText } from './questionnaire.ts';

/** A questionnaire: pages of fields, each saved by itself. */
export const questionnairePart = questionnaireShape.superRefine((questionnaire, context) => {
  for (const message of questionnaireMistakes(questionnaire)) context.addIssue({ code: 'custom', message });
});

/** Each mistake in a sentence that names the culprit. */
export function questionnaireMistakes(questionnaire: Questionnaire): string[] {
  const broken = brokenReferences(questionnaire);
  // Expressions are tried on an example of the answers, which can only be made of whole pages.
  return broken.length > 0 ? broken : expressionMistakes(questionnaire);
}

function brokenReferences({ id, shared, pages }: Questionnaire): string[] {
  const mistakes = [...twice(pages).map((page) => `questionnaire '${id}' has two pages '${page}'`), ...twice(shared).map((name) => `questionnaire '${id}' has two shared fields '${name}'`)];
  for (const page of pages) {
    const names = page.fields.map((each) => (typeof each === 'string' ? { id: each } : each));
    mistakes.push(...twice(names).map((name) => `page '${page.id}' asks the field '${name}' twice`));
    for (const each of page.fields) {
      if (typeof each === 'string' && !shared.some((one) => one.id === each)) mistakes.push(`page '${page.id}' uses the shared field '${each}', which does not exist`);
    }
    if (page.kind === 'questions' && page.fields.length === 0) mistakes.push(`page '${page.id}' asks nothing`);
    if (page.kind === 'read-back' && page.fields.length > 0) mistakes.push(`page '${page.id}' reads back and cannot ask anything`);
  }
  const all = [...shared, ...pages.flatMap((page) => page.fields.filter((each) => typeof each !== 'string'))];
  mistakes.push(...all.filter((each) => reserved.includes(each.id)).map((each) => `a field cannot be called '${each.id}': the form itself has one of that name`));
  return [...mistakes, ...all.flatMap(optionMistakes)];
}

/** What a page's form sends beside the answers. */
const reserved = ['id', 'page', 'version', 'key'];

function optionMistakes(asked: Field): string[] {
  if (asked.kind === 'number') return asked.from > asked.to ? [`field '${asked.id}' goes from ${asked.from} to ${asked.to}`] : [];
  if (asked.kind === 'words') return [];
  const mistakes = twice(asked.options).map((name) => `field '${asked.id}' has two options '${name}'`);
  if (asked.kind === 'many-of') return mistakes;
  const unknown = (asked.suggest ?? []).filter((each) => !asked.options.some((one) => one.id === each.choose));
  return [...mistakes, ...unknown.map((each) => `field '${asked.id}' suggests '${each.choose}', which is not one of its options`)];
}

function expressionMistakes(questionnaire: Questionnaire): string[] {
  const example = exampleFacts(questionnaire);
  const mistakes: string[] = [];
  for (const page of questionnaire.pages) {
    const mistake = page.askWhen && findMistake(page.askWhen, example);
    if (mistake) mistakes.push(`page '${page.id}' is asked when ${mistake}`);
    for (const asked of fieldsOf(questionnaire, page)) {
      for (const each of asked.kind === 'one-of' ? (asked.suggest ?? []) : []) {
        const wrong = findMistake(each.when, example);
        if (wrong) mistakes.push(`field '${asked.id}' on page '${page.id}' suggests '${each.choose}' when ${wrong}`);
      }
    }
  }
  return mistakes;
}

function twice(things: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  return [...new Set(things.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id))];
}
