import { EmptyState, LinkButton, Panel, PrintButton, SummaryList, Tabs, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatDayLong } from '../../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import { countedWhen, Lines } from '../signal-parts.tsx';
import { countWords, signalTitle, type Signal } from '../signal.ts';
import type { Agenda } from './show-agenda.ts';

export function showAgendaView({ meetings, meetingOn, signals }: Agenda, context: ViewContext) {
  const { locale, tenant } = context;
  const title = meetingOn ? text(locale, 'agenda.of', { day: formatDayLong(locale, meetingOn) }) : text(locale, 'agenda.title');
  return (
    <WorkPage
      frame={context.frame()}
      title={title}
      lead={text(locale, 'agenda.lead', { authority: tenant.name })}
      crumbs={[{ href: '/signals', label: text(locale, 'list.title') }]}
      act={
        signals.length > 0 && <PrintButton locale={locale} />
      }
    >
      {meetings.length > 1 && <Tabs label={text(locale, 'agenda.meetings')} items={meetings.map(({ day, count }) => ({ href: `/signals/agenda?meeting=${day}`, label: formatDay(locale, day), count, current: meetingOn !== undefined && day.equals(meetingOn) }))} />}
      {signals.map((signal, index) => (
        <Item signal={signal} place={index + 1} context={context} />
      ))}
      {signals.length === 0 && (
        <EmptyState icon="calendar" title={text(locale, 'agenda.empty.title')} act={<LinkButton href="/signals?state=before-policy">{text(locale, 'agenda.empty.act')}</LinkButton>}>
          {text(locale, 'agenda.empty.what')}
        </EmptyState>
      )}
    </WorkPage>
  );
}

/** One point: what it is about, how often, who prepares it, and on paper room to write what is decided. */
function Item({ signal, place, context: { locale } }: { signal: Signal; place: number; context: ViewContext }) {
  const { firstCountedOn, lastCountedOn } = signal;
  return (
    <Panel title={`${place}. ${signalTitle(locale, signal)}`} act={<a class="ww-no-print" href={`/signals/${signal.id}`}>{text(locale, 'agenda.open')}</a>}>
      <SummaryList
        locale={locale}
        rows={[
          ...(signal.origin === 'counted' ? [{ label: text(locale, 'list.count.head'), value: countWords(locale, signal) }] : []),
          ...(signal.words ? [{ label: text(locale, 'field.words'), value: <Lines>{signal.words}</Lines> }] : []),
          ...(firstCountedOn && lastCountedOn ? [{ label: text(locale, 'agenda.period'), value: countedWhen(locale, firstCountedOn, lastCountedOn) }] : []),
          ...(signal.preparedBy ? [{ label: text(locale, 'field.prepared-by'), value: signal.preparedBy }] : []),
        ]}
      />
      <p class="ww-write-here">{text(locale, 'field.decision')}:</p>
    </Panel>
  );
}
