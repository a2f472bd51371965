import { field } from '../../../kernel/http/fields.ts';
import type { Services } from '../../../kernel/http/context.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { hashAskerCode, makeAskerCode, readAskerCode } from './asker-code.ts';
import { findPseudonymByHash, insertPseudonym } from './pseudonym.store.ts';

/** Whoever gives no name: returns with a code, or gets one. */
export const codeFields = {
  code: field.optionalText(40),
  newCode: field.flag(),
};

interface AskerInput {
  code?: string | undefined;
  newCode: boolean;
}

export interface AskedBySomeone {
  personId: string | null;
  pseudonymId: string | null;
  /** To write on the card; nobody can find it out afterwards. */
  newCode?: string;
}

/** Who asks: a person, the holder of a code, somebody new who gets one, or nobody in particular. */
export async function askerOf(tx: Transaction, { dataFolder }: Pick<Services, 'dataFolder'>, { code, newCode }: AskerInput, personId: string | null, language: string): Promise<AskedBySomeone | Refusal> {
  const { tenantId } = tx.scope;
  if ((code || newCode) && personId) return refuse('code-beside-name', { field: 'code' });
  if (code && newCode) return refuse('two-codes', { field: 'code' });
  if (code) {
    const read = readAskerCode(code);
    if (!read) return refuse('not-a-code', { field: 'code' });
    const known = await findPseudonymByHash(tx, await hashAskerCode(dataFolder, tenantId, read));
    // Once tied on its holder's wish, the code leads to the person.
    return known ? { personId: known.personId, pseudonymId: known.id } : refuse('code-not-known', { field: 'code' });
  }
  if (!newCode) return { personId, pseudonymId: null };
  const made = makeAskerCode();
  const id = await insertPseudonym(tx, await hashAskerCode(dataFolder, tenantId, made), language);
  if (!id) return refuse('code-to-make-again', { field: 'code', status: 409 });
  tx.record({ act: 'code-given', subjects: [{ type: 'pseudonym', id }] });
  return { personId: null, pseudonymId: id, newCode: made };
}
