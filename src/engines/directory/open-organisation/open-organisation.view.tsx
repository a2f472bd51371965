import { EmptyState, LinkButton, Panel, SummaryList, Table, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { AcceptingChip } from '../accepting-chip.tsx';
import { text } from '../messages.ts';
import { themeLabel } from '../themes.ts';
import type { OpenedOrganisation } from './open-organisation.ts';

export function openOrganisationView({ organisation, services }: OpenedOrganisation, context: ViewContext) {
  const { locale, may } = context;
  const add = may('directory:change') && (
    <LinkButton look="primary" icon="plus" hotkey="n" href={`/directory/services/new?organisation=${organisation.id}`}>
      {text(locale, 'service.add')}
    </LinkButton>
  );
  return (
    <WorkPage frame={context.frame()} title={organisation.name} crumbs={[{ href: '/directory', label: text(locale, 'directory.title') }]} act={services.length > 0 && add}>
      <Panel title={text(locale, 'organisation.facts')} act={may('directory:change') && <a href={`/directory/organisations/${organisation.id}/change`}>{text(locale, 'organisation.change')}</a>}>
        <SummaryList
          locale={locale}
          rows={[
            { label: text(locale, 'service.phone'), value: organisation.phone ? <a href={`tel:${organisation.phone.replace(/[^\d+]/g, '')}`}>{organisation.phone}</a> : undefined },
            { label: text(locale, 'organisation.email'), value: organisation.email ? <a href={`mailto:${organisation.email}`}>{organisation.email}</a> : undefined },
            { label: text(locale, 'service.website'), value: organisation.website ? <a href={organisation.website} rel="noreferrer noopener">{organisation.website.replace(/^https?:\/\//, '')}</a> : undefined },
          ]}
        />
      </Panel>
      <Table
        locale={locale}
        caption={text(locale, 'organisation.services')}
        showCaption
        rows={services}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/directory/services/${id}`}
        columns={[
          { key: 'name', head: text(locale, 'service.name'), cell: ({ name }) => name },
          { key: 'themes', head: text(locale, 'service.themes'), cell: ({ themes }) => themes.map((code) => themeLabel(locale, code)).join(', '), grow: true },
          { key: 'accepting', head: text(locale, 'service.accepting.short'), cell: (service) => <AcceptingChip service={service} locale={locale} /> },
        ]}
        empty={
          <EmptyState icon="map" title={text(locale, 'organisation.no-services.title')} act={add || undefined}>
            {text(locale, 'organisation.no-services.what')}
          </EmptyState>
        }
      />
    </WorkPage>
  );
}
