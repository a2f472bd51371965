import { z } from 'zod';
import { seeOther } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, LoadContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { refuse, Refusal } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { findMunicipalities, themes, type Municipality } from '../../../directory/index.ts';
import { nisCode } from '../../list-questions/question-filter.ts';
import { barrierReasons } from '../../note-barriers/barrier.ts';
import { barrierFields, loadBarrierServices, serviceOf, type ServiceChoice } from '../../note-barriers/note-barriers.ts';
import { findLikelyNames } from '../find-likely-names.ts';
import { text } from '../messages.ts';
import { signalErrors } from '../refusals.ts';
import { raiseSignal } from '../register.ts';
import { typed } from '../signal-parts.tsx';
import { raiseSignalView } from './raise-signal.view.tsx';

export interface RaiseScreen {
  values: FormValues;
  errors: FieldErrors;
  area: Municipality[];
  services: ServiceChoice[] | undefined;
  /** What in the words looks like somebody's name or number. */
  names: string[];
}

export const raiseSignalPage = page({
  path: '/signals/new',
  permission: 'questions:signals-raise',
  event: unrecorded('an empty form'),
  input: z.strictObject({ theme: field.optionalChoice(themes), reason: field.optionalChoice(barrierReasons) }),
  load: async ({ read, input }: LoadContext<{ theme?: string; reason?: string }>) => screen(read, { theme: input.theme ?? '', reason: input.reason ?? '' }, {}),
  view: raiseSignalView,
});

/** In a colleague's own words; another colleague reads them before policy does. */
export const raiseSignalAct = act({
  path: '/signals',
  permission: 'questions:signals-raise',
  event: 'signal-raised',
  input: z.strictObject({
    words: field.text(2000),
    reason: field.choice(barrierReasons),
    theme: field.choice(themes),
    municipality: nisCode(),
    barrierService: barrierFields.barrierService,
    barrierServiceName: barrierFields.barrierServiceName,
    /** The writer looked at what resembles a name, and it is none. */
    namesChecked: field.flag(),
  }),
  act: async ({ input, tx }) => {
    const serviceId = await serviceOf(tx, input);
    if (serviceId instanceof Refusal) return serviceId;
    const area = await findMunicipalities(tx);
    if (input.municipality && !area.some(({ nis }) => nis === input.municipality)) return refuse('outside-the-area', { field: 'municipality' });
    if (!input.namesChecked && (await findLikelyNames(tx, input.words)).length > 0) return refuse('names-likely', { field: 'words' });
    const municipality = serviceId ? null : (input.municipality ?? (area.length === 1 ? area[0]!.nis : null));
    return raiseSignal(tx, { words: input.words, reason: input.reason, theme: input.theme, serviceId, municipality });
  },
  done: ({ id }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'raise.done') }),
  again: async (context: AgainContext) => raiseSignalView(await screen(context.read, context.values, signalErrors(context)), context),
  api: { summary: 'Raise a signal in your own words', output: z.object({ id: z.uuid() }), status: 201 },
});

async function screen(read: Read, values: FormValues, errors: FieldErrors): Promise<RaiseScreen> {
  const words = typed(values, 'words');
  const [barrierService, barrierServiceName] = [typed(values, 'barrierService'), typed(values, 'barrierServiceName')];
  return {
    values,
    errors,
    area: await findMunicipalities(read),
    services: await loadBarrierServices(read, { ...(barrierService ? { barrierService } : {}), ...(barrierServiceName ? { barrierServiceName } : {}) }),
    names: words ? await findLikelyNames(read, words) : [],
  };
}
