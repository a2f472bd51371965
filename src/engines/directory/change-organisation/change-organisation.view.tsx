import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, SummaryList, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import { OrganisationFormFields } from '../organisation-form.tsx';
import type { ChangeOrganisationScreen } from './change-organisation.ts';

export function changeOrganisationView({ organisation, filled, errors, isChangedMeanwhile }: ChangeOrganisationScreen, context: ViewContext) {
  const { locale, key } = context;
  const at = `/directory/organisations/${organisation.id}`;
  const crumbs = [
    { href: '/directory', label: text(locale, 'directory.title') },
    { href: at, label: organisation.name },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'organisation.change')} crumbs={crumbs}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={text(locale, 'change.meanwhile.title')} announced>
          <p>{text(locale, 'change.meanwhile.what')}</p>
          <SummaryList
            locale={locale}
            rows={[
              { label: text(locale, 'organisation.name'), value: organisation.name },
              { label: text(locale, 'service.phone'), value: organisation.phone ?? undefined },
              { label: text(locale, 'organisation.email'), value: organisation.email ?? undefined },
              { label: text(locale, 'service.website'), value: organisation.website ?? undefined },
            ]}
          />
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} />
      <Form action={`${at}/change`} once={key} version={organisation.version} label={text(locale, 'organisation.change')}>
        <OrganisationFormFields locale={locale} filled={filled} errors={errors} />
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.save')}</Button>
          <LinkButton look="subtle" href={at}>
            {text(locale, 'change.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
