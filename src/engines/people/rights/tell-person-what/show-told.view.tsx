import { Alert, Button, ButtonRow, Form, Hidden, Panel, PrintButton, Qr } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { languageName } from '../../../../kernel/i18n/format.ts';
import { direction, locales } from '../../../../kernel/i18n/locale.ts';
import { qrSvg } from '../../../../kernel/qr/qr-svg.ts';
import { text } from '../messages.ts';
import { PersonPage } from '../person-page.tsx';
import type { Told } from './load-told.ts';
import { ownFileDays } from './own-link.ts';
import { ToldSheet } from './told-sheet.tsx';

export function showToldView(told: Told, context: ViewContext) {
  const { person, locale: other } = told;
  const { locale, key, may } = context;
  return (
    <PersonPage person={person} part="told" title={text(locale, 'told.title')} lead={text(locale, 'told.lead')} act={<PrintButton locale={locale} />} context={context}>
      <div class="ww-no-print">
        <Panel>
          <p>
            {text(locale, 'told.language')}:{' '}
            {locales.map((each, index) => (
              <>
                {index > 0 && ' · '}
                <a href={`/people/${person.id}/told?lang=${each}`} aria-current={each === other ? 'true' : undefined}>
                  {each === 'nl' ? text(locale, 'told.dutch-only') : languageName(locale, each)}
                </a>
              </>
            ))}
          </p>
          {may('people:change') && (
            <>
              <p>{text(locale, 'told.link.about', { count: ownFileDays })}</p>
              <Form action={`/people/${person.id}/own-link`} once={key} label={text(locale, 'told.make-link')}>
                <Hidden name="lang" value={other} />
                <ButtonRow>
                  <Button icon="qr-code">{text(locale, 'told.make-link')}</Button>
                  <Button look="subtle" formAction={`/people/${person.id}/own-link/end`}>
                    {text(locale, 'told.link.end')}
                  </Button>
                </ButtonRow>
              </Form>
            </>
          )}
        </Panel>
      </div>
      <ToldSheet told={told} context={context} />
    </PersonPage>
  );
}

/** The sheet with the way to the person's own page on it. */
export function linkedSheetView(told: Told, secret: string, context: ViewContext) {
  const { person, locale: other } = told;
  const { locale, publicUrl } = context;
  const address = `${publicUrl}/me/${secret}?lang=${other}`;
  return (
    <PersonPage person={person} part="told" title={text(locale, 'told.title')} act={<PrintButton locale={locale} look="primary" />} below={{ href: `/people/${person.id}/told`, label: text(locale, 'told.title') }} context={context}>
      <div class="ww-no-print">
        <Alert kind="warning">{text(locale, 'told.link.once')}</Alert>
      </div>
      <ToldSheet
        told={told}
        context={context}
        qr={
          <Qr
            svg={qrSvg(address)}
            label={text('nl', 'told.link.qr')}
            caption={
              <>
                <span lang="nl">{text('nl', 'told.link.open')}</span>
                {other !== 'nl' && (
                  <>
                    {' · '}
                    <span lang={other} dir={direction(other)}>
                      {text(other, 'told.link.open')}
                    </span>
                  </>
                )}
              </>
            }
          />
        }
      />
    </PersonPage>
  );
}
