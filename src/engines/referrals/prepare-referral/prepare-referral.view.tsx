import { Alert, Button, ButtonRow, CheckboxGroup, EmptyState, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, RadioGroup, TextArea, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import type { Proposal } from '../propose-services.ts';
import { nameSaid } from '../referral-parts.tsx';
import { consentWays, shareable } from '../referral.ts';
import { SlotField } from '../slot-field.tsx';
import { readingLanguage } from '../tell-person/reading-language.ts';
import type { PrepareScreen } from './prepare-referral.ts';

interface Shown {
  shown: PrepareScreen;
  context: ViewContext;
}

/** Choose a service, note the consent, say what is asked: one screen. */
export function prepareReferralView(shown: PrepareScreen, context: ViewContext) {
  const { question, person, errors } = shown;
  const { locale } = context;
  const crumbs = [
    { href: '/questions', label: text(locale, 'prepare.questions') },
    { href: `/questions/${question.id}`, label: themeLabel(locale, question.theme) },
  ];
  const labels = { service: text(locale, 'field.service'), request: text(locale, 'field.request'), consentOn: text(locale, 'field.consent-on'), consentUntil: text(locale, 'field.consent-until'), slot: text(locale, 'prepare.slot.title') };
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'prepare.title')} lead={person && text(locale, 'prepare.lead', { theme: themeLabel(locale, question.theme), name: nameSaid(person) })} crumbs={crumbs}>
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      {question.personId ? <Steps shown={shown} context={context} /> : <Anonymous shown={shown} context={context} />}
    </WorkPage>
  );
}

function Anonymous({ shown: { question }, context: { locale } }: Shown) {
  const act = (
    <LinkButton look="primary" icon="user" href={`/questions/${question.id}/change`}>
      {text(locale, 'prepare.anonymous.act')}
    </LinkButton>
  );
  return (
    <EmptyState icon="user" title={text(locale, 'prepare.anonymous.title')} act={act}>
      {text(locale, 'prepare.anonymous.what')}
    </EmptyState>
  );
}

function Steps({ shown, context }: Shown) {
  const { question, values, errors, isWide } = shown;
  const { locale, key } = context;
  return (
    <Form action="/referrals" once={key} label={text(locale, 'prepare.title')}>
      <Hidden name="question" value={question.id} />
      {isWide && <Hidden name="all" value="on" />}
      {one(values, 'insteadOf') && <Hidden name="insteadOf" value={one(values, 'insteadOf')} />}
      <Services shown={shown} context={context} />
      <Consent shown={shown} context={context} />
      <Panel title={text(locale, 'prepare.request.title')}>
        <TextArea locale={locale} name="request" label={text(locale, 'field.request')} hint={text(locale, 'field.request.hint')} rows={5} maxLength={2000} value={one(values, 'request') ?? question.note ?? undefined} error={errors['request']} />
      </Panel>
      <Tells shown={shown} context={context} />
      <ButtonRow>
        <Button name="after" value="send" icon="send" iconMirrors>
          {text(locale, 'prepare.send')}
        </Button>
        <Button name="after" value="keep" look="secondary">
          {text(locale, 'prepare.keep')}
        </Button>
        <LinkButton look="subtle" href={`/questions/${question.id}`}>
          {text(locale, 'prepare.cancel')}
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

function one(values: PrepareScreen['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function Consent({ shown: { values, errors, held }, context }: Shown) {
  const { locale } = context;
  const ways = [...consentWays.map((way) => ({ value: way, label: text(locale, `consent.${way}`) })), ...(held.size > 0 ? [{ value: 'held', label: text(locale, 'consent.held') }] : [])];
  return (
    <Panel title={text(locale, 'prepare.consent.title')}>
      <p>{text(locale, 'prepare.consent.what')}</p>
      <RadioGroup locale={locale} name="consentWay" label={text(locale, 'field.consent-way')} value={one(values, 'consentWay')} error={errors['consentWay']} options={ways} />
      <FieldRow>
        <TextField locale={locale} name="consentOn" type="date" label={text(locale, 'field.consent-on')} value={one(values, 'consentOn')} error={errors['consentOn']} max={context.today.toString()} size={12} />
        <TextField locale={locale} name="consentUntil" type="date" label={text(locale, 'field.consent-until')} optional value={one(values, 'consentUntil')} error={errors['consentUntil']} min={context.today.toString()} size={12} />
      </FieldRow>
      <CheckboxGroup locale={locale} name="shares" label={text(locale, 'field.shares')} inline values={[values['shares'] ?? []].flat()} error={errors['shares']} options={shareable.map((share) => ({ value: share, label: text(locale, `share.${share}`) }))} />
    </Panel>
  );
}

/** Whether the person is told what comes of it, and how; asked, since a message can be read by someone else. */
function Tells({ shown: { preference, values, errors }, context: { locale } }: Shown) {
  const channel = preference?.channel === 'sms' || preference?.channel === 'mail' ? preference.channel : undefined;
  const language = readingLanguage(preference?.language ?? null);
  return (
    <Panel title={text(locale, 'prepare.tell.title')}>
      {channel ? (
        <>
          <p>{text(locale, `prepare.tell.by-${channel}`, { languages: language ? text(locale, 'prepare.tell.dutch-and', { language: languageName(locale, language) }) : languageName(locale, 'nl') })}</p>
          <RadioGroup
            locale={locale}
            name="tells"
            label={text(locale, 'field.tells')}
            value={one(values, 'tells')}
            error={errors['tells']}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: text(locale, `tells.${value}`) }))}
          />
        </>
      ) : (
        <p>{preference ? text(locale, 'prepare.tell.through') : text(locale, 'prepare.tell.none')}</p>
      )}
    </Panel>
  );
}

