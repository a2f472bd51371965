import { Button, ButtonRow, DescriptionDetails, ErrorSummary, FieldRow, Form, Panel, RadioGroup, SummaryList, TextArea, TextField, WelcomePage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { languageName } from '../../../../kernel/i18n/format.ts';
import { placeLine } from '../../change-section/places-section.tsx';
import { writeSpans } from '../../hours.ts';
import { dayName } from '../../hours-words.ts';
import { text as directoryText } from '../../messages.ts';
import { notAcceptingReasons } from '../../service.ts';
import { themeLabel } from '../../themes.ts';
import { text } from '../messages.ts';
import type { OwnerScreen } from './check-own-service.ts';

/** What stands of a service, and three answers: all right, put right, ended. */
export function checkOwnServiceView(screen: OwnerScreen, context: ViewContext) {
  const { service, errors } = screen;
  const { locale, tenant, linkSecret, key } = context;
  const at = `/service-check/${linkSecret}`;
  return (
    <WelcomePage frame={context.frame()} title={text(locale, 'owner.title', { service: service.name })} languages={[]}>
      <p>{text(locale, 'owner.lead', { tenant: tenant.name })}</p>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={service.name}>
        <SummaryList locale={locale} rows={rowsOf(screen, context)} />
      </Panel>
      <Form action={`${at}/right`} once={key} label={text(locale, 'owner.right')}>
        <ButtonRow>
          <Button icon="check">{text(locale, 'owner.right')}</Button>
        </ButtonRow>
      </Form>
      <DescriptionDetails summary={text(locale, 'owner.correct')} open={Object.keys(errors).length > 0}>
        <Corrections screen={screen} context={context} at={at} />
      </DescriptionDetails>
      <DescriptionDetails summary={text(locale, 'owner.ended')}>
        <p>{text(locale, 'owner.ended.what', { tenant: tenant.name })}</p>
        <Form action={`${at}/ended`} once={key} label={text(locale, 'owner.ended.act')}>
          <ButtonRow>
            <Button look="harm">{text(locale, 'owner.ended.act')}</Button>
          </ButtonRow>
        </Form>
      </DescriptionDetails>
    </WelcomePage>
  );
}

function rowsOf({ service }: OwnerScreen, { locale }: ViewContext) {
  const { hours, notAccepting } = service;
  const week = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const spans = hours?.weekly.filter((span) => span.day === day) ?? [];
    return spans.length > 0 ? [`${dayName(locale, day)} ${writeSpans(spans)}`] : [];
  });
  return [
    { label: directoryText(locale, 'service.organisation'), value: service.organisation.name },
    { label: directoryText(locale, 'service.does'), value: service.does || undefined },
    { label: directoryText(locale, 'service.themes'), value: service.themes.map((code) => themeLabel(locale, code)).join(', ') },
    { label: directoryText(locale, 'service.languages'), value: service.languages.map((code) => languageName(locale, code)).join(', ') || undefined },
    { label: directoryText(locale, 'service.address'), value: service.places.map(placeLine).join('; ') || undefined },
    { label: directoryText(locale, 'service.opening-hours'), value: [week.join('; '), service.openingHours].filter(Boolean).join('. ') || undefined },
    { label: directoryText(locale, 'service.phone'), value: service.phone ?? undefined },
    { label: directoryText(locale, 'service.email'), value: service.email ?? undefined },
    { label: directoryText(locale, 'service.website'), value: service.website ?? undefined },
    { label: directoryText(locale, 'service.accepting'), value: directoryText(locale, notAccepting ? `not-accepting.${notAccepting.reason}` : 'accepting.yes') },
  ];
}

function Corrections({ screen: { service, values, errors }, context: { locale, key, tenant }, at }: { screen: OwnerScreen; context: ViewContext; at: string }) {
  const of = (name: string) => ({ locale, name, value: [values[name] ?? []].flat()[0], error: errors[name] });
  return (
    <Form action={`${at}/correct`} once={key} version={service.version} label={text(locale, 'owner.correct')}>
      <Panel title={text(locale, 'owner.at-once')}>
        <RadioGroup {...of('notAccepting')} value={[values['notAccepting'] ?? []].flat()[0] ?? ''} label={directoryText(locale, 'service.accepting')} options={[{ value: '', label: directoryText(locale, 'accepting.yes') }, ...notAcceptingReasons.map((code) => ({ value: code, label: directoryText(locale, `not-accepting.${code}`) }))]} />
        <p>{text(locale, 'owner.hours.hint')}</p>
        <FieldRow>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <TextField {...of(`day${day}`)} label={dayName(locale, day)} size={20} />
          ))}
        </FieldRow>
        <TextArea {...of('openingHours')} label={text(locale, 'owner.hours.words')} rows={2} maxLength={500} optional />
      </Panel>
      <Panel title={text(locale, 'owner.looked-at', { tenant: tenant.name })}>
        <TextField {...of('name')} label={directoryText(locale, 'service.name')} maxLength={200} />
        <TextArea {...of('does')} label={directoryText(locale, 'service.does')} rows={3} maxLength={1500} />
        <TextArea {...of('enrolment')} label={text(locale, 'owner.enrolment')} rows={2} maxLength={500} optional />
        <TextField {...of('phone')} label={directoryText(locale, 'service.phone')} type="tel" size={20} optional />
        <TextField {...of('email')} label={directoryText(locale, 'service.email')} type="email" optional />
        <TextField {...of('website')} label={directoryText(locale, 'service.website')} inputMode="url" optional />
      </Panel>
      <ButtonRow>
        <Button icon="send" iconMirrors>
          {text(locale, 'owner.send')}
        </Button>
      </ButtonRow>
    </Form>
  );
}
