import { Button, ButtonRow, ErrorSummary, FieldRow, Form, Panel, Table, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import { typed } from '../signal-parts.tsx';
import type { RuleScreen } from './set-signal-rule.ts';

export function setSignalRuleView({ now, rules, values, errors }: RuleScreen, context: ViewContext) {
  const { locale, key, today } = context;
  const number = (name: 'times' | 'voices' | 'days') => <TextField locale={locale} name={name} label={text(locale, `rule.${name}`)} hint={text(locale, `rule.${name}.hint`)} inputMode="numeric" size={4} value={typed(values, name)} error={errors[name]} />;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'rule.title')} lead={text(locale, 'rule.lead')} crumbs={[{ href: '/settings', label: text(locale, 'rule.settings') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={text(locale, 'rule.now', { times: now.times, voices: now.voices, days: now.days })}>
        <Form action="/settings/signals" once={key} label={text(locale, 'rule.title')}>
          <TextField locale={locale} name="from" type="date" size={12} label={text(locale, 'rule.from')} value={typed(values, 'from')} error={errors['from']} min={today.toString()} />
          <FieldRow>
            {number('times')}
            {number('voices')}
            {number('days')}
          </FieldRow>
          <TextField locale={locale} name="source" label={text(locale, 'rule.source')} hint={text(locale, 'rule.source.hint')} value={typed(values, 'source')} error={errors['source']} maxLength={300} />
          <ButtonRow>
            <Button icon="save">{text(locale, 'rule.save')}</Button>
          </ButtonRow>
        </Form>
      </Panel>
      {rules.length > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'rule.all')}
          showCaption
          rows={rules}
          rowKey={({ validFrom }) => String(validFrom)}
          columns={[
            { key: 'from', head: text(locale, 'rule.from'), cell: ({ validFrom }) => validFrom && formatDay(locale, validFrom), nowrap: true },
            { key: 'times', head: text(locale, 'rule.times'), cell: ({ times }) => times, numeric: true },
            { key: 'voices', head: text(locale, 'rule.voices'), cell: ({ voices }) => voices, numeric: true },
            { key: 'days', head: text(locale, 'rule.days'), cell: ({ days }) => days, numeric: true },
            { key: 'source', head: text(locale, 'rule.source'), cell: ({ source }) => source, grow: true },
          ]}
        />
      )}
    </WorkPage>
  );
}
