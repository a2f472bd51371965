import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, SelectField, StatusChip, Table, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { columnLetters } from '../../../../kernel/tables/xlsx-sheet.ts';
import { fields } from '../fields.ts';
import type { ColumnGuess } from '../guess-columns.ts';
import { text } from '../messages.ts';
import type { NewcomerList } from '../newcomer-list.ts';
import type { ColumnsScreen } from './map-columns.ts';

const sure = 0.9;

export function mapColumnsView({ list, mapping, guesses, samples, error }: ColumnsScreen, context: ViewContext) {
  const { locale, key } = context;
  const columns = list.header.map((title, column) => ({ column, title, field: mapping[column] ?? null, guess: guesses[column]! }));
  const options = fields.map((field) => ({ value: field, label: text(locale, `field.${field}`) }));
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'columns.title')} lead={text(locale, 'columns.what')} crumbs={crumbs(locale)}>
      <ErrorSummary locale={locale} errors={error ? { mapping: error } : {}} />
      <HowRead list={list} locale={locale} />
      <Form action={`/people/import/${list.id}/columns`} once={key} version={list.version} label={text(locale, 'columns.title')}>
        <Table
          locale={locale}
          caption={text(locale, 'columns.title')}
          rows={columns}
          rowKey={({ column }) => String(column)}
          columns={[
            { key: 'title', head: text(locale, 'columns.column'), cell: ({ title, column }) => title || text(locale, 'columns.untitled', { letter: columnLetters(column) }) },
            { key: 'samples', head: text(locale, 'columns.samples'), grow: true, cell: ({ column }) => <bdi>{sampleOf(samples, column)}</bdi> },
            {
              key: 'field',
              head: text(locale, 'columns.field'),
              cell: ({ column, title, field }) => (
                <SelectField
                  locale={locale}
                  name="mapping"
                  id={column === 0 ? 'mapping' : `mapping-${column}`}
                  label={text(locale, 'columns.field.of', { column: title || columnLetters(column) })}
                  hideLabel
                  placeholder={text(locale, 'columns.skip')}
                  options={options}
                  value={field ?? ''}
                />
              ),
            },
            { key: 'guess', head: text(locale, 'columns.guess'), cell: ({ field, guess }) => <Guess locale={locale} guess={guess} isKept={guess.field === field} /> },
          ]}
        />
        <ButtonRow>
          <Button icon="list-checks">{text(locale, 'columns.act')}</Button>
          <LinkButton look="subtle" href="/people/import">
            {text(locale, 'columns.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

function Guess({ locale, guess, isKept }: { locale: Locale; guess: ColumnGuess; isKept: boolean }) {
  if (!isKept) return <StatusChip tone="neutral">{text(locale, 'guess.yours')}</StatusChip>;
  if (guess.field === null) return <StatusChip tone="closed">{text(locale, 'guess.none')}</StatusChip>;
  return guess.confidence >= sure ? <StatusChip tone="done">{text(locale, 'guess.sure')}</StatusChip> : <StatusChip tone="waiting">{text(locale, 'guess.unsure')}</StatusChip>;
}

/** What may have gone wrong while the file was read, before any row is looked at. */
function HowRead({ list: { source }, locale }: { list: NewcomerList; locale: Locale }) {
  const lines = (numbers: readonly number[]) => numbers.slice(0, 10).join(', ') + (numbers.length > 10 ? ' …' : '');
  const warnings = [
    source.damagedLines.length > 0 && text(locale, 'read.damaged', { count: source.damagedLines.length, lines: lines(source.damagedLines) }),
    source.ragged.length > 0 && text(locale, 'read.ragged', { count: source.ragged.length, lines: lines(source.ragged.map(({ line }) => line)) }),
    source.otherSheets.length > 0 && text(locale, 'read.other-sheets', { sheet: source.sheet ?? '', others: source.otherSheets.join(', ') }),
    source.encoding === 'windows-1252' && text(locale, 'read.encoding'),
  ].filter((warning) => warning !== false);
  if (warnings.length === 0) return null;
  return (
    <Alert kind="warning" title={text(locale, 'read.title')}>
      <ul>
        {warnings.map((warning) => (
          <li>{warning}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** Three values that differ, cut to a glance. */
function sampleOf(samples: string[][], column: number): string {
  const values = [...new Set(samples.map((cells) => cells[column] ?? '').filter((value) => value !== ''))].slice(0, 3);
  return values.map((value) => (value.length > 40 ? `${value.slice(0, 39)}…` : value)).join(' · ');
}

function crumbs(locale: Locale) {
  return [
    { href: '/people', label: text(locale, 'people') },
    { href: '/people/import', label: text(locale, 'upload.title') },
  ];
}
