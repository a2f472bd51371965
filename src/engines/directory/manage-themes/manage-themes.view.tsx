import { Alert, Button, ErrorSummary, FieldRow, Form, Icon, Panel, SelectField, Table, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { baseTaxonomy } from '../taxonomy/base-taxonomy.ts';
import type { SubTheme } from '../taxonomy/taxonomy.ts';
import { currentThemes, lifeDomainLabel, lifeDomainOf, lifeDomains, themeIcon, themeLabel, type Theme } from '../themes.ts';

export type ManagedSubTheme = SubTheme & { version: number };

export interface ThemesScreen {
  subThemes: ManagedSubTheme[];
  values: FormValues;
  errors: FieldErrors;
}

/** The shared list with the authority's own under each theme. */
export function manageThemesView({ subThemes, values, errors }: ThemesScreen, context: ViewContext) {
  const { locale, key, today } = context;
  const inUse = subThemes.filter(({ endedOn }) => !endedOn);
  const ended = subThemes.filter(({ endedOn }) => endedOn);
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'taxonomy.title')} lead={text(locale, 'taxonomy.lead')}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={text(locale, 'taxonomy.add')}>
        <Form action="/settings/themes" once={key} label={text(locale, 'taxonomy.add')}>
          <FieldRow>
            <ThemeSelect locale={locale} today={today} label={text(locale, 'taxonomy.under')} value={one(values, 'theme')} error={errors['theme']} />
            <TextField locale={locale} name="label" label={text(locale, 'taxonomy.label')} hint={text(locale, 'taxonomy.label.hint')} value={one(values, 'label')} error={errors['label']} maxLength={60} />
          </FieldRow>
          <div>
            <Button icon="plus">{text(locale, 'taxonomy.add.act')}</Button>
          </div>
        </Form>
      </Panel>
      <Table
        locale={locale}
        caption={text(locale, 'taxonomy.title')}
        rows={currentThemes(today)}
        rowKey={(code) => code}
        columns={[
          { key: 'theme', head: text(locale, 'taxonomy.theme'), cell: (code) => <ThemeName locale={locale} code={code} />, nowrap: true },
          { key: 'domain', head: text(locale, 'taxonomy.domain'), cell: (code) => lifeDomainLabel(locale, lifeDomainOf(code)), nowrap: true, wideOnly: true },
          { key: 'own', head: text(locale, 'taxonomy.sub-themes'), cell: (code) => <OwnThemes locale={locale} subThemes={inUse.filter(({ theme }) => theme === code)} />, grow: true },
        ]}
      />
      {ended.length > 0 && (
        <Panel title={text(locale, 'taxonomy.ended')}>
          <p>{ended.map(({ label, endedOn }) => text(locale, 'taxonomy.ended.under', { label, day: formatDay(locale, endedOn!) })).join(' · ')}</p>
        </Panel>
      )}
      <p>
        {text(locale, 'taxonomy.shared', { version: baseTaxonomy.version, day: formatDay(locale, Temporal.PlainDate.from(baseTaxonomy.from)) })} <small>{baseTaxonomy.source}</small>
      </p>
    </WorkPage>
  );
}

function ThemeName({ locale, code }: { locale: Locale; code: Theme }) {
  return (
    <>
      <Icon name={themeIcon(code)} size={16} /> {themeLabel(locale, code)}
    </>
  );
}

function OwnThemes({ locale, subThemes }: { locale: Locale; subThemes: ManagedSubTheme[] }) {
  return (
    <>
      {subThemes.map(({ id, label, moves }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={`/settings/themes/${id}`}>{label}</a>
          {moves && <small> ({text(locale, 'taxonomy.moves', { day: formatDay(locale, moves.from), theme: themeLabel(locale, moves.theme) })})</small>}
        </>
      ))}
    </>
  );
}

interface SubThemeScreen {
  subTheme: ManagedSubTheme;
  values: FormValues;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

/** One sub-theme: its name, the theme under which it counts, its end. */
export function openSubThemeView({ subTheme, values, errors, isChangedMeanwhile }: SubThemeScreen, context: ViewContext) {
  const { locale, key, today } = context;
  const { id, label, theme, version, endedOn, moves } = subTheme;
  const where = moves ? `${text(locale, 'taxonomy.one.under', { theme: themeLabel(locale, theme) })} (${text(locale, 'taxonomy.moves', { day: formatDay(locale, moves.from), theme: themeLabel(locale, moves.theme) })})` : text(locale, 'taxonomy.one.under', { theme: themeLabel(locale, theme) });
  return (
    <WorkPage frame={context.frame()} title={label} lead={where} crumbs={[{ href: '/settings/themes', label: text(locale, 'taxonomy.title') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      {isChangedMeanwhile && (
        <Alert kind="warning" announced>
          {text(locale, 'taxonomy.meanwhile', { label })}
        </Alert>
      )}
      {endedOn && <p>{text(locale, 'taxonomy.ended.under', { label, day: formatDay(locale, endedOn) })}</p>}
      {!endedOn && (
        <>
          <Panel title={text(locale, 'taxonomy.rename')}>
            <Form action={`/settings/themes/${id}/rename`} once={key} version={version} label={text(locale, 'taxonomy.rename')}>
              <p>{text(locale, 'taxonomy.rename.what')}</p>
              <TextField locale={locale} name="label" label={text(locale, 'taxonomy.label')} value={one(values, 'label') ?? label} error={errors['label']} maxLength={60} />
              <div>
                <Button icon="save">{text(locale, 'taxonomy.rename.act')}</Button>
              </div>
            </Form>
          </Panel>
          <Panel title={text(locale, 'taxonomy.move')}>
            <Form action={`/settings/themes/${id}/move`} once={key} label={text(locale, 'taxonomy.move')}>
              <p>{text(locale, 'taxonomy.move.what')}</p>
              <FieldRow>
                <ThemeSelect locale={locale} today={today} label={text(locale, 'taxonomy.theme')} value={one(values, 'theme') ?? theme} error={errors['theme']} />
                <TextField locale={locale} name="from" type="date" size={12} label={text(locale, 'taxonomy.move.from')} value={one(values, 'from') ?? today.toString()} error={errors['from']} min={today.toString()} />
              </FieldRow>
              <div>
                <Button look="secondary" icon="arrow-right" iconMirrors>
                  {text(locale, 'taxonomy.move.act')}
                </Button>
              </div>
            </Form>
          </Panel>
          <Panel title={text(locale, 'taxonomy.end')}>
            <Form action={`/settings/themes/${id}/end`} once={key} label={text(locale, 'taxonomy.end')}>
              <p>{text(locale, 'taxonomy.end.what')}</p>
              <div>
                <Button look="secondary">{text(locale, 'taxonomy.end.act')}</Button>
              </div>
            </Form>
          </Panel>
        </>
      )}
    </WorkPage>
  );
}

function ThemeSelect({ locale, today, label, value, error }: { locale: Locale; today: Temporal.PlainDate; label: string; value: string | undefined; error: string | undefined }) {
  const current = currentThemes(today);
  const groups = lifeDomains.map((domain) => ({ group: lifeDomainLabel(locale, domain), options: current.filter((code) => lifeDomainOf(code) === domain).map((code) => ({ value: code, label: themeLabel(locale, code) })) }));
  return <SelectField locale={locale} name="theme" label={label} value={value} error={error} placeholder={text(locale, 'taxonomy.none')} options={groups.filter(({ options }) => options.length > 0)} />;
}

function one(values: FormValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
