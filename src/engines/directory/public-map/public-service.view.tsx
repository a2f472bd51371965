import type { ComponentChildren } from 'preact';
import { Beside, LinkButton, PrintButton, Qr, ReadAloud, SummaryList, WelcomePage, type SummaryRow } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatDayLong, languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { qrSvg } from '../../../kernel/qr/qr-svg.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { weekFrom, writeSpans, type DayHours } from '../hours.ts';
import { dayName } from '../hours-words.ts';
import { isStale, type Place, type WholeService } from '../service.ts';
import { text } from './messages.ts';
import type { NearPlace } from './near-places.store.ts';
import { hrefOf } from './public-list.view.tsx';
import type { PublicContext } from './public-page.ts';
import { agesWords, amountWords, openingWords, statusWords } from './public-words.ts';
import { metresBetween, Sketch } from './sketch.tsx';

interface PublicService {
  service: WholeService;
  /** The first place of which the point is known. */
  located: Place | undefined;
  near: NearPlace[];
  now: Temporal.Instant;
}

/** Everything twice: in Dutch, and beside it as a translation. What nobody translated stands in Dutch alone. */
export function publicServiceView(shown: PublicService, context: PublicContext) {
  const { service } = shown;
  const { locale, frame, languages, tenant, publicUrl, at } = context;
  const address = `${publicUrl}${hrefOf({ at, locale }, `/services/${service.id}`)}`;
  return (
    <WelcomePage frame={frame} title={service.name} otherTitle={service.wording[locale]?.name} languages={languages} islands={['read-aloud.js']}>
      <p>
        <span lang="nl" dir="ltr">
          {service.organisation.name}
        </span>{' '}
        · <a href={hrefOf({ at, locale })}>{text(locale, 'map.back')}</a>
      </p>
      <div class="ww-button-row ww-no-print">
        <ReadAloud locale="nl" of="service-nl" />
        {locale !== 'nl' && <ReadAloud locale={locale} of="service-other" />}
        <PrintButton locale={locale} />
      </div>
      <Beside locale={locale} id="service" nl={<Words shown={shown} locale="nl" />} other={<Words shown={shown} locale={locale} />} />
      {shown.located && <Surroundings shown={shown} located={shown.located} locale={locale} />}
      <Qr svg={qrSvg(address)} label={text(locale, 'print.qr')} caption={<a href={address}>{text(locale, 'print.qr')}</a>} />
      <p lang="nl" dir="ltr">
        {tenant.name}
      </p>
    </WelcomePage>
  );
}

function Words({ shown, locale }: { shown: PublicService; locale: Locale }) {
  const { service, now } = shown;
  const said = locale === 'nl' ? { does: service.does, enrolment: service.enrolment } : (service.wording[locale] ?? {});
  const today = dayOf(now);
  const day = formatDayLong(locale, service.lastConfirmedOn);
  const reach = reachRows(locale, service);
  return (
    <>
      {locale !== 'nl' && (
        <p>
          <em>{text(locale, 'translation.mark')}</em>
        </p>
      )}
      <Part title={text(locale, 'what.title')}>
        <OwnWords locale={locale} dutch={service.does} said={said.does} />
      </Part>
      <Part title={text(locale, 'accepting.title')}>
        <p>{statusWords(locale, service)}</p>
      </Part>
      <Part title={text(locale, 'hours.title')}>
        {openingWords(locale, service, now) ? <p>{openingWords(locale, service, now)}</p> : !service.openingHours && <p>{text(locale, 'hours.unknown')}</p>}
        {service.hours && <SummaryList locale={locale} rows={weekFrom(service.hours, today).map((hours, index) => dayRow(locale, hours, index === 0))} />}
        {service.openingHours && <OwnWords locale={locale} dutch={service.openingHours} said={undefined} />}
      </Part>
      {service.places.length > 0 && (
        <Part title={text(locale, 'where.title')}>
          {service.places.map((place) => (
            <Where place={place} locale={locale} />
          ))}
        </Part>
      )}
      {reach.length > 0 && (
        <Part title={text(locale, 'reach.title')}>
          <SummaryList locale={locale} rows={reach} />
        </Part>
      )}
      <SummaryList locale={locale} rows={termRows(locale, service, said.enrolment)} />
      <p>{text(locale, isStale(service, today) ? 'checked.old' : 'checked.fresh', { day })}</p>
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2 class="utrecht-heading-3">{title}</h2>
      {children}
    </section>
  );
}

/** What the organisation wrote itself: in the reader's language when it gave that, else in Dutch, which is said. */
function OwnWords({ locale, dutch, said }: { locale: Locale; dutch: string; said: string | undefined }) {
  if (locale === 'nl') return <p class="ww-own-words">{dutch}</p>;
  if (said) return <p class="ww-own-words">{said}</p>;
  if (!dutch) return null;
  return (
    <>
      <p class="ww-own-words" lang="nl" dir="ltr">
        {dutch}
      </p>
      <p>
        <small>{text(locale, 'translation.only-dutch')}</small>
      </p>
    </>
  );
}

