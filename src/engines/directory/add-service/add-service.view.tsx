import { Button, ButtonRow, ErrorSummary, Form, LinkButton, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { text } from '../messages.ts';
import type { Municipality, Organisation } from '../service.ts';
import type { FilledService } from '../service-fields.ts';
import { ServiceFormFields } from '../service-form.tsx';

interface AddServiceScreen {
  filled: FilledService;
  organisations: Organisation[];
  area: Municipality[];
  errors: FieldErrors;
}

export function addServiceView({ filled, organisations, area, errors }: AddServiceScreen, context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'service.add')} crumbs={[{ href: '/directory', label: text(locale, 'directory.title') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      <Form action="/directory/services" once={key} label={text(locale, 'service.add')}>
        <ServiceFormFields locale={locale} filled={filled} errors={errors} organisations={organisations} area={area} isNew />
        <ButtonRow>
          <Button icon="check">{text(locale, 'service.add.act')}</Button>
          <LinkButton look="subtle" href="/directory">
            {text(locale, 'change.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
