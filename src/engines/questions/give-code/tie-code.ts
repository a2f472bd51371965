import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { findPersonSummaries } from '../../people/index.ts';
import { findAskersById, findAskersByName } from '../find-asker/find-asker.ts';
import { text } from '../messages.ts';
import type { Asker } from '../question-form.tsx';
import { hashAskerCode, readAskerCode } from './asker-code.ts';
import { findPseudonymByHash, tiePseudonym } from './pseudonym.store.ts';
import { tieCodeView } from './tie-code.view.tsx';

export interface TieScreen {
  values: FormValues;
  askers: Asker[] | undefined;
  errors: FieldErrors;
}

export const tieCodePage = page({
  path: '/questions/codes',
  permission: 'questions:record',
  event: unrecorded('an empty form'),
  load: async (): Promise<TieScreen> => ({ values: {}, askers: undefined, errors: {} }),
  view: tieCodeView,
});

/** The holder of a code wishes to be known: what they asked becomes theirs. There is no act that goes the other way. */
export const tieCodeAct = act({
  path: '/questions/codes',
  permission: 'questions:record',
  event: 'code-tied',
  input: z.strictObject({ code: field.text(40), person: field.optionalId(), personName: field.optionalText(100), find: field.flag(), wish: field.flag() }),
  act: async ({ input, tx, services }): Promise<Outcome<{ personId: string }>> => {
    if (input.find || !input.person) return refuse('person-to-choose', { field: 'personName' });
    const code = readAskerCode(input.code);
    if (!code) return refuse('not-a-code', { field: 'code' });
    const pseudonym = await findPseudonymByHash(tx, await hashAskerCode(services.dataFolder, tx.scope.tenantId, code));
    if (!pseudonym) return refuse('code-not-known', { field: 'code' });
    if (!input.wish) return refuse('not-on-wish', { field: 'wish' });
    if ((await findPersonSummaries(tx, [input.person])).size === 0) return refuse('person-not-known', { field: 'personName' });
    if (!(await tiePseudonym(tx, pseudonym.id, input.person))) return refuse('code-tied-already', { field: 'code', status: 409 });
    tx.record({ act: 'code-tied', subjects: [{ type: 'pseudonym', id: pseudonym.id }, { type: 'person', id: input.person }] });
    return { personId: input.person };
  },
  done: ({ personId }, { locale }) => seeOther(`/people/${personId}`, { kind: 'done', text: text(locale, 'code.tied') }),
  again: async (context: AgainContext) => {
    const { locale, refusal, values, read } = context;
    const errors = { ...context.errors };
    if (refusal && refusal.name in fields) errors[fields[refusal.name as keyof typeof fields]] = text(locale, `refusal.${refusal.name as keyof typeof fields}`);
    const askers = await loadAskers(read, values);
    if (refusal?.name === 'person-to-choose' && !askers?.length) errors['personName'] = text(locale, values['personName'] ? 'asker.nobody' : 'code.person-needed');
    return tieCodeView({ values, askers, errors }, context);
  },
  api: { summary: 'Tie a code to a person, on the wish of its holder', output: z.object({ personId: z.uuid() }) },
});

const fields = { 'not-a-code': 'code', 'code-not-known': 'code', 'code-tied-already': 'code', 'not-on-wish': 'wish', 'person-not-known': 'personName' } as const;

async function loadAskers(read: Read, { person, personName }: FormValues): Promise<Asker[] | undefined> {
  if (typeof personName === 'string' && personName.trim()) return findAskersByName(read, personName);
  return typeof person === 'string' && person ? findAskersById(read, person) : undefined;
}
