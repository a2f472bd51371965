import type { ComponentChildren } from 'preact';
import { Beside, Button, ButtonRow, Form, Hidden, ReadAloud, WelcomePage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { direction, locales, type Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import type { Told } from './load-told.ts';
import { insideTexts, mayText, tellingText } from './told-words.ts';

const ownNames: Record<Locale, string> = { nl: 'Nederlands', en: 'English', fr: 'Français', ar: 'العربية', uk: 'Українська' };

/** The person's own page: who knows what, and a button to stop each consent. */
export function ownFileView(told: Told, context: ViewContext) {
  const { locale, consents, tellings, person } = told;
  const path = `/me/${context.linkSecret}`;
  const heading = (key: 'told.others' | 'told.may' | 'told.inside' | 'told.stop') => <Both locale={locale} of={(language) => <h2>{text(language, key)}</h2>} />;
  return (
    <WelcomePage
      frame={{ ...context.frame(), locale, direction: direction(locale) }}
      title={text('nl', 'told.subject')}
      otherTitle={locale === 'nl' ? undefined : text(locale, 'told.subject')}
      languages={locales.map((each) => ({ locale: each, label: ownNames[each], href: `${path}?lang=${each}`, current: each === locale }))}
      islands={['read-aloud.js']}
    >
      <ReadAloud locale={locale} of="message" />
      <div id="message" lang={locale}>
        <Both locale={locale} of={(language) => <p>{text(language, 'told.intro')}</p>} />
        {heading('told.may')}
        {consents.length === 0 && <Both locale={locale} of={(language) => <p>{text(language, 'told.may.none')}</p>} />}
        {consents.map((consent) => (
          <>
            <Both locale={locale} of={(language) => <p>{mayText(language, consent)}</p>} />
            {consent.basis === 'consent' ? (
              <Form action={`${path}/withdraw`} once={context.key} label={`${text(locale, 'own.withdraw')}: ${consent.recipientName}`}>
                <Hidden name="consent" value={consent.id} />
                <Hidden name="lang" value={locale} />
                <ButtonRow>
                  <Button look="secondary" icon="ban">
                    <Label locale={locale} />
                  </Button>
                </ButtonRow>
              </Form>
            ) : (
              <Both locale={locale} of={(language) => <p>{text(language, 'own.law')}</p>} />
            )}
          </>
        ))}
        {heading('told.others')}
        {tellings.nl.length === 0 && <Both locale={locale} of={(language) => <p>{text(language, 'told.others.none')}</p>} />}
        {tellings.nl.map((telling, index) => (
          <Both locale={locale} of={(language) => <p>{tellingText(language, language === 'nl' ? telling : (tellings.other[index] ?? telling))}</p>} />
        ))}
        {heading('told.inside')}
        <Both locale={locale} of={(language) => insideTexts(language, person.isRestricted).map((line) => <p>{line}</p>)} />
        {heading('told.stop')}
        <Both locale={locale} of={(language) => [<p>{text(language, 'told.stop.how')}</p>, <p>{text(language, 'told.stop.rights')}</p>]} />
      </div>
    </WelcomePage>
  );
}

function Both({ locale, of }: { locale: Locale; of: (language: Locale) => ComponentChildren }) {
  return <Beside large nl={of('nl')} other={locale === 'nl' ? undefined : of(locale)} locale={locale} />;
}

function Label({ locale }: { locale: Locale }) {
  return (
    <>
      <span lang="nl" dir="ltr">
        {text('nl', 'own.withdraw')}
      </span>
      {locale !== 'nl' && (
        <>
          {' · '}
          <span lang={locale} dir={direction(locale)}>
            {text(locale, 'own.withdraw')}
          </span>
        </>
      )}
    </>
  );
}
