import { LetterSheet, PrintButton, Qr, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { qrSvg } from '../../../kernel/qr/qr-svg.ts';
import { text } from '../messages.ts';
import { appointmentLines, callLine } from '../open-appointment/appointment-facts.ts';
import type { AppointmentLetter } from './make-appointment-letter.ts';

/** One sheet for the person: Dutch above, their language below. */
export function appointmentLetterView(letter: AppointmentLetter, context: ViewContext) {
  const { facts, name, address, language, secret } = letter;
  const { locale, tenant, today, publicUrl } = context;
  const { address: street = [], telephone, email } = tenant.settings;
  const page = `${publicUrl}/appointment/${secret}?lang=${language}`;
  const body = (each: Locale) => [...appointmentLines(each, facts), callLine(each, tenant)].map((line) => <p>{line}</p>);
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'letter.title')} act={<PrintButton locale={locale} look="primary" />} crumbs={[{ href: `/referrals/${facts.referralId}`, label: text(locale, 'letter.back') }]}>
      <LetterSheet
        sender={{ name: tenant.name, lines: [...street, ...[telephone, email].filter((line) => line !== undefined)] }}
        recipient={[name, ...address]}
        placeAndDay={`${tenant.name}, ${formatDayLong('nl', today)}`}
        subject={text('nl', 'family.title')}
        qr={<Qr svg={qrSvg(page)} label={text('nl', 'family.qr')} caption={<a href={page}>{text('nl', 'family.qr')}</a>} />}
        other={language === 'nl' ? undefined : { locale: language, subject: text(language, 'family.title'), body: [...body(language), <p>{text(language, 'family.qr')}</p>] }}
      >
        {body('nl')}
      </LetterSheet>
    </WorkPage>
  );
}
