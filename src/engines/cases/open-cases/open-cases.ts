import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { factsOf } from '../../questionnaires/index.ts';
import { adopt } from '../adoption.ts';
import { findAdoptedNames, findAdoption, findAdoptions, findTerms, type Adoption } from '../adoption.store.ts';
import type { Blueprint } from '../blueprint.ts';
import { dueOn, termOn, type Term } from '../clock.ts';
import { startPlan } from '../plan.ts';
import { findArrivals, findArrivalsOf, findMisfits, insertCases, updateFits, type Arrival, type NewCase } from './open-cases.store.ts';

/** So many in one transaction: others wait for the log no longer than a moment. */
const batch = 500;
/** So many looked up at once: finding them costs more than writing them. */
const mostFound = 10_000;

/**
 * Keeps the cases in step with the households, once a minute and after an import: what each authority runs by default is
 * adopted, a household that arrived gets its case, and a running case follows a corrected day of arrival, a move within the
 * authority and other contact languages. Doing it again changes nothing.
 */
export async function keepInStep(context: JobContext, shipped: readonly Blueprint[]): Promise<void> {
  const missing = await context.read((read) => notAdopted(read, shipped));
  for (const blueprint of missing) await context.write((tx) => adopt(tx, blueprint));
  const adoptions = await context.read(findAdoptions);
  for (const adoption of adoptions) {
    while (!context.isStopping() && (await openArrivals(context, adoption)) === mostFound);
    while (!context.isStopping() && (await setRight(context, adoption)) === batch);
  }
}

async function notAdopted(read: Read, shipped: readonly Blueprint[]): Promise<Blueprint[]> {
  const adopted = await findAdoptedNames(read);
  return shipped.filter(({ id }) => !adopted.includes(id));
}

async function openArrivals(context: JobContext, adoption: Adoption): Promise<number> {
  const { opens } = adoption.blueprint.trajectory;
  if (opens.on !== 'arrival') return 0;
  const today = dayOf(context.now());
  const span = { blueprint: adoption.blueprint.id, from: today.subtract(Temporal.Duration.from(opens.lookBack)), until: today, limit: mostFound };
  const arrivals = await context.read((read) => findArrivals(read, span));
  for (let from = 0; from < arrivals.length && !context.isStopping(); from += batch) {
    await context.write((tx) => openFor(tx, adoption, arrivals.slice(from, from + batch)));
  }
  return arrivals.length;
}

async function openFor(tx: Transaction, adoption: Adoption, arrivals: readonly Arrival[]): Promise<string[]> {
  const { blueprint, blueprintId } = adoption;
  const terms = await findTerms(tx, blueprint.id);
  const cases = arrivals.map((arrival) => withClock(blueprint, terms, { ...arrival, id: newId() }));
  const nothingAnswered = Object.fromEntries(blueprint.questionnaires.map((one) => [one.id, factsOf(one, {})]));
  const opened = await insertCases(tx, { blueprint: blueprint.id, blueprintId, plan: startPlan(blueprint.trajectory, nothingAnswered), cases });
  for (const one of cases.filter(({ id }) => opened.has(id))) {
    tx.record({
      act: 'case-opened',
      subjects: [{ type: 'case', id: one.id }, { type: 'household', id: one.householdId }],
      detail: { practice: blueprint.id, version: blueprint.version, openedOn: one.arrivedOn.toString(), dueOn: one.dueOn?.toString() ?? null },
    });
  }
  return [...opened];
}

/** The clock of a case that starts on the day of arrival, by the term that was valid on that day. */
function withClock(blueprint: Blueprint, terms: readonly (Term & { clock: string })[], one: Arrival & { id: string }): NewCase {
  const [clock] = blueprint.trajectory.clocks;
  const term = clock && termOn(terms.filter((each) => each.clock === clock.id), one.arrivedOn);
  if (!clock || !term) return { ...one, termId: null, dueOn: null, attentionOn: null };
  const last = dueOn(one.arrivedOn, term.duration);
  return { ...one, termId: term.id, dueOn: last, attentionOn: last.subtract(Temporal.Duration.from(clock.soon)) };
}

async function setRight(context: JobContext, adoption: Adoption): Promise<number> {
  const { blueprint } = adoption;
  const misfits = await context.read((read) => findMisfits(read, blueprint.id, batch));
  if (misfits.length === 0) return 0;
  await context.write(async (tx) => {
    const terms = await findTerms(tx, blueprint.id);
    const fits = misfits.map((one) => withClock(blueprint, terms, { ...one, arrivedOn: one.isRunning ? one.arrivedOn : one.openedOn }));
    await updateFits(tx, fits);
    misfits.forEach((before, index) => {
      const after = fits[index]!;
      if (before.openedOn.equals(after.arrivedOn)) return;
      tx.record({
        act: 'clock-set-right',
        subjects: [{ type: 'case', id: before.id }, { type: 'household', id: before.householdId }],
        detail: { from: before.openedOn.toString(), to: after.arrivedOn.toString(), dueOn: after.dueOn?.toString() ?? null },
      });
    });
  });
  return misfits.length;
}

/**
 * Opens a case for each of these households that arrived and has no running one; answers the ids of the new cases.
 * Throws when the authority does not run the practice.
 */
export async function openCases(tx: Transaction, { blueprint, householdIds }: { blueprint: string; householdIds: readonly string[] }): Promise<string[]> {
  const adoption = await findAdoption(tx, blueprint);
  if (!adoption) throw new Error(`The practice '${blueprint}' is not adopted.`);
  const arrivals = await findArrivalsOf(tx, householdIds);
  return arrivals.length === 0 ? [] : openFor(tx, adoption, arrivals);
}
