import type { Frame } from '../frame.ts';
import * as html from '../index.ts';
import type { IconName } from '../icons/icons.ts';
import { GalleryForm } from './gallery-form.tsx';
import type { Words } from './words.ts';

const placeIcons: IconName[] = ['calendar-check', 'users', 'message-circle-question-mark', 'folder-open', 'store', 'chart-column', 'book-open'];

/** The frame of a page of the gallery, signed in as somebody made up. */
export function galleryFrame(words: Words, assets: Frame['assets'] = (name) => `/assets/${name}`): Frame {
  return {
    locale: words.locale,
    direction: words.direction,
    path: '/gallery',
    tenantName: 'Voorbeeldstad',
    actorName: 'An Balie',
    roleNames: ['onthaal'],
    accountLinks: [{ href: '/account', label: 'Mijn account' }],
    navigation: words.places.map((label, index) => ({ href: `/place-${index}`, label, icon: placeIcons[index]!, current: index === 2, waits: [0, 3, 128][index] })),
    assets,
    notice: { kind: 'done', text: words.happened, undo: { action: '/undo', label: words.leave } },
    demo: true,
  };
}

/** Every component on one page of the desk. */
export function GalleryPage({ words, frame }: { words: Words; frame: Frame }) {
  const { locale } = words;
  return (
    <html.WorkPage
      frame={frame}
      title={words.title}
      lead={words.lead}
      crumbs={[{ href: '/', label: words.crumb }]}
      act={
        <html.LinkButton href="/questions/record" look="primary" icon="plus" hotkey="n">
          {words.act}
        </html.LinkButton>
      }
    >
      <html.Tabs
        label={words.title}
        items={[
          { href: '/a', label: words.statuses[1], current: true, count: 128 },
          { href: '/b', label: words.statuses[2], count: 12 },
        ]}
      />
      <Lists words={words} />
      <html.Columns main={<GalleryForm words={words} />} side={<Facts words={words} />} />
      <html.Tiles size="small">
        <html.Stat value="12" sentence={words.emptyTitle} href="/a" tone="waiting" />
        <html.Stat value="3" sentence={words.statuses[3]} href="/b" tone="harm" hint={words.due} />
        <html.Stat value="87 %" sentence={words.sentence} tone="done" />
        <html.Card title={words.themes[0]!} href="/c" icon="house">
          <p>{words.rule}</p>
        </html.Card>
      </html.Tiles>
      <DrawnFigure words={words} />
      <html.Progress locale={locale} label={words.happened} done={4213} total={10000} detail={words.themes[1]} refreshHref="/gallery" stop={{ action: '/stop', once: 'key-12345678' }} />
      <html.EmptyState
        title={words.emptyTitle}
        act={
          <html.LinkButton href="/questions/record" look="primary" icon="plus">
            {words.act}
          </html.LinkButton>
        }
      >
        {words.emptyText}
      </html.EmptyState>
      <html.Alert title={words.title}>{words.rule}</html.Alert>
      <html.Alert kind="warning">{words.rule}</html.Alert>
      <html.Alert kind="error">{words.wrong}</html.Alert>
      <html.DescriptionDetails summary={words.source}>
        <p>
          {words.rule} <html.Kbd>g</html.Kbd>
        </p>
      </html.DescriptionDetails>
    </html.WorkPage>
  );
}

