import { Alert, Button, ButtonRow, EmptyState, FileField, Form, LinkButton, Panel, StatusChip, Table } from '../../kernel/html/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { formatDay } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { SettingsPage } from '../administration/settings-page.tsx';
import type { OpenedPractice, PracticeHere } from './manage-practices.ts';
import { text } from './messages.ts';

const home = '/settings/practices';
const inWords = (locale: Locale, words: { nl: string; en: string }) => (locale === 'en' ? words.en : words.nl);

export function listPracticesView(found: PracticeHere[], context: ViewContext, errors: { file?: string }) {
  const { locale, key } = context;
  return (
    <SettingsPage context={context} title={text(locale, 'title')} lead={<p>{text(locale, 'lead')}</p>} wide>
      <Table
        locale={locale}
        caption={text(locale, 'title')}
        rows={found}
        rowKey={({ practice }) => practice.id}
        empty={<EmptyState icon="book-open" title={text(locale, 'none')}>{text(locale, 'none.text')}</EmptyState>}
        columns={[
          { key: 'title', head: text(locale, 'practice'), cell: ({ practice }) => <a href={`${home}/${practice.id}`}>{inWords(locale, practice.title)}</a> },
          { key: 'about', head: text(locale, 'about'), grow: true, cell: ({ practice }) => inWords(locale, practice.about) },
          { key: 'state', head: text(locale, 'state'), cell: (here) => <State here={here} locale={locale} /> },
        ]}
      />
      <Panel title={text(locale, 'import.title')}>
        <p>{text(locale, 'import.about')}</p>
        <Form action={`${home}/import`} once={key} label={text(locale, 'import.title')} hasFiles>
          <FileField locale={locale} name="file" label={text(locale, 'import.file')} accept=".json" error={errors.file} required />
          <Button look="secondary" icon="upload">
            {text(locale, 'import.act')}
          </Button>
        </Form>
      </Panel>
    </SettingsPage>
  );
}

function State({ here: { adoptedAt, olderVersion, isShipped }, locale }: { here: PracticeHere; locale: Locale }) {
  if (olderVersion !== null) return <StatusChip tone="waiting">{text(locale, 'state.newer')}</StatusChip>;
  if (adoptedAt) return <StatusChip tone="done">{text(locale, 'state.adopted', { day: formatDay(locale, dayOf(adoptedAt)) })}</StatusChip>;
  return <StatusChip tone="closed">{text(locale, isShipped ? 'state.not-yet' : 'state.brought-in')}</StatusChip>;
}

export function openPracticeView(opened: OpenedPractice, context: ViewContext) {
  const { locale, key } = context;
  const { practice, adoptedAt, olderVersion, things, mayOpen } = opened;
  const isMissing = things.some(({ isThere }) => !isThere);
  return (
    <SettingsPage context={context} title={inWords(locale, practice.title)} lead={<p>{inWords(locale, practice.about)}</p>} crumbs={[{ href: home, label: text(locale, 'title') }]} wide>
      <p>
        <State here={opened} locale={locale} /> {text(locale, 'version', { n: practice.version })} · {inWords(locale, practice.source)}
      </p>
      {olderVersion !== null && <Alert>{text(locale, 'newer.about', { from: olderVersion, to: practice.version })}</Alert>}
      <Panel title={text(locale, adoptedAt ? 'things.adopted' : 'things.title')}>
        <Table
          locale={locale}
          caption={text(locale, 'things.title')}
          rows={things}
          rowKey={({ kind, name }) => `${kind} ${name}`}
          columns={[
            { key: 'kind', head: text(locale, 'thing.kind'), cell: ({ kind }) => kind },
            { key: 'name', head: text(locale, 'thing.name'), grow: true, cell: ({ name, href, isThere }) => (isThere && mayOpen(href) ? <a href={href}>{name}</a> : name) },
            { key: 'there', head: text(locale, 'thing.state'), cell: ({ isThere }) => <StatusChip tone={isThere ? 'done' : 'waiting'}>{text(locale, isThere ? 'thing.there' : 'thing.new')}</StatusChip> },
          ]}
        />
      </Panel>
      {(!adoptedAt || isMissing || olderVersion !== null) && (
        <Form action={`${home}/${practice.id}/adopt`} once={key} label={text(locale, 'adopt.act')}>
          <ButtonRow>
            <Button>{text(locale, adoptedAt ? 'adopt.rest' : 'adopt.act')}</Button>
          </ButtonRow>
        </Form>
      )}
      <Places title={text(locale, 'work')} places={practice.work} opened={opened} locale={locale} />
      {practice.results.length > 0 && <Places title={text(locale, 'results')} places={practice.results} opened={opened} locale={locale} />}
      <p>
        <LinkButton look="secondary" icon="download" href={`${home}/${practice.id}/blueprint.json`}>
          {text(locale, 'export.act')}
        </LinkButton>
      </p>
    </SettingsPage>
  );
}

function Places({ title, places, opened, locale }: { title: string; places: OpenedPractice['practice']['work']; opened: OpenedPractice; locale: Locale }) {
  return (
    <Panel title={title}>
      <ul>
        {places.map(({ title: words, href }) => (
          <li>
            {opened.mayOpen(href) ? <a href={href}>{inWords(locale, words)}</a> : inWords(locale, words)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
