import type { ComponentChildren } from 'preact';
import { LetterSheet } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDayLong } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { addressLines } from '../../household.ts';
import { text } from '../messages.ts';
import type { Told } from './load-told.ts';
import { insideTexts, mayText, tellingText } from './told-words.ts';

/** The sheet for the person, on A4: Dutch, and the same under it in their language. */
export function ToldSheet({ told, context, qr }: { told: Told; context: ViewContext; qr?: ComponentChildren }) {
  const { person, household, locale } = told;
  const { tenant, today } = context;
  return (
    <LetterSheet
      sender={{ name: tenant.name, lines: [] }}
      recipient={[person.name.full, ...(household?.address ? addressLines(household.address) : [])]}
      placeAndDay={text('nl', 'told.place-day', { place: tenant.name, day: formatDayLong('nl', today) })}
      subject={text('nl', 'told.subject')}
      qr={qr}
      {...(locale === 'nl' ? {} : { other: { locale, subject: text(locale, 'told.subject'), body: <ToldBody told={told} locale={locale} /> } })}
    >
      <ToldBody told={told} locale="nl" />
    </LetterSheet>
  );
}

function ToldBody({ told: { person, tellings, consents, refusals }, locale }: { told: Told; locale: Locale }) {
  const list = locale === 'nl' ? tellings.nl : tellings.other;
  return (
    <>
      <p>{text(locale, 'told.intro')}</p>
      <h3>{text(locale, 'told.others')}</h3>
      {list.length === 0 ? <p>{text(locale, 'told.others.none')}</p> : <Lines lines={list.map((telling) => tellingText(locale, telling))} />}
      <h3>{text(locale, 'told.may')}</h3>
      {consents.length === 0 ? <p>{text(locale, 'told.may.none')}</p> : <Lines lines={consents.map((consent) => mayText(locale, consent))} />}
      <h3>{text(locale, 'told.inside')}</h3>
      <Lines lines={insideTexts(locale, person.isRestricted)} />
      <h3>{text(locale, 'told.stop')}</h3>
      <p>{text(locale, 'told.stop.how')}</p>
      <p>{text(locale, 'told.stop.rights')}</p>
      {refusals.map(({ ground, source }) => (
        <p>{text(locale, 'told.refused', { ground: text(locale, `erase.ground.${ground}`), source })}</p>
      ))}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
