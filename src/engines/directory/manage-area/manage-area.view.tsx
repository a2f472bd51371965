import { Button, ErrorSummary, FieldRow, Form, Panel, Table, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { text } from '../messages.ts';
import type { Municipality } from '../service.ts';

interface AreaScreen {
  municipalities: Municipality[];
  filled: Partial<Municipality>;
  errors: FieldErrors;
}

export function manageAreaView({ municipalities, filled, errors }: AreaScreen, context: ViewContext) {
  const { locale, key, tenant } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'area.title')} lead={text(locale, 'area.what')} crumbs={[{ href: '/directory', label: text(locale, 'directory.title') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={text(locale, 'area.add')}>
        <Form action="/directory/municipalities" once={key} label={text(locale, 'area.add')}>
          <FieldRow>
            <TextField locale={locale} name="nis" label={text(locale, 'area.nis')} hint={text(locale, 'area.nis.hint')} value={filled.nis} error={errors['nis']} inputMode="numeric" maxLength={5} size={8} />
            <TextField locale={locale} name="name" label={text(locale, 'area.name')} value={filled.name} error={errors['name']} maxLength={100} />
          </FieldRow>
          <div>
            <Button icon="plus">{text(locale, 'area.add.act')}</Button>
          </div>
        </Form>
      </Panel>
      <Table
        locale={locale}
        caption={text(locale, 'area.title')}
        rows={municipalities}
        rowKey={({ nis }) => nis}
        columns={[
          { key: 'name', head: text(locale, 'area.name'), cell: ({ name }) => name, grow: true },
          { key: 'nis', head: text(locale, 'area.nis'), cell: ({ nis }) => nis },
          {
            key: 'remove',
            head: text(locale, 'area.remove.head'),
            cell: ({ nis, name }) =>
              nis !== tenant.nisCode && (
                <Form action={`/directory/municipalities/${nis}/remove`} once={key} label={text(locale, 'area.remove', { name })}>
                  <Button look="subtle" small>
                    {text(locale, 'area.remove.act')}
                  </Button>
                </Form>
              ),
          },
        ]}
        empty={<p>{text(locale, 'area.none')}</p>}
      />
    </WorkPage>
  );
}
