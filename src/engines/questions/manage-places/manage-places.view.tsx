import { Button, ErrorSummary, FieldRow, Form, Panel, SelectField, Table, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { filledFrom } from '../form-options.ts';
import { text } from '../messages.ts';
import type { PlacesScreen } from './manage-places.ts';

export function managePlacesView({ places, area }: PlacesScreen, context: ViewContext, again?: AgainContext) {
  const { locale, key, may } = context;
  const errors = again ? errorsOf(again) : {};
  const names = new Map(area.map(({ nis, name }) => [nis, name]));
  const filled = again ? filledFrom(again.values) : undefined;
  const typed = again?.values['label'];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'places.title')} lead={text(locale, 'places.what')} crumbs={may('questions:list') ? [{ href: '/questions', label: text(locale, 'list.title') }] : []}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={text(locale, 'places.add')}>
        <Form action="/questions/places" once={key} label={text(locale, 'places.add')}>
          <FieldRow>
            <TextField locale={locale} name="label" label={text(locale, 'places.label')} hint={text(locale, 'places.label.hint')} value={typeof typed === 'string' ? typed : undefined} error={errors['label']} maxLength={80} />
            {area.length > 1 && (
              <SelectField
                locale={locale}
                name="municipality"
                label={text(locale, 'field.municipality')}
                placeholder={text(locale, 'field.municipality.none')}
                value={filled?.municipality}
                error={errors['municipality']}
                options={area.map(({ nis, name }) => ({ value: nis, label: name }))}
              />
            )}
          </FieldRow>
          <div>
            <Button icon="plus">{text(locale, 'places.add.act')}</Button>
          </div>
        </Form>
      </Panel>
      {places.length > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'places.title')}
          rows={places}
          rowKey={({ id }) => id}
          columns={[
            { key: 'label', head: text(locale, 'places.label'), cell: ({ label }) => label, grow: true },
            { key: 'municipality', head: text(locale, 'field.municipality'), cell: ({ municipality }) => municipality && (names.get(municipality) ?? municipality) },
            {
              key: 'end',
              head: text(locale, 'places.end.head'),
              cell: ({ id, label }) => (
                <Form action={`/questions/places/${id}/end`} once={key} label={text(locale, 'places.end', { place: label })}>
                  <Button look="subtle" small>
                    {text(locale, 'places.end.act')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </WorkPage>
  );
}

function errorsOf({ locale, errors, refusal }: AgainContext): Record<string, string> {
  if (refusal?.name === 'place-exists') return { ...errors, label: text(locale, 'refusal.place-exists') };
  if (refusal?.name === 'outside-the-area') return { ...errors, municipality: text(locale, 'refusal.outside-the-area') };
  return errors;
}
