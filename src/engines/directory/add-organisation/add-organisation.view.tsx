import { Button, ButtonRow, ErrorSummary, Form, LinkButton, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { text } from '../messages.ts';
import type { FilledOrganisation } from '../organisation-fields.ts';
import { OrganisationFormFields } from '../organisation-form.tsx';

export function addOrganisationView(filled: FilledOrganisation, errors: FieldErrors, context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'organisation.add')} crumbs={[{ href: '/directory', label: text(locale, 'directory.title') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      <Form action="/directory/organisations" once={key} label={text(locale, 'organisation.add')}>
        <OrganisationFormFields locale={locale} filled={filled} errors={errors} />
        <ButtonRow>
          <Button icon="check">{text(locale, 'organisation.add.act')}</Button>
          <LinkButton look="subtle" href="/directory">
            {text(locale, 'change.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
