import { Button, ButtonRow, ErrorSummary, FieldRow, Form, Panel, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import type { TermsScreen } from './set-terms.ts';

export function setTermsView({ now, values, errors }: TermsScreen, context: ViewContext) {
  const { locale, key } = context;
  const one = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined);
  const days = (name: 'first' | 'second' | 'stalled' | 'link') => <TextField locale={locale} name={name} label={text(locale, `terms.${name}`)} inputMode="numeric" size={4} value={one(name)} error={errors[name]} />;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'terms.title')} lead={text(locale, 'terms.lead')} crumbs={context.may('referrals:list') ? [{ href: '/referrals', label: text(locale, 'list.title') }] : []}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel>
        <p>{text(locale, 'terms.now', { first: now.firstReminder, second: now.secondReminder, stalled: now.stalled, link: now.link })}</p>
        {now.source && <p>{now.source}</p>}
        <Form action="/settings/referral-terms" once={key} label={text(locale, 'terms.title')}>
          <TextField locale={locale} name="from" type="date" size={12} label={text(locale, 'terms.from')} value={one('from')} error={errors['from']} min={context.today.toString()} />
          <FieldRow>
            {days('first')}
            {days('second')}
          </FieldRow>
          <FieldRow>
            {days('stalled')}
            {days('link')}
          </FieldRow>
          <TextField locale={locale} name="source" label={text(locale, 'terms.source')} value={one('source')} error={errors['source']} />
          <ButtonRow>
            <Button icon="save">{text(locale, 'terms.save')}</Button>
          </ButtonRow>
        </Form>
      </Panel>
    </WorkPage>
  );
}
