import { Alert, Button, ButtonRow, Columns, DescriptionDetails, Form, LinkButton, Panel, SelectField, SummaryList, Timeline, WorkPage, type SummaryRow } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatDayLong, formatMoment, languageName } from '../../../kernel/i18n/format.ts';
import { AcceptingChip, answersWords, FreshnessChip } from '../accepting-chip.tsx';
import { sectionParts } from '../change-section/change-section.tsx';
import { text as sectionText } from '../change-section/messages.ts';
import { text } from '../messages.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { publicPathOf } from '../public-map/public-page.ts';
import { isStale, notAcceptingReasons, type Service, type WholeService } from '../service.ts';
import type { Revision } from '../whole-service.store.ts';
import { themeLabel } from '../themes.ts';
import type { OpenedService } from './open-service.ts';

const refusals = ['ended-already', 'exists-already'] as const;

export function openServiceView(opened: OpenedService, context: ViewContext, refusal?: string) {
  const { service } = opened;
  const { locale, may, today } = context;
  const said = refusals.find((name) => name === refusal);
  return (
    <WorkPage
      frame={context.frame()}
      title={service.name}
      lead={
        <>
          <a href={`/directory/organisations/${service.organisation.id}`}>{service.organisation.name}</a> <AcceptingChip service={service} locale={locale} />
        </>
      }
      crumbs={[{ href: '/directory', label: text(locale, 'directory.title') }]}
      act={
        may('directory:change') && (
          <LinkButton look="primary" icon="pencil" hotkey="n" href={`/directory/services/${service.id}/change`}>
            {text(locale, 'service.change')}
          </LinkButton>
        )
      }
    >
      {said && <Alert kind="error">{text(locale, `refusal.${said}`)}</Alert>}
      {service.endedOn && <Alert kind="warning">{text(locale, 'service.ended-on', { day: formatDayLong(locale, service.endedOn) })}</Alert>}
      {!service.endedOn && isStale(service, today) && <Alert kind="warning">{text(locale, 'service.stale', { day: formatDay(locale, service.lastConfirmedOn) })}</Alert>}
      <Columns main={<Main opened={opened} context={context} />} side={<Upkeep opened={opened} context={context} />} />
    </WorkPage>
  );
}

function Main({ opened, context }: { opened: OpenedService; context: ViewContext }) {
  const { locale, may } = context;
  const at = `/directory/services/${opened.service.id}`;
  return (
    <>
      <Facts opened={opened} context={context} />
      {sectionParts.map((part) => {
        const rows = part.rows(locale, opened.service).filter(({ value }) => value !== undefined);
        const change = may('directory:change') && <a href={`${at}/${part.name}`}>{sectionText(locale, 'section.change')}<span class="ww-out-of-sight"> {sectionText(locale, `section.${part.name}`)}</span></a>;
        return (
          <Panel title={sectionText(locale, `section.${part.name}`)} act={change}>
            {rows.length > 0 ? <SummaryList locale={locale} rows={rows} /> : <p>{sectionText(locale, 'section.none')}</p>}
          </Panel>
        );
      })}
    </>
  );
}