function dayRow(locale: Locale, { day, spans, why, words }: DayHours, isToday: boolean): SummaryRow {
  const name = dayName(locale, day.dayOfWeek);
  const hours = spans.length > 0 ? <bdi dir="ltr">{writeSpans(spans).replaceAll('-', '–')}</bdi> : text(locale, why === 'holiday' ? 'hours.holiday' : 'hours.closed');
  return {
    label: isToday ? `${text(locale, 'hours.today')} (${name})` : name,
    value: words ? (
      <>
        {hours} <bdi lang="nl">({words})</bdi>
      </>
    ) : (
      hours
    ),
  };
}

function Where({ place, locale }: { place: Place; locale: Locale }) {
  const lines = [place.name, ...place.street.split('\n'), [place.postalCode, place.city].filter(Boolean).join(' ')].filter(Boolean);
  return (
    <>
      <p lang="nl" dir="ltr">
        {lines.flatMap((line, index) => [index > 0 && <br />, line])}
      </p>
      {place.route && (
        <p>
          <strong>{text(locale, 'where.route')}</strong>{' '}
          <span lang="nl" dir="ltr">
            {place.route}
          </span>
        </p>
      )}
      {place.accessibility && (
        <p>
          <strong>{text(locale, 'where.accessibility')}</strong>{' '}
          <span lang="nl" dir="ltr">
            {place.accessibility}
          </span>
        </p>
      )}
    </>
  );
}

/** Where referrals go is between services; what stands here is for everyone. */
function reachRows(locale: Locale, service: WholeService): SummaryRow[] {
  const intake = service.contacts.filter(({ role }) => role === 'intake');
  const phones = [...new Set([service.phone, ...intake.map(({ phone }) => phone)].filter((phone) => phone !== null))];
  const emails = [...new Set(intake.map(({ email }) => email).filter((email) => email !== null))];
  return [
    ...phones.map((phone) => ({ label: text(locale, 'reach.phone'), value: <a dir="ltr" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> })),
    ...emails.map((email) => ({ label: text(locale, 'reach.email'), value: <a dir="ltr" href={`mailto:${email}`}>{email}</a> })),
    ...(service.website ? [{ label: text(locale, 'reach.website'), value: <a dir="ltr" href={service.website} rel="noreferrer noopener">{service.website.replace(/^https?:\/\//, '')}</a> }] : []),
  ];
}

function termRows(locale: Locale, service: WholeService, enrolment: string | undefined): SummaryRow[] {
  const { languages, neededDutch, hasInterpreter, cost, waitingDays } = service;
  const spoken = [languages.map((code) => languageName(locale, code)).join(', '), hasInterpreter ? text(locale, 'terms.interpreter') : ''].filter(Boolean).join('. ');
  const rows: (SummaryRow | undefined)[] = [
    service.targetGroup ? { label: text(locale, 'terms.for-whom'), value: <OwnWords locale={locale} dutch={service.targetGroup} said={undefined} /> } : undefined,
    { label: text(locale, 'terms.ages'), value: agesWords(locale, service) },
    { label: text(locale, 'terms.languages'), value: spoken || undefined },
    neededDutch ? { label: text(locale, 'terms.dutch'), value: neededDutch === 'none' ? text(locale, 'terms.dutch.none') : text(locale, 'terms.dutch.level', { level: neededDutch }) } : undefined,
    cost ? { label: text(locale, 'terms.cost'), value: cost.note ? <>{amountWords(locale, service)} <bdi lang="nl">{cost.note}</bdi></> : amountWords(locale, service) } : undefined,
    service.conditions ? { label: text(locale, 'terms.conditions'), value: <OwnWords locale={locale} dutch={service.conditions} said={undefined} /> } : undefined,
    service.enrolment ? { label: text(locale, 'terms.enrolment'), value: <OwnWords locale={locale} dutch={service.enrolment} said={enrolment} /> } : undefined,
    waitingDays === null ? undefined : { label: text(locale, 'terms.waiting'), value: text(locale, 'terms.waiting.days', { count: waitingDays }) },
  ];
  return rows.filter((row) => row !== undefined && row.value !== undefined) as SummaryRow[];
}

function Surroundings({ shown: { service, near }, located, locale }: { shown: PublicService; located: Place; locale: Locale }) {
  const at = { latitude: located.latitude!, longitude: located.longitude! };
  const metres = (place: NearPlace) => text(locale, 'where.metres', { metres: Math.round(metresBetween(at, place) / 10) * 10 });
  return (
    <Part title={text(locale, 'where.sketch')}>
      <div class="ww-beside">
        <Sketch label={text(locale, 'where.sketch')} name={located.street.split('\n')[0] || service.name} at={at} near={near} />
        <div>
          {near.length > 0 && (
            <>
              <p>{text(locale, 'where.near')}</p>
              <ul>
                {near.map((place) => (
                  <li>
                    <bdi lang="nl">{place.name}</bdi> ({metres(place)})
                  </li>
                ))}
              </ul>
            </>
          )}
          <LinkButton icon="map-pin" href={`https://www.openstreetmap.org/directions?to=${at.latitude}%2C${at.longitude}`}>
            {text(locale, 'where.planner')}
          </LinkButton>
        </div>
      </div>
    </Part>
  );
}
