import { Alert, Button, ButtonRow, DescriptionDetails, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, TextField, WorkPage } from '../../../../kernel/html/index.ts';
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

/**
 * What is wrong comes first, the rest behind it: every cell as it came, also those that are not taken over, so that nothing is lost.
 * A cell travels with the place of its column.
 */
function Cells({ screen, context, errors }: CellsProps) {
  const { list, row } = screen;
  const { locale, key } = context;
  if (!isOpen(list)) return null;
  const columns = list.header.map((_, column) => column);
  const wrong = columns.filter((column) => errors[column] !== undefined || (row.outcome === 'bad' && row.problems.some((problem) => problem.column === null && problem.field === list.mapping[column])));
  const others = columns.filter((column) => !wrong.includes(column));
  return (
    <Panel title={text(locale, row.outcome === 'bad' ? 'row.cells.repair' : 'row.cells')}>
      <Form action={`/people/import/${list.id}/rows/${row.line}`} once={key} version={row.version} label={text(locale, 'row.cells')}>
        {wrong.map((column) => (
          <Cell screen={screen} context={context} errors={errors} column={column} />
        ))}
        <DescriptionDetails summary={text(locale, wrong.length > 0 ? 'row.cells.others' : 'row.cells.all')} open={row.outcome === 'bad' && wrong.length === 0}>
          {inPairs(others).map((pair) => (
            <FieldRow>
              {pair.map((column) => (
                <Cell screen={screen} context={context} errors={errors} column={column} />
              ))}
            </FieldRow>
          ))}
        </DescriptionDetails>
        <ButtonRow>
          <Button icon="save" look={row.outcome === 'bad' ? 'primary' : 'secondary'}>
            {text(locale, 'row.save')}
          </Button>
          <LinkButton look="subtle" href={`/people/import/${list.id}`}>
            {text(locale, 'row.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

interface CellsProps {
  screen: RowScreen;
  context: ViewContext;
  errors: Record<number, string>;
}

function Cell({ screen: { list, row, cells }, context: { locale }, errors, column }: CellsProps & { column: number }) {
  const title = list.header[column] || text(locale, 'columns.untitled', { letter: columnLetters(column) });
  const field = list.mapping[column];
  const readAs = field ? text(locale, `field.${field}`) : null;
  const warnings = row.warnings.filter((warning) => warning.column === column).map((warning) => problemSentence(locale, warning));
  const hint = [readAs === null ? text(locale, 'row.not-read') : readAs.toLowerCase() === title.toLowerCase() ? '' : text(locale, 'row.read-as', { field: readAs }), ...warnings].filter(Boolean).join(' ');
  return (
    <div>
      <Hidden name="column" value={column} />
      <TextField locale={locale} name="cell" id={`cell-${column}`} label={title} hint={hint || undefined} error={errors[column]} value={cells[column] ?? ''} dir="auto" />
    </div>
  );
}

function inPairs(columns: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, index) => columns.slice(index * 2, index * 2 + 2));
}
