import { Alert, Button, EmptyState, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, SelectField, Table, TextField, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { currentThemes, themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import type { QueueScreen } from './keep-queue.ts';
import type { Visitor } from './visitor.store.ts';
import { waits } from './waits.ts';

/** Who waits: for whoever gives the tickets, and for a desk that looks further than the first. */
export function keepQueueView(screen: QueueScreen, context: ViewContext) {
  const { visitors, errors, isCalledAlready } = screen;
  const { locale } = context;
  const waiting = visitors.filter(({ calledAt }) => calledAt === null);
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'queue.title')}
      lead={text(locale, 'queue.waiting', { count: waiting.length })}
      crumbs={[{ href: '/questions', label: text(locale, 'list.title') }]}
      act={
        <LinkButton look="primary" icon="message-circle-question-mark" href="/questions/new">
          {text(locale, 'queue.to-desk')}
        </LinkButton>
      }
    >
      <ErrorSummary locale={locale} errors={errors} />
      {isCalledAlready && <Alert kind="error">{text(locale, 'refusal.called-already')}</Alert>}
      <LetWait screen={screen} context={context} />
      <Table
        locale={locale}
        caption={text(locale, 'queue.title')}
        rows={visitors}
        rowKey={({ id }) => id}
        tone={({ calledAt }) => (calledAt === null ? 'waiting' : undefined)}
        columns={columns(context)}
        empty={
          <EmptyState icon="users" title={text(locale, 'queue.empty.title')}>
            {text(locale, 'queue.empty.what')}
          </EmptyState>
        }
      />
    </WorkPage>
  );
}

function LetWait({ screen: { places, placeId, values, errors }, context: { locale, key, today } }: { screen: QueueScreen; context: ViewContext }) {
  return (
    <Panel title={text(locale, 'queue.add')}>
      <Form action="/questions/queue" once={key} label={text(locale, 'queue.add')}>
        <FieldRow>
          <TextField locale={locale} name="calledName" label={text(locale, 'queue.name')} hint={text(locale, 'queue.name.hint')} value={one(values, 'calledName')} error={errors['calledName']} maxLength={20} size={12} />
          <SelectField locale={locale} name="language" label={text(locale, 'field.language.short')} value={one(values, 'language') ?? 'nl'} error={errors['language']} options={spokenLanguageOptions(locale, ['nl'])} />
          <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} placeholder={text(locale, 'queue.theme.unknown')} value={one(values, 'theme')} error={errors['theme']} options={currentThemes(today).map((code) => ({ value: code, label: themeLabel(locale, code) }))} />
          {places.length > 0 && (
            <SelectField locale={locale} name="place" label={text(locale, 'field.place')} placeholder={text(locale, 'field.place.none')} value={one(values, 'place') ?? placeId} error={errors['place']} options={places.map(({ id, label }) => ({ value: id, label }))} />
          )}
        </FieldRow>
        <div>
          <Button icon="plus">{text(locale, 'queue.add.act')}</Button>
        </div>
      </Form>
    </Panel>
  );
}

function columns({ locale, key, now }: ViewContext): Column<Visitor>[] {
  return [
    { key: 'number', head: text(locale, 'queue.number'), cell: ({ number }) => String(number), numeric: true },
    { key: 'name', head: text(locale, 'queue.name'), cell: ({ calledName }) => calledName ?? '', nowrap: true },
    { key: 'language', head: text(locale, 'field.language.short'), cell: ({ language }) => languageName(locale, language) },
    { key: 'theme', head: text(locale, 'field.theme'), cell: ({ theme }) => theme && themeLabel(locale, theme), wideOnly: true },
    { key: 'since', head: text(locale, 'queue.since'), cell: (visitor) => (visitor.calledAt ? text(locale, 'queue.at-desk') : waits(locale, visitor, now)), grow: true },
    {
      key: 'act',
      head: text(locale, 'queue.act'),
      cell: ({ id, number, calledAt }) => (
        <div class="ww-button-row">
          {calledAt === null && (
            <Form action={`/questions/queue/${id}/call`} once={key} label={text(locale, 'queue.call.what', { number })}>
              <Button look="secondary" small>
                {text(locale, 'queue.call')}
              </Button>
            </Form>
          )}
          <Form action={`/questions/queue/${id}/leave`} once={key} label={text(locale, 'queue.leave.what', { number })}>
            <Hidden name="to" value="queue" />
            <Button look="subtle" small>
              {text(locale, 'queue.leave')}
            </Button>
          </Form>
        </div>
      ),
    },
  ];
}

function one(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
