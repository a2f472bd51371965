import { Figure, Table } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatMonth } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import type { OpenedSignal } from './open-signal.ts';

interface Month {
  /** Its first day. */
  month: Temporal.PlainDate;
  /** By how much the told count grew; 0 is fewer than five, never none. */
  shown: number;
}

const monthsBack = 12;

/** Whether it still comes since the decision. Made of what was told on each Monday and of nothing else, so that it tells nothing new. */
export function FollowUp({ opened: { growth, rule, signal }, decidedOn, context }: { opened: OpenedSignal; decidedOn: Temporal.PlainDate; context: ViewContext }) {
  const { locale, today } = context;
  const isAfter = ({ countedOn }: { countedOn: Temporal.PlainDate }) => Temporal.PlainDate.compare(countedOn, decidedOn) > 0;
  const sum = (batches: OpenedSignal['growth']) => batches.reduce((total, { shown }) => total + shown, 0);
  const told = (count: number) => (count === 0 ? text(locale, 'count.few') : text(locale, 'count.at-least', { count }));
  const months = monthsOf(growth, decidedOn, today);
  const days = decidedOn.until(today).days;
  return (
    <Figure
      locale={locale}
      id="follow-up"
      sentence={text(locale, 'follow-up.sentence', { day: formatDay(locale, decidedOn), before: told(sum(growth.filter((batch) => !isAfter(batch)))), after: told(sum(growth.filter(isAfter))) })}
      table={
        <Table
          locale={locale}
          caption={text(locale, 'follow-up.caption')}
          keepTable
          rows={months}
          rowKey={({ month }) => month.toString()}
          columns={[
            { key: 'month', head: text(locale, 'follow-up.month'), cell: ({ month }) => formatMonth(locale, month) },
            { key: 'shown', head: text(locale, 'list.count.head'), cell: ({ shown }) => told(shown), nowrap: true },
            { key: 'when', head: text(locale, 'follow-up.when'), cell: ({ month }) => text(locale, Temporal.PlainDate.compare(month, decidedOn.with({ day: 1 })) < 0 ? 'follow-up.before' : month.equals(decidedOn.with({ day: 1 })) ? 'follow-up.decided' : 'follow-up.after') },
          ]}
        />
      }
      source={{ label: text(locale, 'follow-up.source') }}
      note={days < rule.days ? text(locale, 'follow-up.early', { count: rule.days - days }) : signal.shown > 0 ? text(locale, 'follow-up.note') : undefined}
    >
      <Charts months={months} decidedOn={decidedOn} locale={locale} />
    </Figure>
  );
}

/** From the first time that it was told, a year back at most, until this month. */
function monthsOf(growth: OpenedSignal['growth'], decidedOn: Temporal.PlainDate, today: Temporal.PlainDate): Month[] {
  const last = today.with({ day: 1 });
  const first = [growth[0]?.countedOn ?? decidedOn, decidedOn].map((day) => day.with({ day: 1 })).sort(Temporal.PlainDate.compare)[0]!;
  const earliest = last.subtract({ months: monthsBack - 1 });
  const begin = Temporal.PlainDate.compare(first, earliest) < 0 ? earliest : first;
  const count = begin.until(last, { largestUnit: 'month' }).months + 1;
  return Array.from({ length: count }, (_, index) => begin.add({ months: index })).map((month) => ({
    month,
    shown: growth.filter(({ countedOn }) => countedOn.with({ day: 1 }).equals(month)).reduce((total, { shown }) => total + shown, 0),
  }));
}

const [height, floor, top] = [176, 144, 44];

/** Drawn twice, so that its words can be read on a telephone too; the style shows one. */
function Charts(props: { months: Month[]; decidedOn: Temporal.PlainDate; locale: Locale }) {
  return (
    <>
      <div class="chart-wide">
        <Chart {...props} width={560} />
      </div>
      <div class="chart-narrow">
        <Chart {...props} width={280} />
      </div>
    </>
  );
}

function Chart({ months, decidedOn, locale, width }: { months: Month[]; decidedOn: Temporal.PlainDate; locale: Locale; width: number }) {
  const most = Math.max(5, ...months.map(({ shown }) => shown));
  const step = width / months.length;
  const decided = months.findIndex(({ month }) => month.equals(decidedOn.with({ day: 1 })));
  const end = round(step * (decided + 1));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text(locale, 'follow-up.caption')}>
      <line class="chart-axis" x1="0" x2={width} y1={floor} y2={floor} />
      {months.map((month, index) => (
        <Bar month={month} isAfter={decided >= 0 && index > decided} step={step} index={index} most={most} hasName={index % Math.ceil(months.length / Math.floor(width / 70)) === 0} width={width} locale={locale} />
      ))}
      {decided >= 0 && (
        <>
          <line class="chart-axis" x1={end} x2={end} y1="18" y2={floor} stroke-dasharray="4 3" />
          <text class="chart-label" x={Math.min(Math.max(end, 24), width - 24)} y="13" text-anchor="middle" font-size="13">
            {text(locale, 'follow-up.decided')}
          </text>
        </>
      )}
    </svg>
  );
}

interface BarProps {
  month: Month;
  isAfter: boolean;
  step: number;
  index: number;
  most: number;
  hasName: boolean;
  width: number;
  locale: Locale;
}

function Bar({ month: { month, shown }, isAfter, step, index, most, hasName, width, locale }: BarProps) {
  // What is not told is drawn as a foot: it is not nothing.
  const size = Math.max(((floor - top) * shown) / most, 3);
  const middle = round(step * (index + 0.5));
  return (
    <g>
      <rect class={isAfter ? 'chart-series-2' : 'chart-series-1'} x={round(step * (index + 0.2))} width={round(step * 0.6)} y={round(floor - size)} height={round(size)} />
      <text class="chart-label chart-value" x={middle} y={round(floor - size - 5)} text-anchor="middle" font-size={step < 32 ? 10 : 12}>
        {shown > 0 ? `≥${shown}` : '<5'}
      </text>
      {hasName && (
        <text class="chart-label chart-label--soft" x={Math.min(Math.max(middle, 32), width - 32)} y={floor + 18} text-anchor="middle" font-size="12">
          {shortMonth(locale, month)}
        </text>
      )}
    </g>
  );
}

/** 'mrt 2026': the short day without its first day. */
function shortMonth(locale: Locale, month: Temporal.PlainDate): string {
  return formatDay(locale, month).replace(/^1 /, '');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
