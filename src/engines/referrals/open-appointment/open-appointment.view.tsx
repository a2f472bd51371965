import type { ComponentChildren } from 'preact';
import { Beside, ButtonRow, LinkButton, PrintButton, ReadAloud, WelcomePage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { direction, isLocale, locales, type Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { appointmentLines, callLine, routeAddress, type AppointmentFacts } from './appointment-facts.ts';

const ownNames: Record<Locale, string> = { nl: 'Nederlands', en: 'English', fr: 'Français', ar: 'العربية', uk: 'Українська' };

/** When, where and with whom, in Dutch and in the language of the address; the way there, and into one's own calendar. */
export function appointmentView(facts: AppointmentFacts | undefined, context: ViewContext) {
  const asked = context.url.searchParams.get('lang');
  const locale: Locale = isLocale(asked) ? asked : 'nl';
  const path = `/appointment/${context.linkSecret}`;
  const titleOf = (language: Locale) => text(language, facts ? 'family.title' : 'family.title-none');
  const lines = (language: Locale): string[] => [...(facts ? appointmentLines(language, facts) : [text(language, 'family.none')]), callLine(language, context.tenant)];
  const route = facts && routeAddress(facts);
  return (
    <WelcomePage
      frame={{ ...context.frame(), locale, direction: direction(locale) }}
      title={titleOf('nl')}
      otherTitle={locale === 'nl' ? undefined : titleOf(locale)}
      languages={locales.map((each) => ({ locale: each, label: ownNames[each], href: `${path}?lang=${each}`, current: each === locale }))}
      islands={['read-aloud.js']}
    >
      <ReadAloud locale={locale} of="message" />
      <div id="message" lang={locale}>
        <Beside large nl={paragraphs(lines('nl'))} other={locale === 'nl' ? undefined : paragraphs(lines(locale))} locale={locale} />
      </div>
      {facts && (
        <ButtonRow>
          <LinkButton look="primary" icon="calendar-plus" href={`${path}/appointment.ics?lang=${locale}`} download>
            <Words locale={locale} of="family.ics" />
          </LinkButton>
          {route && (
            <LinkButton icon="map-pin" href={route}>
              <Words locale={locale} of="family.route" />
            </LinkButton>
          )}
          <PrintButton locale={locale} look="subtle" />
        </ButtonRow>
      )}
    </WelcomePage>
  );
}

function paragraphs(lines: readonly string[]): ComponentChildren {
  return lines.map((line) => <p>{line}</p>);
}

/** The words on a button: both languages, the Dutch first. */
function Words({ locale, of }: { locale: Locale; of: 'family.ics' | 'family.route' }) {
  return (
    <>
      <span lang="nl">{text('nl', of)}</span>
      {locale !== 'nl' && (
        <>
          {' · '}
          <span lang={locale} dir={direction(locale)}>
            {text(locale, of)}
          </span>
        </>
      )}
    </>
  );
}
