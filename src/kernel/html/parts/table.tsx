import type { ComponentChildren } from 'preact';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';

export interface Column<Row> {
  /** Short name, for the width classes and as key. */
  key: string;
  head: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures: aligned at the end, digits of equal width. */
  numeric?: boolean;
  /** Takes what room is left over. */
  grow?: boolean;
  /** Stays on one line: a moment, a number with its unit. */
  nowrap?: boolean;
  /** Shown only where there is room: on windows of 1376 px and up. */
  wideOnly?: boolean;
  /** Address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
}

export interface TableProps<Row> {
  locale: Locale;
  /** What the table holds; read first by a screen reader. */
  caption: string;
  /** Off by default, since a heading mostly says the same to the eye. */
  showCaption?: boolean;
  /** The first column names the row and carries its link. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The page that a row opens: the whole row can be clicked. */
  rowHref?: (row: Row) => string | undefined;
  /** A box before each row for acts on many; stands in a `Form` with a `BulkBar`. */
  select?: { name: string; label: (row: Row) => string; isSelected?: (row: Row) => boolean };
  /** A bar at the start of the row: something waits, or harm is near. */
  tone?: (row: Row) => 'waiting' | 'harm' | undefined;
  /** Instead of rows when there are none: an `EmptyState`. */
  empty?: ComponentChildren;
  /** Stay a table on narrow screens and scroll: for figures. */
  keepTable?: boolean;
}

export function Table<Row>(props: TableProps<Row>) {
  const { locale, caption, showCaption, columns, rows, select, empty, keepTable } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div class={keepTable ? 'ww-table-frame ww-table-frame--scroll' : 'ww-table-frame'} tabIndex={keepTable ? 0 : undefined} role={keepTable ? 'region' : undefined} aria-label={keepTable ? caption : undefined}>
      <table class={keepTable ? 'utrecht-table ww-table' : 'utrecht-table ww-table ww-table--cards'}>
        <caption class={showCaption ? 'ww-table__caption' : 'ww-out-of-sight'}>{caption}</caption>
        <thead class="utrecht-table__header">
          <tr>
            {select && (
              <th scope="col" class="ww-table__select">
                <span class="ww-out-of-sight">{text(locale, 'table.select')}</span>
                <input type="checkbox" class="ww-needs-script" data-select-all="" aria-label={text(locale, 'table.select-all')} />
              </th>
            )}
            {columns.map((column) => headCell(locale, column))}
          </tr>
        </thead>
        <tbody class="utrecht-table__body">{rows.map((row) => bodyRow(row, props))}</tbody>
      </table>
    </div>
  );
}

function headCell<Row>(locale: Locale, column: Column<Row>) {
  const { key, head, sort } = column;
  const className = cellClass(column);
  if (!sort) {
    return (
      <th key={key} scope="col" class={className}>
        {head}
      </th>
    );
  }
  return (
    <th key={key} scope="col" class={className} aria-sort={sort.direction ?? 'none'}>
      <a class="ww-table__sort" href={sort.href} title={text(locale, 'table.sort', { column: head })}>
        {head}
        <Icon size={16} name={sort.direction === 'ascending' ? 'arrow-up' : sort.direction === 'descending' ? 'arrow-down' : 'arrow-up-down'} />
      </a>
    </th>
  );
}

/** Plain elements rather than a component a cell: a list of fifty rows is the page that staff open most. */
function bodyRow<Row>(row: Row, { columns, rowKey, rowHref, select, tone }: TableProps<Row>) {
  const key = rowKey(row);
  const href = rowHref?.(row);
  const rowTone = tone?.(row);
  return (
    <tr key={key} class={rowTone ? `ww-table__row ww-table__row--${rowTone}` : 'ww-table__row'}>
      {select && (
        <td class="ww-table__select">
          <input type="checkbox" name={select.name} value={key} checked={select.isSelected?.(row)} aria-label={select.label(row)} />
        </td>
      )}
      {columns.map((column, index) =>
        index === 0 ? (
          <th scope="row" class={cellClass(column)}>
            {href ? (
              <a class="ww-table__link" href={href}>
                {column.cell(row)}
              </a>
            ) : (
              column.cell(row)
            )}
          </th>
        ) : (
          <td class={cellClass(column)} data-label={column.head}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function cellClass({ numeric, grow, nowrap, wideOnly }: { numeric?: boolean; grow?: boolean; nowrap?: boolean; wideOnly?: boolean }): string | undefined {
  const names = `${numeric ? 'ww-table__cell--numeric ' : ''}${grow ? 'ww-table__cell--grow ' : ''}${nowrap ? 'ww-table__cell--nowrap ' : ''}${wideOnly ? 'ww-table__cell--wide-only' : ''}`;
  return names || undefined;
}

export interface BulkBarProps {
  locale: Locale;
  /** The buttons that act on the ticked rows. */
  children: ComponentChildren;
}

/** Acts on the ticked rows; stays in sight below the list. */
export function BulkBar({ locale, children }: BulkBarProps) {
  return (
    <div class="ww-bulk-bar" data-bulk="">
      <span class="ww-bulk-bar__words">{text(locale, 'table.with-selected')}</span>
      <div class="ww-button-row">{children}</div>
    </div>
  );
}
