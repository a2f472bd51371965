import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded, type Route } from '../../../kernel/http/route.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { takeVersion } from '../adoption.ts';
import { deleteTermAhead, findAdoption, findAdoptions, findTerms, insertTerm, updateOverrides, type Adoption, type SetTerm } from '../adoption.store.ts';
import type { Blueprint } from '../blueprint.ts';
import { text } from '../messages.ts';
import { setTermsView } from './set-terms.view.tsx';
import { termUnits } from './term-units.ts';

export interface Settings {
  adoptions: Adoption[];
  terms: SetTerm[];
  /** Versions that this release brings and the authority does not use yet, by practice. */
  newer: Map<string, number>;
}


const unitLetter = { months: 'M', weeks: 'W', days: 'D' } as const;
const path = '/settings/cases';

const id = z.object({ id: z.uuid() });

/** The settings of the practices that run as cases: terms from a day on, and what the authority does differently. */
export function settingsRoutes(shipped: readonly Blueprint[]): Route[] {
  const load = async (read: Read): Promise<Settings> => {
    const adoptions = await findAdoptions(read);
    const newer = shipped.filter((one) => adoptions.some(({ blueprint }) => blueprint.id === one.id && blueprint.version < one.version));
    return { adoptions, terms: await findTerms(read), newer: new Map(newer.map((one) => [one.id, one.version])) };
  };
  const again = async (context: AgainContext) => setTermsView(await load(context.read), context);

  const settingsPage = page({
    path,
    permission: 'cases:settings',
    event: unrecorded('settings'),
    load: ({ read }) => load(read),
    view: (settings, context) => setTermsView(settings, context),
    api: {
      summary: 'List the terms of the clocks',
      output: z.object({ terms: z.array(z.object({ id: z.uuid(), practice: z.string(), clock: z.string(), duration: z.string(), validFrom: z.string(), source: z.string() })) }),
      present: ({ terms }) => ({ terms: terms.map(({ blueprint: practice, ...term }) => ({ practice, ...term })) }),
    },
  });

  const setTermAct = act({
    path: `${path}/terms`,
    permission: 'cases:settings',
    event: 'term-set',
    input: z.strictObject({ practice: field.text(60), amount: field.integer(1, 1000), unit: field.choice(termUnits), validFrom: field.day(), source: field.text(300) }),
    act: async ({ tx, input, today }) => {
      const adoption = await findAdoption(tx, input.practice);
      const [clock] = adoption?.blueprint.trajectory.clocks ?? [];
      if (!adoption || !clock) return notFound;
      // From tomorrow on: who arrived today has a case with today's term, and a running case never changes its term.
      if (Temporal.PlainDate.compare(input.validFrom, today) <= 0) return refuse('term-not-ahead', { field: 'validFrom' });
      const duration = `P${input.amount}${unitLetter[input.unit]}`;
      const termId = await insertTerm(tx, { blueprint: adoption.blueprint.id, clock: clock.id, duration, validFrom: input.validFrom, source: input.source });
      if (!termId) return refuse('term-from-that-day', { field: 'validFrom' });
      tx.record({ act: 'term-set', subjects: [{ type: 'term', id: termId }], detail: { practice: adoption.blueprint.id, duration, validFrom: input.validFrom.toString() } });
      return { id: termId };
    },
    done: (_, { locale }) => seeOther(path, { kind: 'done', text: text(locale, 'terms.set') }),
    again,
    api: { summary: 'Set how long a clock runs, for who arrives from a day on', output: id, status: 201 },
  });

  const withdrawTermAct = act({
    path: `${path}/terms/:id/withdraw`,
    permission: 'cases:settings',
    event: 'term-withdrawn',
    input: z.strictObject({ id: field.id() }),
    act: async ({ tx, input, today }) => {
      if (!(await findTerms(tx)).some((term) => term.id === input.id)) return notFound;
      if (!(await deleteTermAhead(tx, input.id, today))) return refuse('term-began', { status: 409 });
      tx.record({ act: 'term-withdrawn', subjects: [{ type: 'term', id: input.id }] });
      return { id: input.id };
    },
    done: (_, { locale }) => seeOther(path, { kind: 'done', text: text(locale, 'terms.withdrawn') }),
    again,
    api: { summary: 'Take back a term that has not begun', output: id },
  });

  const ownWayAct = act({
    path: `${path}/own-way`,
    permission: 'cases:settings',
    event: 'practice-adapted',
    input: z.strictObject({ practice: field.text(60), version: field.version(), minutes: field.optionalInteger(15, 480), place: field.optionalText(200) }),
    act: async ({ tx, input }) => {
      const adoption = await findAdoption(tx, input.practice);
      if (!adoption) return notFound;
      const overrides = { ...(input.minutes ? { minutes: input.minutes } : {}), ...(input.place ? { place: input.place } : {}) };
      if (!(await updateOverrides(tx, { id: adoption.id, version: input.version, overrides }))) return changedMeanwhile();
      tx.record({ act: 'practice-adapted', subjects: [{ type: 'adoption', id: adoption.id }], detail: { practice: adoption.blueprint.id, minutes: input.minutes ?? null } });
      return { id: adoption.id };
    },
    done: (_, { locale }) => seeOther(path, { kind: 'done', text: text(locale, 'own-way.saved') }),
    again,
    api: { summary: 'Set what the authority does differently from the blueprint', output: id },
  });

  const takeVersionAct = act({
    path: `${path}/version`,
    permission: 'cases:settings',
    event: 'practice-version-taken',
    input: z.strictObject({ practice: field.text(60) }),
    act: async ({ tx, input }) => {
      const adoption = await findAdoption(tx, input.practice);
      const blueprint = shipped.find((one) => one.id === input.practice);
      if (!adoption || !blueprint) return notFound;
      await takeVersion(tx, adoption, blueprint);
      return { id: adoption.id };
    },
    done: (_, { locale }) => seeOther(path, { kind: 'done', text: text(locale, 'version.taken') }),
    again,
    api: { summary: 'Begin new cases with the newest version of a practice', output: id },
  });

  return [settingsPage, setTermAct, withdrawTermAct, ownWayAct, takeVersionAct];
}
