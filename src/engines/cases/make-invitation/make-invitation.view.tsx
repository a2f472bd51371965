import { Alert, Button, ButtonRow, EmptyState, ErrorSummary, Form, LetterSheet, LinkButton, PrintButton, Qr, RadioGroup, WorkPage } from '../../../kernel/html/index.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong, formatMoment, languageName } from '../../../kernel/i18n/format.ts';
import { locales } from '../../../kernel/i18n/locale.ts';
import { qrSvg } from '../../../kernel/qr/qr-svg.ts';
import { firstNameOf } from '../case.ts';
import { text } from '../messages.ts';
import { letterText, recipientLines, type LetterText } from './letter.ts';
import type { InvitationForm, Letter, Letters } from './make-invitation.ts';

/** In which language the letter stands beside Dutch, and which letters were made before. */
export function chooseLanguageView(form: InvitationForm, context: ViewContext | AgainContext) {
  const { file, household, ahead, made, best } = form;
  const { locale, key } = context;
  const name = household.members[0]?.name.full ?? '';
  const errors = 'errors' in context ? context.errors : {};
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'letter.title')}
      crumbs={[
        { href: '/welcome', label: text(locale, 'list.title') },
        { href: `/cases/${file.id}`, label: name },
      ]}
    >
      <ErrorSummary locale={locale} errors={errors} />
      {!ahead && (
        <EmptyState icon="calendar-plus" title={text(locale, 'refusal.talk-not-ahead')} act={<LinkButton look="primary" icon="calendar-plus" href={`/cases/${file.id}/plan`}>{text(locale, 'plan.act')}</LinkButton>}>
          {text(locale, 'letter.plan-first')}
        </EmptyState>
      )}
      {ahead && (
        <Form action={`/cases/${file.id}/invitation`} once={key}>
          <p>{text(locale, 'letter.about', { name, moment: formatMoment(locale, ahead.startsAt) })}</p>
          {!best && <Alert kind="warning">{text(locale, 'letter.no-language', { languages: file.languages.map((code) => languageName(locale, code)).join(', ') || text(locale, 'plan.no-language') })}</Alert>}
          {!household.address && <Alert kind="warning">{text(locale, 'letter.no-address')}</Alert>}
          <RadioGroup
            locale={locale}
            name="language"
            label={text(locale, 'letter.language')}
            hint={text(locale, 'letter.language-hint')}
            error={errors['language']}
            value={best ?? 'nl'}
            options={locales.map((value) => ({ value, label: value === 'nl' ? text(locale, 'letter.dutch-only') : text(locale, 'letter.dutch-and', { language: languageName(locale, value) }) }))}
          />
          <ButtonRow>
            <Button icon="printer">{text(locale, 'letter.make')}</Button>
          </ButtonRow>
        </Form>
      )}
      {made.length > 0 && (
        <>
          <h2 class="utrecht-heading-3">{text(locale, 'letter.before')}</h2>
          <ul>
            {made.map(({ madeAt, language }) => (
              <li>{text(locale, 'letter.made', { moment: formatMoment(locale, madeAt), language: languageName(locale, language) })}</li>
            ))}
          </ul>
        </>
      )}
    </WorkPage>
  );
}

/** The letters themselves, one a sheet. */
export function lettersView({ letters, without, back }: Letters, context: ViewContext | AgainContext) {
  const { locale } = context;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'letters.title', { count: letters.length })}
      act={letters.length > 0 && <PrintButton locale={locale} look="primary" />}
      crumbs={[{ href: back, label: text(locale, back.startsWith('/welcome') ? 'list.title' : 'letter.back-to-case') }]}
    >
      <div class="ww-no-print">
        {letters.length > 0 && <Alert kind="info">{text(locale, 'letters.print-now', { count: letters.length })}</Alert>}
        {without > 0 && <Alert kind="warning">{text(locale, 'letters.without', { count: without })}</Alert>}
        {letters.length === 0 && (
          <EmptyState icon="mail" title={text(locale, 'letters.none.title')} act={<LinkButton href={back}>{text(locale, 'assign.back')}</LinkButton>}>
            {text(locale, 'letters.none.what')}
          </EmptyState>
        )}
      </div>
      {letters.map((letter) => (
        <Sheet letter={letter} context={context} />
      ))}
    </WorkPage>
  );
}

function Sheet({ letter, context: { tenant, today, publicUrl } }: { letter: Letter; context: ViewContext }) {
  const { household, ahead, invitation, language, secret, file } = letter;
  const facts = { household, ahead, tenant };
  const dutch = letterText(invitation, facts, 'nl');
  const other = language === 'nl' ? undefined : letterText(invitation, facts, language);
  const { address: street = [], telephone, email } = tenant.settings;
  const address = `${publicUrl}/i/${secret}?lang=${language}`;
  return (
    <LetterSheet
      sender={{ name: tenant.name, lines: [...street, ...[telephone, email].filter((line) => line !== undefined)] }}
      recipient={recipientLines(household)}
      placeAndDay={`${tenant.name}, ${formatDayLong('nl', today)}`}
      reference={file.id.slice(-6).toUpperCase()}
      subject={dutch.subject}
      signature={[dutch.closing, firstNameOf(ahead.workerName), tenant.name]}
      qr={<Qr svg={qrSvg(address)} label={text('nl', 'family.qr')} caption={<Caption address={address} language={language} />} />}
      other={other && { locale: language, subject: other.subject, body: <Body letter={other} withClosing /> }}
    >
      <Body letter={dutch} />
    </LetterSheet>
  );
}

/** What to do with the code; on the screen also the link itself, to send it by message. */
function Caption({ address, language }: { address: string; language: Letter['language'] }) {
  return (
    <>
      <a href={address}>{text('nl', 'family.qr')}</a>
      {language !== 'nl' && (
        <>
          <br />
          <span lang={language} dir="auto">
            {text(language, 'family.qr')}
          </span>
        </>
      )}
    </>
  );
}

function Body({ letter: { greeting, paragraphs, closing }, withClosing }: { letter: LetterText; withClosing?: boolean }) {
  return (
    <>
      <p>{greeting}</p>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {withClosing && <p>{closing}</p>}
    </>
  );
}
