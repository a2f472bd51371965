import type { ComponentChildren } from 'preact';
import { Alert, Button, ButtonRow, Form, LinkButton, Panel, Table, WorkPage } from '../../../../kernel/html/index.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatMoment } from '../../../../kernel/i18n/format.ts';
import { History } from '../../history.tsx';
import type { Person } from '../../person.ts';
import { isSame, type PlainFields } from '../fields.ts';
import { text } from '../messages.ts';
import { factsOf, joinedFactsOf } from '../person-facts.tsx';
import type { OpenedMerger } from './open-merger.ts';

/** What was one made of two, and what becomes of both when it is taken apart. */
export function openMergerView({ merger, kept, afterSplit, timeline, error }: OpenedMerger, context: ViewContext) {
  const { locale } = context;
  const { fields, goneId, keptId, splitAt, mergedAt, mergedByName } = merger;
  const by = mergedByName ?? text(locale, 'merger.platform');
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'merger.title')}
      lead={text(locale, 'merger.lead', { when: formatMoment(locale, mergedAt), by })}
      crumbs={[{ href: '/people', label: text(locale, 'crumb.people') }, ...(kept ? [{ href: `/people/${keptId}`, label: kept.name.full }] : [])]}
    >
      {error && (
        <Alert kind="error" title={text(locale, 'merger.not-split')}>
          {error}
        </Alert>
      )}
      {splitAt && (
        <Alert kind="info" title={text(locale, 'merger.was-split', { when: formatMoment(locale, splitAt) })}>
          <a href={`/people/duplicates/${keptId}/${goneId}`}>{text(locale, 'merger.see-both')}</a>
        </Alert>
      )}
      <Sides kept={fields.before} gone={fields.gone} afterSplit={splitAt ? undefined : afterSplit} context={context} />
      {!splitAt && kept && <SplitForm merger={merger} context={context} />}
      {!splitAt && !kept && <Alert kind="info">{text(locale, 'refusal.merged-further')}</Alert>}
      <History timeline={timeline} self={goneId} context={context} />
    </WorkPage>
  );
}

function SplitForm({ merger, context: { locale, key } }: { merger: OpenedMerger['merger']; context: ViewContext }) {
  const moved = Object.values(merger.moved).flat().length;
  return (
    <Panel title={text(locale, 'split.title')}>
      <p>{moved > 0 ? text(locale, 'split.what', { count: moved }) : text(locale, 'split.nothing-moved')}</p>
      <p>{text(locale, 'split.since')}</p>
      <Form action={`/people/mergers/${merger.id}/split`} once={key} version={merger.version} label={text(locale, 'split.act')}>
        <ButtonRow>
          <Button look="secondary" icon="users">
            {text(locale, 'split.act')}
          </Button>
          <LinkButton look="subtle" href={`/people/${merger.keptId}`}>
            {text(locale, 'split.leave')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function Sides({ kept, gone, afterSplit, context }: { kept: PlainFields; gone: PlainFields; afterSplit: PlainFields | undefined; context: ViewContext }) {
  const { locale } = context;
  const [before, other, then] = [shownFields(kept, context), shownFields(gone, context), afterSplit && shownFields(afterSplit, context)];
  const rows = before.flatMap(({ label, shown, field }, index) => !shown && !other[index]!.shown ? [] : ({ label, kept: shown, gone: other[index]!.shown, afterwards: then?.[index]?.shown, isOther: afterSplit !== undefined && field !== null && !isSame(afterSplit[field], kept[field]) }));
  return (
    <Panel title={text(locale, 'merger.before')} flush>
      <Table
        locale={locale}
        caption={text(locale, 'merger.before')}
        rows={rows}
        rowKey={({ label }) => label}
        tone={({ isOther }) => (isOther ? 'waiting' : undefined)}
        columns={[
          { key: 'field', head: text(locale, 'pair.field'), cell: ({ label }) => label },
          { key: 'kept', head: text(locale, 'pair.older'), cell: (row) => row.kept || text(locale, 'pair.nothing') },
          { key: 'gone', head: text(locale, 'pair.newer'), cell: (row) => row.gone || text(locale, 'pair.nothing') },
          ...(afterSplit ? [{ key: 'then', head: text(locale, 'merger.then'), cell: (row: (typeof rows)[number]) => (row.isOther ? <strong>{row.afterwards || text(locale, 'pair.nothing')}</strong> : text(locale, 'merger.as-before')) }] : []),
        ]}
      />
    </Panel>
  );
}

function shownFields(fields: PlainFields, context: ViewContext): { label: string; shown: ComponentChildren; field: keyof PlainFields | null }[] {
  const person = { ...fields, arrivedOn: fields.arrivedOn && Temporal.PlainDate.from(fields.arrivedOn), registeredAt: context.now } as unknown as Person;
  const lists = ['otherNames', 'nationalities', 'languages', 'contactWays'] as const;
  return [
    ...Object.entries(factsOf(person, context)).map(([field, { label, shown }]) => ({ label, shown, field: field as keyof PlainFields })),
    ...joinedFactsOf(person, context).slice(0, lists.length).map(({ label, shown }, index) => ({ label, shown, field: lists[index]! })),
  ];
}
