import { Beside, Button, Card, Form, Hidden, LinkButton, SelectField, TextField, WelcomePage, type Frame } from '../../../kernel/html/index.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Asked, Searched } from '../find-services/search-services.ts';
import { nextOf } from '../list-services/next-page.ts';
import type { Municipality } from '../service.ts';
import { themeIcon, themes } from '../themes.ts';
import { text } from './messages.ts';
import type { PublicContext } from './public-page.ts';
import { openingWords, statusWords } from './public-words.ts';

interface PublicList {
  asked: Asked;
  area: Municipality[];
  searched: Searched;
  now: Temporal.Instant;
  perPage: number;
}

export function publicListView(list: PublicList, context: PublicContext) {
  const { locale, tenant, frame, languages } = context;
  const { asked, searched, perPage } = list;
  const next = nextOf(searched, perPage);
  return (
    <WelcomePage frame={frame} title={text('nl', 'map.title', { tenant: tenant.name })} otherTitle={text(locale, 'map.title', { tenant: tenant.name })} languages={languages}>
      <Both locale={locale} words="map.lead" />
      <Search list={list} context={context} />
      {asked.text || asked.theme ? (
        <section aria-label={text(locale, 'map.found', { count: searched.total })}>
          <div role="status">
            <Both locale={locale} words="map.found" parameters={{ count: searched.total }} />
          </div>
          {searched.total === 0 && <Both locale={locale} words="map.none" />}
          {searched.services.map((service) => (
            <Card title={service.name} level={2} href={hrefOf(context, `/services/${service.id}`)}>
              <p lang="nl" dir="ltr">
                {service.organisation.name}
              </p>
              <p lang="nl" dir="ltr">
                {service.does}
              </p>
              <p>{[statusWords(locale, service), openingWords(locale, service, list.now)].filter(Boolean).join(' · ')}</p>
            </Card>
          ))}
          {next && <LinkButton href={hrefOf(context, '', { text: asked.text, theme: asked.theme, municipality: asked.municipality, after: next })}>{text(locale, 'map.next')}</LinkButton>}
        </section>
      ) : null}
      <nav aria-label={text(locale, 'map.themes')}>
        {themes.map((theme) => (
          <Card title={locale === 'nl' ? text('nl', `theme.${theme}`) : `${text('nl', `theme.${theme}`)} · ${text(locale, `theme.${theme}`)}`} level={2} icon={themeIcon(theme)} href={hrefOf(context, '', { theme, municipality: asked.municipality })} />
        ))}
      </nav>
    </WelcomePage>
  );
}

function Search({ list: { asked, area }, context }: { list: PublicList; context: PublicContext }) {
  const { locale, at } = context;
  return (
    <Form action={at} method="get" label={text(locale, 'map.search')}>
      {locale !== 'nl' && <Hidden name="lang" value={locale} />}
      {asked.theme && <Hidden name="theme" value={asked.theme} />}
      <TextField locale={locale} name="text" label={text(locale, 'map.search')} value={asked.text} />
      {area.length > 1 && <SelectField locale={locale} name="municipality" label={text(locale, 'map.place')} placeholder={text(locale, 'map.everywhere')} value={asked.municipality} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />}
      <div>
        <Button icon="search">{text(locale, 'map.search-act')}</Button>
      </div>
    </Form>
  );
}

/** Dutch, and beside it the same in the newcomer's language. */
function Both({ locale, words, parameters }: { locale: Locale; words: 'map.lead' | 'map.found' | 'map.none'; parameters?: Record<string, number> }) {
  return <Beside locale={locale} nl={<p>{text('nl', words, parameters)}</p>} other={<p>{text(locale, words, parameters)}</p>} />;
}

export function hrefOf({ at, locale }: Pick<PublicContext, 'at' | 'locale'>, path = '', query: Record<string, string | undefined> = {}): string {
  const all: Record<string, string | undefined> = { ...query, lang: locale === 'nl' ? undefined : locale };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${at}${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
}

/** One page for all that is not there: who asks learns nothing from it. */
export function nothingHereView(_: PublicContext | undefined, frame: Frame) {
  return (
    <WelcomePage frame={frame} title={text('nl', 'map.not-here')} otherTitle={text(frame.locale, 'map.not-here')} languages={[]}>
      <p lang="nl" dir="ltr">
        {text('nl', 'map.not-here.what')}
      </p>
      {frame.locale !== 'nl' && <p>{text(frame.locale, 'map.not-here.what')}</p>}
    </WelcomePage>
  );
}
