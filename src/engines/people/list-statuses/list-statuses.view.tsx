import { EmptyState, LinkButton, Panel, StatusChip, Table, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Entry } from '../life/life-part.ts';
import { text } from '../life/messages.ts';
import { holdsOn } from '../life/period.ts';
import { periodText } from '../life/period-text.ts';
import type { StatusPeriod } from '../life/statuses.tsx';
import { PersonFrame } from '../person-frame.tsx';
import { termText, type Term } from '../terms/term.ts';
import type { StatusesOfPerson } from './list-statuses.ts';

export function listStatusesView({ person, household, statuses, terms }: StatusesOfPerson, context: ViewContext) {
  const { locale } = context;
  return (
    <PersonFrame
      person={person}
      household={household}
      tab="status"
      context={context}
      act={
        <LinkButton look="primary" icon="plus" href={`/people/${person.id}/statuses/new`} hotkey="n">
          {text(locale, 'status.note')}
        </LinkButton>
      }
    >
      <Panel title={text(locale, 'status.title')} flush={statuses.length > 0}>
        <Table
          locale={locale}
          caption={text(locale, 'status.title')}
          rows={statuses}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/people/${person.id}/statuses/${id}/change`}
          columns={columns(terms, context)}
          empty={
            <EmptyState icon="file-text" title={text(locale, 'status.none')}>
              {text(locale, 'status.none.what')}
            </EmptyState>
          }
        />
      </Panel>
      <p>
        <small>{text(locale, 'status.sensitive')}</small>
      </p>
    </PersonFrame>
  );
}

function columns(terms: readonly Term[], { locale, today }: ViewContext): Column<StatusPeriod & Entry>[] {
  return [
    { key: 'type', head: text(locale, 'status.type'), grow: true, cell: (line) => <>{termText(locale, terms, line.type)} {holdsOn(today, line) && <StatusChip tone="busy">{text(locale, 'life.now')}</StatusChip>}</> },
    { key: 'when', head: text(locale, 'status.when'), nowrap: true, cell: (line) => periodText(locale, line) },
    { key: 'document', head: text(locale, 'status.document'), cell: ({ document, documentNumber }) => [document, documentNumber].filter(Boolean).join(' ') },
    { key: 'expires', head: text(locale, 'status.expires-on'), nowrap: true, cell: (line) => line.expiresOn && <Expiry expiresOn={line.expiresOn} isOver={line.untilDay !== null} locale={locale} today={today} /> },
    { key: 'source', head: text(locale, 'status.source'), wideOnly: true, cell: ({ type }) => <small>{terms.find(({ code }) => code === type)?.source ?? ''}</small> },
  ];
}

/** Until when a document is valid, and how urgent that is; of what is over only the day. */
export function Expiry({ expiresOn, isOver, locale, today }: { expiresOn: Temporal.PlainDate; isOver: boolean } & Pick<ViewContext, 'locale' | 'today'>) {
  const days = today.until(expiresOn).days;
  const day = formatDay(locale, expiresOn);
  if (isOver || days > 30) return <time dateTime={expiresOn.toString()}>{day}</time>;
  if (days < 0) return <StatusChip tone="harm">{text(locale, 'status.expired', { day })}</StatusChip>;
  return (
    <>
      <time dateTime={expiresOn.toString()}>{day}</time> <StatusChip tone="waiting">{days === 0 ? text(locale, 'status.expires-today') : text(locale, 'status.expires-soon', { days })}</StatusChip>
    </>
  );
}
