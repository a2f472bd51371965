import { Button, CheckboxField, CheckboxGroup, EmptyState, ErrorSummary, FieldRow, Form, Kbd, Panel, SelectField, Table, TextField, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { channelLabel, channels, handlingLabel, handlings } from '../question.ts';
import { themeOptions } from '../theme-choice.ts';
import type { TemplatesScreen } from './keep-templates.ts';
import type { Template } from './template.store.ts';

const capitals = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

export function keepTemplatesView(screen: TemplatesScreen, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'templates.title')} lead={text(locale, 'templates.what')} crumbs={[{ href: '/questions/new', label: text(locale, 'record.title') }]}>
      <ErrorSummary locale={locale} errors={screen.errors} />
      <Table
        locale={locale}
        caption={text(locale, 'templates.title')}
        rows={screen.templates}
        rowKey={({ id }) => id}
        columns={columns(screen, context)}
        empty={
          <EmptyState icon="keyboard" title={text(locale, 'templates.empty.title')}>
            {text(locale, 'templates.empty.what')}
          </EmptyState>
        }
      />
      <AddTemplate screen={screen} context={context} />
    </WorkPage>
  );
}

function columns({ themes, services }: TemplatesScreen, { locale, key, may }: ViewContext): Column<Template>[] {
  const subThemes = new Map(themes.flatMap((theme) => theme.subThemes.map(({ id, label }) => [id, label] as const)));
  const names = new Map(services.map(({ id, name }) => [id, name]));
  const what = ({ theme, subThemeId, channel, language, handling, minutes, serviceId }: Template) =>
    [
      subThemeId ? `${themeLabel(locale, theme)}: ${subThemes.get(subThemeId) ?? ''}` : themeLabel(locale, theme),
      channel && channelLabel(locale, channel),
      language && languageName(locale, language),
      ...handling.map((code) => handlingLabel(locale, code)),
      minutes !== null && text(locale, 'question.minutes', { count: minutes }),
      serviceId && names.get(serviceId),
    ]
      .filter(Boolean)
      .join(' · ');
  return [
    { key: 'key', head: text(locale, 'templates.key'), cell: ({ hotkey }) => hotkey && <ShiftKey letter={hotkey} /> , nowrap: true },
    { key: 'label', head: text(locale, 'templates.label'), cell: ({ label }) => label, nowrap: true },
    { key: 'what', head: text(locale, 'templates.fills'), cell: what, grow: true },
    { key: 'whose', head: text(locale, 'templates.whose'), cell: ({ isShared }) => text(locale, isShared ? 'templates.shared' : 'templates.own') },
    {
      key: 'remove',
      head: text(locale, 'templates.remove.head'),
      cell: ({ id, label, isShared }) =>
        (!isShared || may('questions:places')) && (
          <Form action={`/questions/templates/${id}/remove`} once={key} label={text(locale, 'templates.remove', { label })}>
            <Button look="subtle" small>
              {text(locale, 'templates.remove.act')}
            </Button>
          </Form>
        ),
    },
  ];
}

export function ShiftKey({ letter }: { letter: string }) {
  return (
    <>
      <Kbd>Shift</Kbd> <Kbd>{letter}</Kbd>
    </>
  );
}

function AddTemplate({ screen: { themes, services, values, errors }, context: { locale, key, may } }: { screen: TemplatesScreen; context: ViewContext }) {
  const handling = [values['handling'] ?? []].flat();
  return (
    <Panel title={text(locale, 'templates.add')}>
      <Form action="/questions/templates" once={key} label={text(locale, 'templates.add')}>
        <FieldRow>
          <TextField locale={locale} name="label" label={text(locale, 'templates.label')} hint={text(locale, 'templates.label.hint')} value={one(values, 'label')} error={errors['label']} maxLength={40} />
          <SelectField locale={locale} name="hotkey" label={text(locale, 'templates.key')} hint={text(locale, 'templates.key.hint')} placeholder={text(locale, 'templates.key.none')} value={one(values, 'hotkey')} error={errors['hotkey']} options={capitals.map((letter) => ({ value: letter, label: letter }))} />
        </FieldRow>
        <FieldRow>
          <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} placeholder={text(locale, 'templates.choose')} value={one(values, 'theme')} error={errors['theme']} options={themeOptions(locale, themes)} />
          <SelectField locale={locale} name="channel" label={text(locale, 'field.channel')} placeholder={text(locale, 'templates.as-last')} value={one(values, 'channel')} error={errors['channel']} options={channels.map((code) => ({ value: code, label: channelLabel(locale, code) }))} />
          <SelectField locale={locale} name="language" label={text(locale, 'field.language')} placeholder={text(locale, 'templates.as-last')} value={one(values, 'language')} error={errors['language']} options={spokenLanguageOptions(locale, ['nl'])} />
        </FieldRow>
        <CheckboxGroup locale={locale} name="handling" label={text(locale, 'field.handling.short')} values={handling} error={errors['handling']} inline options={handlings.map((code) => ({ value: code, label: handlingLabel(locale, code) }))} />
        <FieldRow>
          <TextField locale={locale} name="minutes" label={text(locale, 'field.minutes')} value={one(values, 'minutes')} error={errors['minutes']} inputMode="numeric" size={4} />
          {services.length > 0 && (
            <SelectField locale={locale} name="service" label={text(locale, 'question.service')} placeholder={text(locale, 'templates.service.none')} value={one(values, 'service')} error={errors['service']} options={services.map(({ id, name, organisation }) => ({ value: id, label: `${name} (${organisation.name})` }))} />
          )}
        </FieldRow>
        {may('questions:places') && <CheckboxField locale={locale} name="shared" label={text(locale, 'templates.shared.tick')} checked={values['shared'] !== undefined} error={errors['shared']} />}
        <div>
          <Button icon="plus">{text(locale, 'templates.add.act')}</Button>
        </div>
      </Form>
    </Panel>
  );
}

function one(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
