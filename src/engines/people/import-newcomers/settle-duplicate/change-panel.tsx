import { Button, ButtonRow, Form, Panel, Table } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import { isOpen } from '../newcomer-list.ts';
import type { RowScreen } from '../repair-row/repair-row.ts';
import { shownValue } from '../shown-values.ts';

/** What the list says otherwise than the register: before and after, and the choice to keep what the register says. */
export function ChangePanel({ screen: { list, row }, context: { locale, key } }: { screen: RowScreen; context: ViewContext }) {
  if (row.outcome !== 'changed') return null;
  const isLeft = row.decision === 'leave';
  return (
    <Panel title={text(locale, 'change.title')}>
      <Table
        locale={locale}
        caption={text(locale, 'change.title')}
        rows={row.differences}
        rowKey={({ field }) => field}
        columns={[
          { key: 'field', head: text(locale, 'change.field'), cell: ({ field }) => text(locale, `field.${field}`) },
          { key: 'before', head: text(locale, 'change.before'), cell: ({ field, before }) => <bdi>{shownValue(locale, field, before)}</bdi> },
          { key: 'after', head: text(locale, 'change.after'), grow: true, cell: ({ field, after }) => <bdi>{shownValue(locale, field, after)}</bdi> },
        ]}
      />
      {isLeft && <p>{text(locale, 'decided.leave')}</p>}
      {isOpen(list) && (
        <Form action={`/people/import/${list.id}/rows/${row.line}/decide`} once={key} version={row.version} label={text(locale, 'change.title')}>
          <ButtonRow>
            <Button look="secondary" name="decision" value={isLeft ? 'take' : 'leave'}>
              {text(locale, isLeft ? 'change.take' : 'change.leave')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Panel>
  );
}
