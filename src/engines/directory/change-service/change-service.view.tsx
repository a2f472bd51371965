import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, SummaryList, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import { ServiceFormFields } from '../service-form.tsx';
import { themeLabel } from '../themes.ts';
import type { ChangeServiceScreen } from './change-service.ts';

export function changeServiceView(screen: ChangeServiceScreen, context: ViewContext) {
  const { service, filled, organisations, area, errors, isChangedMeanwhile } = screen;
  const { locale, key } = context;
  const crumbs = [
    { href: '/directory', label: text(locale, 'directory.title') },
    { href: `/directory/services/${service.id}`, label: service.name },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'service.change')} crumbs={crumbs}>
      {isChangedMeanwhile && <Meanwhile screen={screen} locale={locale} />}
      <ErrorSummary locale={locale} errors={errors} />
      <Form action={`/directory/services/${service.id}/change`} once={key} version={service.version} label={text(locale, 'service.change')}>
        <ServiceFormFields locale={locale} filled={filled} errors={errors} organisations={organisations} area={area} />
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.save')}</Button>
          <LinkButton look="subtle" href={`/directory/services/${service.id}`}>
            {text(locale, 'change.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

/** What the other writer saved; below it stands what was typed. */
function Meanwhile({ screen: { service, area }, locale }: { screen: ChangeServiceScreen; locale: ViewContext['locale'] }) {
  const nameOf = (nis: string) => area.find((one) => one.nis === nis)?.name ?? nis;
  return (
    <Alert kind="warning" title={text(locale, 'change.meanwhile.title')} announced>
      <p>{text(locale, 'change.meanwhile.what')}</p>
      <SummaryList
        locale={locale}
        rows={[
          { label: text(locale, 'service.organisation'), value: service.organisation.name },
          { label: text(locale, 'service.name'), value: service.name },
          { label: text(locale, 'service.does'), value: service.does },
          { label: text(locale, 'service.themes'), value: service.themes.map((code) => themeLabel(locale, code)).join(', ') },
          { label: text(locale, 'service.accepting'), value: text(locale, service.notAccepting ? `not-accepting.${service.notAccepting.reason}` : 'accepting.yes') },
          { label: text(locale, 'service.email'), value: service.email ?? undefined },
          { label: text(locale, 'service.phone'), value: service.phone ?? undefined },
          { label: text(locale, 'service.website'), value: service.website ?? undefined },
          { label: text(locale, 'service.languages'), value: service.languages.map((code) => languageName(locale, code)).join(', ') || undefined },
          { label: text(locale, 'service.municipalities'), value: service.municipalities.map(nameOf).join(', ') || text(locale, 'service.municipalities.all') },
        ]}
      />
    </Alert>
  );
}
