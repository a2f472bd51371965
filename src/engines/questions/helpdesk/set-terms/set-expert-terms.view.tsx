import { Button, ButtonRow, ErrorSummary, FieldRow, Form, Panel, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import type { ExpertTermsScreen } from './set-expert-terms.ts';

export function setExpertTermsView({ now, values, errors }: ExpertTermsScreen, context: ViewContext) {
  const { locale, key, today } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'terms.title')} lead={text(locale, 'terms.lead')} crumbs={[{ href: '/settings', label: text(locale, 'terms.settings') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={text(locale, 'terms.now', { normal: now.normalDays, urgent: now.urgentDays })}>
        {now.source && <p>{now.source}</p>}
        <Form action="/settings/legal-terms" once={key} label={text(locale, 'terms.title')}>
          <TextField locale={locale} name="from" type="date" size={12} label={text(locale, 'terms.from')} value={typed(values, 'from')} error={errors['from']} min={today.toString()} />
          <FieldRow>
            <TextField locale={locale} name="normal" label={text(locale, 'terms.normal')} inputMode="numeric" size={4} value={typed(values, 'normal')} error={errors['normal']} />
            <TextField locale={locale} name="urgent" label={text(locale, 'terms.urgent')} inputMode="numeric" size={4} value={typed(values, 'urgent')} error={errors['urgent']} />
          </FieldRow>
          <TextField locale={locale} name="source" label={text(locale, 'terms.source')} value={typed(values, 'source')} error={errors['source']} maxLength={300} />
          <ButtonRow>
            <Button icon="save">{text(locale, 'terms.save')}</Button>
          </ButtonRow>
        </Form>
      </Panel>
    </WorkPage>
  );
}
