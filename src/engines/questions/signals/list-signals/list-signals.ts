import { z } from 'zod';
import { download } from '../../../../kernel/http/answer.ts';
import type { LoadContext, ViewContext } from '../../../../kernel/http/context.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { writeCsv } from '../../../../kernel/tables/write-csv.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import { findMunicipalities, themeLabel, type Municipality } from '../../../directory/index.ts';
import { barrierLabel } from '../../note-barriers/barrier.ts';
import { text } from '../messages.ts';
import { signalJson } from '../signal-json.ts';
import { insideOf } from '../signal-parts.tsx';
import { findSignalRule } from '../signal-rule.store.ts';
import { findSignals, signalsAtMost } from '../signal.store.ts';
import { isBack, type Signal, type SignalRule } from '../signal.ts';
import { listSignalsView } from './list-signals.view.tsx';
import { asFilter, filterShape, type ListInput } from './signal-filter.ts';

export interface SignalList {
  input: ListInput;
  signals: Signal[];
  /** There are more than are listed. */
  isMore: boolean;
  area: Municipality[];
  rule: SignalRule;
}

const input = z.strictObject(filterShape);
const noFile = 'counts and released words: they name nobody';

/** What stands in the way, as counts and as colleagues' own words. */
export const listSignalsPage = page({
  path: '/signals',
  permission: 'questions:signals',
  event: unrecorded(noFile),
  input,
  load: loadList,
  view: listSignalsView,
  api: {
    summary: 'List signals',
    output: z.object({ isMore: z.boolean(), signals: z.array(signalJson) }),
    present: ({ signals, isMore }) => ({ isMore, signals }),
  },
});

export const exportSignalsPage = page({
  path: '/signals/export',
  permission: 'questions:signals',
  event: unrecorded(noFile),
  input,
  load: loadList,
  view: ({ signals }, context) => download(csvOf(signals, context), 'text/csv; charset=utf-8', `${text(context.locale, 'csv.file')}-${context.today}.csv`),
});

async function loadList(context: LoadContext<ListInput>): Promise<SignalList> {
  const { read, today } = context;
  const signals = await findSignals(read, asFilter(context.input, insideOf(context)), context.input.sort, signalsAtMost + 1);
  return { input: context.input, signals: signals.slice(0, signalsAtMost), isMore: signals.length > signalsAtMost, area: await findMunicipalities(read), rule: await findSignalRule(read, today) };
}

const columns = ['reason', 'theme', 'service', 'municipality', 'shown', 'words', 'state', 'since', 'first', 'last', 'meeting', 'prepared', 'decided'] as const;

function csvOf(signals: readonly Signal[], { locale }: ViewContext): string {
  const rows = signals.map((signal) => [
    barrierLabel(locale, signal.reason),
    themeLabel(locale, signal.theme),
    signal.service?.name,
    signal.municipality?.name,
    signal.origin === 'counted' ? signal.shown : null,
    signal.words,
    text(locale, isBack(signal) ? 'state.back' : `state.${signal.state}`),
    dayOf(signal.movedAt),
    signal.firstCountedOn,
    signal.lastCountedOn,
    signal.meetingOn,
    signal.preparedBy,
    signal.decidedOn,
  ]);
  return writeCsv([columns.map((column) => text(locale, `csv.column.${column}`)), ...rows]);
}
