import { Button, ButtonRow, DescriptionDetails, ErrorSummary, Form, LinkButton, Panel, Timeline, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { BothVersions } from '../both-versions.tsx';
import type { EntryScreen } from './keep-entries.ts';
import { filledOf } from './filled-line.ts';
import { homeOf, type Filled, type LifePart } from './life-part.ts';
import { text } from './messages.ts';

/** One line of a person's life, new or to change, with how it stood before. */
export function entryView(screen: EntryScreen, context: ViewContext) {
  const { part, person, entry, filled, extra, errors, isChangedMeanwhile } = screen;
  const { locale, key } = context;
  const titles = part.titles(locale);
  const title = entry ? titles.change : titles.note;
  const labels = part.labels(locale);
  const action = entry ? `/people/${person.id}/${part.path}/${entry.id}/change` : `/people/${person.id}/${part.path}/new`;
  const crumbs = [
    { href: '/people', label: text(locale, 'life.people') },
    { href: `/people/${person.id}`, label: person.name.full },
    { href: homeOf(part, person.id), label: text(locale, `life.page.${part.home}`) },
  ];
  const shown = (name: string, value: string) => shownValue(part, locale, name, value, extra);
  const saved = entry ? filledOf(part, locale, entry) : {};
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={crumbs}>
      {isChangedMeanwhile && <BothVersions locale={locale} versions={Object.entries(labels).map(([name, label]) => ({ label, saved: shown(name, saved[name] ?? ''), typed: shown(name, filled[name] ?? '') }))} />}
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <Form action={action} once={key} version={entry?.version} label={title}>
        <Panel>{part.fields({ context, filled, errors, extra })}</Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'life.save')}</Button>
          <LinkButton look="subtle" href={homeOf(part, person.id)}>
            {text(locale, 'life.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
      {entry && (
        <Form action={`/people/${person.id}/${part.path}/${entry.id}/remove`} once={`${key}-remove`} version={entry.version} label={text(locale, 'life.remove')}>
          <DescriptionDetails summary={text(locale, 'life.remove.summary')}>
            <p>{text(locale, 'life.remove.what')}</p>
            <ButtonRow>
              <Button look="harm" icon="trash" small>
                {text(locale, 'life.remove')}
              </Button>
            </ButtonRow>
          </DescriptionDetails>
        </Form>
      )}
      <FormerVersions screen={screen} context={context} labels={labels} shown={shown} />
    </WorkPage>
  );
}

interface FormerProps {
  screen: EntryScreen;
  context: ViewContext;
  labels: Record<string, string>;
  shown: (name: string, value: string) => string;
}

function FormerVersions({ screen: { part, former }, context: { locale }, labels, shown }: FormerProps) {
  if (former.length === 0) return null;
  const asText = (filled: Filled) => Object.keys(labels).flatMap((name) => (filled[name] ? [`${labels[name]}: ${shown(name, filled[name])}`] : [])).join(' · ');
  return (
    <Panel title={text(locale, 'life.former')}>
      <Timeline
        label={text(locale, 'life.former')}
        entries={former.map(({ was, changedAt, changedByName }) => ({
          moment: changedAt.toString(),
          when: text(locale, 'life.former.until', { moment: formatMoment(locale, changedAt) }),
          title: asText(filledOf(part, locale, was as never)),
          ...(changedByName ? { who: changedByName } : {}),
        }))}
      />
    </Panel>
  );
}

function shownValue(part: LifePart, locale: ViewContext['locale'], name: string, value: string, extra: unknown): string {
  return value === '' ? '' : (part.shown?.(locale, name, value, extra) ?? value);
}
