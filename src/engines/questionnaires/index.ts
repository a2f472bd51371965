import type { Engine } from '../../kernel/engine.ts';
import { responseHoldings } from './response-holding.store.ts';

export { pagesAsked, pagesUnanswered, findPage, isSame, readAnswers, suggestionFor } from './answers.ts';
export { exampleFacts, factsOf, type Answer, type Answers, type PageAnswers } from './facts.ts';
export { PageFields, SavedMeanwhile } from './page-fields.tsx';
export { questionnaireMistakes, questionnairePart } from './part.ts';
export { code, fieldsOf, newcomerText, questionnaireShape, staffText, type Field, type NewcomerText, type Option, type Page, type Questionnaire, type QuestionnaireData, type Rule, type StaffText } from './questionnaire.ts';
export { forgetResponses } from './response-holding.store.ts';
export { completeResponse, findResponse, findResponses, openResponse, savePage, type Response, type SavedPage } from './response.store.ts';
export { answerWords, said, saidBeside } from './said.ts';
export { insertWholeResponses, type WholeResponse } from './whole-response.store.ts';

/** Has no pages of its own: a questionnaire is asked from where it belongs, a case or a survey. */
export const engine: Engine = {
  name: 'questionnaires',
  hasTables: true,
  grants: {},
  routes: [],
  holdings: responseHoldings,
};
