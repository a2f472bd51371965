import { z } from 'zod';
import { findAccount, type Account } from '../../../kernel/access/account.store.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { employ, endEmployment, isRunning } from '../employment/employment.ts';
import { findColleagues, findEmployments, type Colleague, type Employment } from '../employment/employment.store.ts';
import { text } from '../messages.ts';
import { findOrganisation, findOrganisations } from '../organisation.store.ts';
import type { Organisation } from '../service.ts';
import { listColleaguesView, setEmployerView } from './set-employer.view.tsx';

export interface ColleagueList {
  colleagues: Colleague[];
  organisations: Organisation[];
  organisationId: string | undefined;
}

export const listColleaguesPage = page({
  path: '/directory/colleagues',
  permission: 'directory:employ',
  event: unrecorded('colleagues, no newcomer'),
  input: z.strictObject({ organisation: field.optionalId() }),
  load: async ({ read, today, input }): Promise<ColleagueList> => ({
    colleagues: await findColleagues(read, { on: today, ...(input.organisation ? { organisationId: input.organisation } : {}) }),
    organisations: await findOrganisations(read),
    organisationId: input.organisation,
  }),
  view: listColleaguesView,
  api: {
    summary: 'Colleagues, with the organisation that each works for',
    output: z.object({ colleagues: z.array(z.object({ accountId: z.uuid(), name: z.string(), organisationId: z.uuid().nullable(), organisation: z.string().nullable(), since: z.string().nullable() })) }),
    present: ({ colleagues }) => ({
      colleagues: colleagues.map(({ accountId, name, employer }) => ({ accountId, name, organisationId: employer?.organisationId ?? null, organisation: employer?.name ?? null, since: employer?.since.toString() ?? null })),
    }),
  },
});

export interface EmployerScreen {
  account: Account;
  employments: Employment[];
  organisations: Organisation[];
  values: FormValues;
  errors: FieldErrors;
}

async function findScreen(read: Read, accountId: string, { values, errors }: { values?: FormValues; errors?: FieldErrors } = {}): Promise<EmployerScreen | undefined> {
  const account = await findAccount(read, accountId);
  if (!account) return undefined;
  return { account, employments: await findEmployments(read, accountId), organisations: await findOrganisations(read), values: values ?? {}, errors: errors ?? {} };
}

export const setEmployerPage = page({
  path: '/directory/colleagues/:id',
  permission: 'directory:employ',
  event: unrecorded('a colleague, no newcomer'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }): Promise<Outcome<EmployerScreen>> => (await findScreen(read, input.id)) ?? notFound,
  view: setEmployerView,
});

async function again(context: AgainContext) {
  const errors: FieldErrors = { ...context.errors };
  if (context.refusal?.field) errors[context.refusal.field] = refusalText(context, context.refusal.name);
  const screen = await findScreen(context.read, context.params['id']!, { values: context.values, errors });
  return screen ? setEmployerView(screen, context) : notFound;
}

function refusalText({ locale }: ViewContext, name: string): string {
  return name === 'employer-not-known' ? text(locale, 'employ.refusal.organisation') : text(locale, 'employ.refusal.not-employed');
}

const output = z.object({ id: z.uuid() });

export const setEmployerAct = act({
  path: '/directory/colleagues/:id/employer',
  permission: 'directory:employ',
  event: 'employment-began',
  input: z.strictObject({ id: field.id(), organisation: field.id(), from: field.day() }),
  act: async ({ tx, input: { id, organisation, from } }): Promise<Outcome<{ id: string }>> => {
    if (!(await findAccount(tx, id))) return notFound;
    if (!(await findOrganisation(tx, organisation))) return refuse('employer-not-known', { field: 'organisation' });
    await employ(tx, { accountId: id, organisationId: organisation, from });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/colleagues/${id}`, { kind: 'done', text: text(locale, 'employ.done') }),
  again,
  api: { summary: 'Say for which organisation a colleague works from a day on', output },
});

export const endEmployerAct = act({
  path: '/directory/colleagues/:id/no-employer',
  permission: 'directory:employ',
  event: 'employment-ended',
  input: z.strictObject({ id: field.id(), lastDay: field.day() }),
  act: async ({ tx, input: { id, lastDay } }): Promise<Outcome<{ id: string }>> => {
    if (!(await findAccount(tx, id))) return notFound;
    const employments = await findEmployments(tx, id);
    if (!employments.some((employment) => isRunning(employment, lastDay))) return refuse('not-employed', { field: 'lastDay' });
    await endEmployment(tx, { accountId: id, lastDay });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/directory/colleagues/${id}`, { kind: 'done', text: text(locale, 'employ.ended') }),
  again,
  api: { summary: 'Say that a colleague works for none of the organisations after a day', output },
});
