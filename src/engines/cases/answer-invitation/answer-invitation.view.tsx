import type { ComponentChildren } from 'preact';
import { Beside, Button, ButtonRow, CheckboxGroup, Form, Hidden, Icon, LinkButton, PrintButton, ReadAloud, TextArea, WelcomePage, type IconName } from '../../../kernel/html/index.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { formatMomentLong } from '../../../kernel/i18n/format.ts';
import { direction, isLocale, type Locale } from '../../../kernel/i18n/locale.ts';
import { firstNameOf, type Appointment } from '../case.ts';
import { text } from '../messages.ts';
import { languageLinks, readerLocale, type Invited } from './load-invited.ts';
import { suits } from './suits.ts';

type Key = Parameters<typeof text>[1];

/** A sentence in Dutch and in the reader's language. */
function both(locale: Locale, key: Key, parameters: (locale: Locale) => Record<string, string> = () => ({})) {
  return { nl: text('nl', key, parameters('nl')), other: locale === 'nl' ? undefined : text(locale, key, parameters(locale)) };
}

function Both({ locale, of, icon }: { locale: Locale; of: { nl: string; other?: string }; icon?: IconName }) {
  const words = (content: string): ComponentChildren => (
    <p>
      {icon && <Icon name={icon} size={24} />} {content}
    </p>
  );
  return <Beside large nl={words(of.nl)} other={of.other === undefined ? undefined : words(of.other)} locale={locale} />;
}

/** The words on a button: both languages, the Dutch first. */
function Label({ locale, of }: { locale: Locale; of: { nl: string; other?: string } }) {
  return (
    <>
      <span lang="nl">{of.nl}</span>
      {of.other !== undefined && (
        <>
          {' · '}
          <span lang={locale} dir={direction(locale)}>
            {of.other}
          </span>
        </>
      )}
    </>
  );
}

/** The family's own page: when, where, with whom and about what; come, or ask for another moment. */
export function invitedView(invited: Invited, context: ViewContext | AgainContext) {
  const locale = localeOf(context);
  const { ahead } = invited;
  const title = both(locale, ahead ? 'family.title' : 'family.title-none');
  return (
    <WelcomePage
      frame={{ ...context.frame(), locale, direction: direction(locale) }}
      title={title.nl}
      otherTitle={title.other}
      languages={languageLinks(`/i/${context.linkSecret}`, locale)}
      islands={['read-aloud.js']}
    >
      <ReadAloud locale={locale} of="message" />
      <div id="message" lang={locale}>
        {ahead ? <TalkAhead invited={invited} ahead={ahead} locale={locale} /> : <Both locale={locale} of={both(locale, invited.file.reachedOn ? 'family.held' : 'family.none')} icon="info" />}
      </div>
      {ahead && <Acts invited={invited} ahead={ahead} context={context} locale={locale} />}
    </WelcomePage>
  );
}

function TalkAhead({ invited, ahead, locale }: { invited: Invited; ahead: Appointment; locale: Locale }) {
  const about = (language: Locale) => ({ topics: new Intl.ListFormat(language, { type: 'conjunction' }).format(invited.topics(language)) });
  return (
    <>
      <Both locale={locale} icon="calendar" of={both(locale, 'family.moment', (language) => formatMomentLong(language, ahead.startsAt))} />
      <Both locale={locale} icon="map-pin" of={placeOf(ahead, locale)} />
      <Both locale={locale} icon="user" of={both(locale, 'family.guide', () => ({ guide: firstNameOf(ahead.workerName) }))} />
      {invited.topics('nl').length > 0 && <Both locale={locale} icon="messages-square" of={both(locale, 'family.topics', about)} />}
    </>
  );
}

/** At home is said without the address, which the letter's envelope had and another finder need not know. */
function placeOf({ placeKind, place }: Appointment, locale: Locale) {
  if (placeKind === 'home') return both(locale, 'family.at-home');
  return place ? both(locale, 'family.at-place', () => ({ place })) : both(locale, 'family.at-desk');
}

function Acts({ invited: { request }, ahead, context, locale }: { invited: Invited; ahead: Appointment; context: ViewContext; locale: Locale }) {
  const secret = context.linkSecret;
  return (
    <>
      {request && <Both locale={locale} icon="hourglass" of={both(locale, 'family.asked')} />}
      {!request && ahead.confirmedAt && <Both locale={locale} icon="circle-check" of={both(locale, 'family.confirmed')} />}
      <Form action={`/i/${secret}/come`} once={context.key}>
        <Hidden name="lang" value={locale} />
        <ButtonRow>
          {(request || !ahead.confirmedAt) && (
            <Button icon="check">
              <Label locale={locale} of={both(locale, 'family.come')} />
            </Button>
          )}
          {!request && (
            <LinkButton icon="calendar-clock" href={`/i/${secret}/other-moment?lang=${locale}`}>
              <Label locale={locale} of={both(locale, 'family.other-moment')} />
            </LinkButton>
          )}
          <LinkButton look="subtle" icon="calendar-plus" download href={`/i/${secret}/talk.ics?lang=${locale}`}>
            <Label locale={locale} of={both(locale, 'family.ics')} />
          </LinkButton>
        </ButtonRow>
      </Form>
      <PrintButton locale={locale} look="subtle" />
    </>
  );
}

/** One question: when does it suit better. Nothing has to be filled in. */
export function otherMomentView(invited: Invited, context: ViewContext | AgainContext, values: FormValues = {}, errors: FieldErrors = {}) {
  const locale = localeOf(context);
  const title = both(locale, 'family.other-moment');
  const other = (key: Key) => (locale === 'nl' ? undefined : { text: text(locale, key), lang: locale, dir: direction(locale) });
  const chosen = values['suits'];
  return (
    <WelcomePage frame={{ ...context.frame(), locale, direction: direction(locale) }} title={title.nl} otherTitle={title.other} languages={languageLinks(`/i/${context.linkSecret}/other-moment`, locale)}>
      {!invited.ahead && <Both locale={locale} of={both(locale, 'family.none')} icon="info" />}
      {invited.ahead && (
        <Form action={`/i/${context.linkSecret}/other-moment`} once={context.key}>
          <Hidden name="lang" value={locale} />
          <CheckboxGroup
            locale={locale}
            name="suits"
            label={text('nl', 'family.when')}
            labelLang="nl"
            other={other('family.when')}
            error={errors['suits']}
            tiles
            values={chosen === undefined ? [] : Array.isArray(chosen) ? chosen : [chosen]}
            options={suits.map((value) => ({ value, label: text('nl', `suits.${value}`), lang: 'nl', other: other(`suits.${value}`) }))}
          />
          <TextArea locale={locale} name="words" label={text('nl', 'family.words')} labelLang="nl" other={other('family.words')} rows={3} maxLength={300} dir="auto" error={errors['words']} value={typeof values['words'] === 'string' ? values['words'] : undefined} />
          <ButtonRow>
            <Button icon="send" iconMirrors>
              <Label locale={locale} of={both(locale, 'family.send')} />
            </Button>
            <LinkButton look="subtle" icon="arrow-left" iconMirrors href={`/i/${context.linkSecret}?lang=${locale}`}>
              <Label locale={locale} of={both(locale, 'family.back')} />
            </LinkButton>
          </ButtonRow>
        </Form>
      )}
    </WelcomePage>
  );
}

/** As the address says; a form that is shown again carries it in its fields. */
function localeOf(context: ViewContext | AgainContext): Locale {
  const sent = 'values' in context ? context.values['lang'] : undefined;
  return isLocale(sent) ? sent : readerLocale(context);
}
