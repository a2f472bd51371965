import type { Transaction } from '../../kernel/db/types.ts';
import { registerPersons } from '../people/index.ts';
import type { NewQuestion } from './question.ts';
import { recordQuestions } from './register.ts';

/** A question about housing at the desk, in Dutch, anonymous; whatever is given differs. */
export function aQuestion(traits: Partial<NewQuestion> = {}): NewQuestion {
  return { theme: 'housing', channel: 'desk', language: 'nl', handling: ['informed'], ...traits };
}

/** Records questions and answers their ids in the order given. */
export async function recorded(tx: Transaction, ...questions: Partial<NewQuestion>[]): Promise<string[]> {
  return (await recordQuestions(tx, questions.map(aQuestion))).ids;
}

/** Someone who can ask, registered under this name. */
export async function anAsker(tx: Transaction, name = 'Amira Haddad', birthYear?: number): Promise<string> {
  const [id] = await registerPersons(tx, [{ name: { given: null, family: null, full: name }, ...(birthYear ? { birth: { year: birthYear, month: null, day: null } } : {}) }]);
  return id!;
}
