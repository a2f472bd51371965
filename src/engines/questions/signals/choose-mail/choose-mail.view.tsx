import { Button, ButtonRow, CheckboxField, Form, Panel, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { text } from '../messages.ts';

export function chooseMailView({ byMail }: { byMail: boolean }, context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'mail.title')} lead={text(locale, 'mail.lead')} crumbs={[{ href: '/signals', label: text(locale, 'list.title') }]}>
      <Panel>
        <Form action="/signals/mail" once={key} label={text(locale, 'mail.title')}>
          <CheckboxField locale={locale} name="byMail" label={text(locale, 'mail.want')} checked={byMail} />
          <ButtonRow>
            <Button icon="save">{text(locale, 'mail.save')}</Button>
          </ButtonRow>
        </Form>
      </Panel>
    </WorkPage>
  );
}