function Services({ shown, context }: Shown) {
  const { proposals, values, errors, isWide, question, held } = shown;
  const { locale } = context;
  return (
    <Panel title={text(locale, 'prepare.service.title')}>
      {proposals.length === 0 ? (
        <EmptyState icon="map" title={text(locale, 'prepare.service.none.title')} act={<LinkButton href="/directory/services/new">{text(locale, 'prepare.service.none.act')}</LinkButton>}>
          {text(locale, 'prepare.service.none.what')}
        </EmptyState>
      ) : (
        <RadioGroup
          locale={locale}
          name="service"
          label={text(locale, 'field.service')}
          value={one(values, 'service')}
          error={errors['service']}
          options={proposals.map((proposal) => ({ value: proposal.service.id, label: `${proposal.service.name} (${proposal.service.organisation.name})`, hint: [held.has(proposal.service.organisation.id) ? text(locale, 'prepare.service.held') : undefined, hintOf(proposal, context)].filter(Boolean).join(' · '), disabled: !proposal.service.email }))}
        />
      )}
      {!isWide && (
        <p>
          <a href={`/referrals/new?question=${question.id}&all=on`}>{text(locale, 'prepare.service.all')}</a>
        </p>
      )}
      {proposals.length > 0 && <Slots shown={shown} context={context} />}
    </Panel>
  );
}

/** A moment of the service's own consultation, taken while the person is still here. */
function Slots({ shown: { slots, values, errors }, context: { locale } }: Shown) {
  return (
    <>
      {slots && slots.length > 0 && <SlotField locale={locale} slots={slots} hint={text(locale, 'prepare.slot.what')} value={one(values, 'slot')} error={errors['slot']} placeholder={text(locale, 'prepare.slot.none')} />}
      {slots && slots.length === 0 && <Alert kind="info">{text(locale, 'prepare.slot.no-free')}</Alert>}
      <ButtonRow>
        <Button name="after" value="slots" look="secondary" icon="calendar-clock" formNoValidate small>
          {text(locale, 'prepare.slot.show')}
        </Button>
      </ButtonRow>
    </>
  );
}

/** Why this service, or why not, in a few words. */
export function hintOf({ service, answersWithin, wasTried }: Proposal, { locale }: Pick<ViewContext, 'locale'>): string {
  const noMail = service.phone ? text(locale, 'prepare.service.no-mail', { phone: service.phone }) : text(locale, 'prepare.service.no-mail.no-phone');
  return [
    service.email ? undefined : noMail,
    wasTried ? text(locale, 'prepare.service.tried') : undefined,
    service.notAccepting ? text(locale, 'prepare.service.not-accepting') : undefined,
    service.languages.length > 0 ? text(locale, 'prepare.service.language', { languages: service.languages.map((code) => languageName(locale, code)).join(', ') }) : undefined,
    answersWithin === undefined ? undefined : text(locale, 'prepare.service.answers', { count: answersWithin }),
    service.does,
  ]
    .filter(Boolean)
    .join(' · ');
}