function Lists({ words }: { words: Words }) {
  const { locale, heads, people, themes, statuses } = words;
  const tones = ['waiting', 'busy', 'done', 'harm'] as const;
  const rows = people.map((person, index) => ({ person, index }));
  const clock = (index: number) => ({ locale, daysLeft: [41, 5, 0, -3][index]!, rule: words.rule, event: words.event, due: words.due, pauses: index === 1 ? [words.pause] : [], source: { label: words.source } });
  return (
    <>
      <html.FilterBar
        locale={locale}
        action="/gallery"
        result={words.result}
        saved={[
          { label: words.statuses[0], href: '/s1', current: true },
          { label: words.title, href: '/s2' },
        ]}
        active={[{ label: themes[0]!, removeHref: '/gallery' }]}
        clearHref="/gallery"
        keep={{ sort: 'term' }}
      >
        <html.TextField locale={locale} name="filter-name" label={words.name} />
        <html.SelectField locale={locale} name="filter-theme" label={heads[1]} placeholder={words.choose} options={themes.map((label) => ({ value: label, label }))} />
      </html.FilterBar>
      <html.Form action="/bulk" once="key-12345678">
        <html.Table
          locale={locale}
          caption={words.title}
          rows={rows}
          rowKey={({ index }) => `row-${index}`}
          rowHref={({ index }) => `/questions/${index}`}
          select={{ name: 'question', label: ({ person }) => person.name }}
          tone={({ index }) => (index === 0 ? 'waiting' : index === 3 ? 'harm' : undefined)}
          columns={[
            { key: 'person', head: heads[0], grow: true, cell: ({ person }) => <html.PersonLine locale={locale} name={person.name} otherNames={person.other ? [{ text: person.other }] : []} languages={person.languages} household={person.household} />, sort: { href: '?sort=person' } },
            { key: 'theme', head: heads[1], cell: ({ index }) => themes[index] },
            { key: 'status', head: heads[2], cell: ({ index }) => <html.StatusChip tone={tones[index]}>{statuses[index]!}</html.StatusChip> },
            { key: 'term', head: heads[3], sort: { href: '?sort=term', direction: 'ascending' }, cell: ({ index }) => <html.ClockChip {...clock(index)} /> },
            { key: 'minutes', head: heads[4], numeric: true, wideOnly: true, cell: ({ index }) => index * 15 + 5 },
          ]}
        />
        <html.BulkBar locale={locale}>
          <html.Button look="secondary" small>
            {words.save}
          </html.Button>
        </html.BulkBar>
      </html.Form>
      <html.Pagination locale={locale} previousHref="?before=a" nextHref="?after=b" summary="51-100" />
    </>
  );
}

function Facts({ words }: { words: Words }) {
  const { locale, statuses, themes } = words;
  return (
    <>
      <html.Panel title={words.people[0]!.name} act={<html.StatusChip tone="closed">{statuses[2]}</html.StatusChip>}>
        <html.SummaryList
          locale={locale}
          rows={[
            { label: words.name, value: words.people[0]!.name, changeHref: '/change' },
            { label: words.heads[1], value: themes[0] },
            { label: words.heads[3] },
            { label: words.heads[2], value: <html.ClockChip locale={locale} daysLeft={12} state="paused" /> },
            { label: words.title, value: <html.ClockChip locale={locale} daysLeft={0} state="met" /> },
          ]}
        />
      </html.Panel>
      <html.Panel title={words.crumb} tone="waiting">
        <html.TaskList
          label={words.crumb}
          items={[
            { label: themes[0]!, href: '/t1', hint: words.due, status: { label: statuses[0], tone: 'waiting' } },
            { label: themes[2]!, href: '/t2', status: { label: statuses[2], tone: 'done' } },
          ]}
        />
      </html.Panel>
      <html.Panel title={words.when}>
        <html.Timeline
          label={words.when}
          entries={[
            { moment: '2026-03-03T14:30:00+01:00', when: words.when, title: words.happened, who: words.who, icon: 'send', tone: 'waiting' },
            { moment: '2026-03-02T10:00:00+01:00', when: words.when, title: words.event, who: words.who, detail: words.emptyText, icon: 'door-open' },
          ]}
          more={{ href: '/more', label: words.title }}
        />
      </html.Panel>
    </>
  );
}

function DrawnFigure({ words }: { words: Words }) {
  const bars = words.themes.map((theme, index) => ({ theme, count: [41, 33, 19, 7][index]! }));
  return (
    <html.Figure
      locale={words.locale}
      id="figure-themes"
      sentence={words.sentence}
      source={{ label: words.source, href: '/source', licence: 'CC BY 4.0' }}
      n={1234}
      csvHref="/figure.csv"
      table={
        <html.Table
          locale={words.locale}
          caption={words.sentence}
          keepTable
          rows={bars}
          rowKey={({ theme }) => theme}
          columns={[
            { key: 'theme', head: words.heads[1], cell: ({ theme }) => theme },
            { key: 'count', head: words.result, numeric: true, cell: ({ count }) => count },
          ]}
        />
      }
    >
      <svg class="chart" viewBox="0 0 600 120" role="img" aria-label={words.sentence}>
        {bars.map(({ count }, index) => (
          <rect x={words.direction === 'rtl' ? 600 - count * 14 : 0} y={index * 30} width={count * 14} height="22" rx="3" class={`chart-series-${index + 1}`} />
        ))}
      </svg>
    </html.Figure>
  );
}