function Facts({ opened: { service, area }, context: { locale, today } }: { opened: OpenedService; context: ViewContext }) {
  const nameOf = (nis: string) => area.find((one) => one.nis === nis)?.name ?? nis;
  return (
    <Panel title={text(locale, 'service.facts')}>
      <SummaryList
        locale={locale}
        rows={[
          { label: text(locale, 'service.does'), value: <Lines of={service.does} /> },
          { label: text(locale, 'service.themes'), value: service.themes.map((code) => themeLabel(locale, code)).join(', ') },
          { label: text(locale, 'service.municipalities'), value: service.municipalities.length > 0 ? service.municipalities.map(nameOf).join(', ') : text(locale, 'service.municipalities.all') },
          { label: text(locale, 'service.languages'), value: service.languages.map((code) => languageName(locale, code)).join(', ') || undefined },
          { label: text(locale, 'service.phone'), value: service.phone ? <a href={`tel:${service.phone.replace(/[^\d+]/g, '')}`}>{service.phone}</a> : undefined },
          { label: text(locale, 'service.email'), value: service.email ? <a href={`mailto:${service.email}`}>{service.email}</a> : text(locale, 'service.email.none') },
          { label: text(locale, 'service.website'), value: service.website ? <a href={service.website} rel="noreferrer noopener">{service.website.replace(/^https?:\/\//, '')}</a> : undefined },
          { label: text(locale, 'service.accepting'), value: acceptingWords(service, locale) },
          { label: text(locale, 'service.answers'), value: answersWords(locale, service) },
          { label: text(locale, 'service.last-confirmed'), value: <FreshnessChip service={service} locale={locale} today={today} /> },
        ]}
      />
    </Panel>
  );
}

function acceptingWords({ notAccepting }: Service, locale: ViewContext['locale']): string {
  if (!notAccepting) return text(locale, 'accepting.yes');
  return text(locale, 'accepting.since', { reason: text(locale, `not-accepting.${notAccepting.reason}`), day: formatDay(locale, notAccepting.since) });
}

/** Text of several lines as it was typed. */
function Lines({ of }: { of: string }) {
  return of.split(/\r?\n/).map((line, index) => (
    <>
      {index > 0 && <br />}
      {line}
    </>
  ));
}

/** What keeps the map true: confirm, say that it is full, end it. */
function Upkeep({ opened, context }: { opened: OpenedService; context: ViewContext }) {
  const { service, timeline, revisions } = opened;
  const { locale, may } = context;
  return (
    <>
      {may('directory:change') && <Acts service={service} context={context} />}
      {service.isPublic && opened.hasPublicPages && !service.endedOn && (
        <p>
          <a href={`${publicPathOf(context.tenant)}/services/${service.id}`}>{text(locale, 'service.public')}</a>
        </p>
      )}
      {may('directory:import') && (
        <p>
          <a href={`/directory/services/${service.id}/hsds.json`}>{text(locale, 'service.hsds')}</a>
        </p>
      )}
      {timeline.length > 0 && (
        <Panel title={text(locale, 'service.history')}>
          <Timeline label={text(locale, 'service.history')} entries={timeline.flatMap((entry) => historyEntry(entry, context, service, revisions))} />
        </Panel>
      )}
    </>
  );
}

function Acts({ service, context: { locale, key } }: { service: Service; context: ViewContext }) {
  const at = `/directory/services/${service.id}`;
  if (service.endedOn) {
    return (
      <Form action={`${at}/restart`} once={key} label={text(locale, 'restart.act')}>
        <Button look="secondary" icon="rotate-ccw">
          {text(locale, 'restart.act')}
        </Button>
      </Form>
    );
  }
  return (
    <Panel title={text(locale, 'service.upkeep')}>
      <Form action={`${at}/confirm`} once={key} label={text(locale, 'confirm.act')}>
        <Button look="secondary" icon="check">
          {text(locale, 'confirm.act')}
        </Button>
      </Form>
      {service.notAccepting ? (
        <Form action={`${at}/accept`} once={key} label={text(locale, 'accept.act')}>
          <Button look="secondary">{text(locale, 'accept.act')}</Button>
        </Form>
      ) : (
        <Form action={`${at}/stop-accepting`} once={key} label={text(locale, 'stop-accepting.act')}>
          <SelectField locale={locale} name="reason" label={text(locale, 'stop-accepting.why')} options={notAcceptingReasons.map((code) => ({ value: code, label: text(locale, `not-accepting.${code}`) }))} />
          <Button look="secondary">{text(locale, 'stop-accepting.act')}</Button>
        </Form>
      )}
      <Form action={`${at}/end`} once={key} label={text(locale, 'end.act')}>
        <ButtonRow>
          <Button look="harm">{text(locale, 'end.act')}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

const told = ['service-added', 'service-changed', 'service-terms-changed', 'service-hours-changed', 'service-places-changed', 'service-contacts-changed', 'service-wording-changed', 'service-confirmed', 'service-stopped-accepting', 'service-accepting', 'service-ended', 'service-restarted', 'owner-asked', 'owner-reminded', 'service-corrected', 'service-said-ended', 'proposal-decided'] as const;

function historyEntry(entry: OpenedService['timeline'][number], { locale, words }: ViewContext, service: WholeService, revisions: readonly Revision[]) {
  if (!told.some((act) => act === entry.act)) return [];
  const revision = revisions.find(({ section, changedAt }) => changedAt.equals(entry.at) && entry.act === (section === 'about' ? 'service-changed' : `service-${section}-changed`));
  return [{ moment: entry.at.toString(), when: formatMoment(locale, entry.at), title: words.act(locale, entry.act), who: entry.actorName ?? undefined, detail: revision && <Changed revision={revision} service={service} locale={locale} /> }];
}

/** How it stood and how it stands since, where that differs. */
function Changed({ revision: { section, before, after }, service, locale }: { revision: Revision; service: WholeService; locale: ViewContext['locale'] }) {
  const rowsWith = (facts: Record<string, unknown>) => (section === 'about' ? aboutRows(locale, facts) : (sectionParts.find(({ name }) => name === section)?.rows(locale, revived({ ...service, ...facts })) ?? []));
  const [old, since] = [rowsWith(before), rowsWith(after)];
  const labels = [...new Set([...old, ...since].map(({ label }) => label))];
  const written = (rows: readonly SummaryRow[], label: string) => rows.find((row) => row.label === label)?.value ?? '–';
  const differing = labels.filter((label) => written(old, label) !== written(since, label));
  return (
    <DescriptionDetails summary={text(locale, 'history.what')}>
      <ul>
        {differing.map((label) => (
          <li>
            {label}: <del>{written(old, label)}</del> → {written(since, label)}
          </li>
        ))}
      </ul>
    </DescriptionDetails>
  );
}

/** Days come out of the kept version as text. */
function revived(service: WholeService): WholeService {
  const { notAccepting } = service;
  const day = (value: unknown) => (value ? Temporal.PlainDate.from(String(value)) : null);
  return { ...service, notAccepting: notAccepting && { ...notAccepting, since: day(notAccepting.since)!, until: day(notAccepting.until) } };
}

function aboutRows(locale: ViewContext['locale'], facts: Record<string, unknown>): SummaryRow[] {
  const known = { name: 'service.name', does: 'service.does', phone: 'service.phone', email: 'service.email', website: 'service.website' } as const;
  return Object.entries(known).flatMap(([name, label]) => (name in facts ? [{ label: text(locale, label), value: String(facts[name] ?? '–') }] : []));
}
