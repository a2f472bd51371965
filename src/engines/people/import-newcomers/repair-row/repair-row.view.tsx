import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, Panel, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../../kernel/http/fields.ts';
import { columnLetters } from '../../../../kernel/tables/xlsx-sheet.ts';
import { text } from '../messages.ts';
import { isOpen } from '../newcomer-list.ts';
import { listCrumbs } from '../review-list/list-crumbs.ts';
import { DuplicatePanels } from '../settle-duplicate/duplicate-panels.tsx';
import { ChangePanel } from '../settle-duplicate/change-panel.tsx';
import { problemSentence } from '../shown-values.ts';
import type { RowScreen } from './repair-row.ts';

/** One row: who it may be, what would change, and its cells to put right. */
export function repairRowView(screen: RowScreen, context: ViewContext) {
  const { list, row, error } = screen;
  const { locale } = context;
  const name = row.person?.name.full;
  const errors = cellErrors(screen, context);
  const summary: FieldErrors = { ...(error ? { '': error } : {}), ...Object.fromEntries(Object.entries(errors).map(([column, sentence]) => [`cell-${column}`, sentence])) };
  const loose = row.problems.filter(({ column }) => column === null);
  return (
    <WorkPage frame={context.frame()} title={name ? text(locale, 'row.title.named', { name, line: row.line }) : text(locale, 'row.title', { line: row.line })} lead={text(locale, `outcome.${row.outcome ?? 'bad'}.what`)} crumbs={listCrumbs(locale, list)}>
      <ErrorSummary locale={locale} errors={summary} title={text(locale, 'row.problems', { count: Object.keys(summary).length })} labels={Object.fromEntries(list.header.map((title, column) => [`cell-${column}`, title || columnLetters(column)]))} />
      {loose.length > 0 && <Alert kind="error">{loose.map((problem) => problemSentence(locale, problem)).join(' ')}</Alert>}
      <DuplicatePanels screen={screen} context={context} />
      <ChangePanel screen={screen} context={context} />
      <Cells screen={screen} context={context} errors={errors} />
    </WorkPage>
  );
}

function cellErrors({ row }: RowScreen, { locale }: ViewContext): Record<number, string> {
  const errors: Record<number, string> = {};
  for (const problem of row.problems) if (problem.column !== null) errors[problem.column] = [errors[problem.column], problemSentence(locale, problem)].filter(Boolean).join(' ');
  return errors;
}

/** Every cell as it came, in the order of the file: also those that are not taken over, so that nothing is lost. */
function Cells({ screen: { list, row, cells }, context: { locale, key }, errors }: { screen: RowScreen; context: ViewContext; errors: Record<number, string> }) {
  if (!isOpen(list)) return null;
  const hints = new Map(row.warnings.map((warning) => [warning.column, problemSentence(locale, warning)]));
  return (
    <Panel title={text(locale, 'row.cells')}>
      <Form action={`/people/import/${list.id}/rows/${row.line}`} once={key} version={row.version} label={text(locale, 'row.cells')}>
        {list.header.map((title, column) => {
          const field = list.mapping[column];
          const label = title || text(locale, 'columns.untitled', { letter: columnLetters(column) });
          return (
            <TextField
              locale={locale}
              name="cell"
              id={`cell-${column}`}
              label={label}
              hint={[field ? text(locale, 'row.read-as', { field: text(locale, `field.${field}`) }) : text(locale, 'row.not-read'), hints.get(column)].filter(Boolean).join(' ')}
              error={errors[column]}
              value={cells[column] ?? ''}
              dir="auto"
            />
          );
        })}
        <ButtonRow>
          <Button icon="save">{text(locale, 'row.save')}</Button>
          <LinkButton look="subtle" href={`/people/import/${list.id}`}>
            {text(locale, 'row.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Panel>
  );
}
