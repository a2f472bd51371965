import { Button, ButtonRow, CheckboxGroup, EmptyState, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, RadioGroup, TextArea, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { nameSaid } from '../referral-parts.tsx';
import { consentWays, shareable } from '../referral.ts';
import type { PrepareScreen, Proposal } from './prepare-referral.ts';

/** Choose a service, note the consent, say what is asked: one screen. */
export function prepareReferralView(shown: PrepareScreen, context: ViewContext) {
  const { question, person, errors } = shown;
  const { locale } = context;
  const crumbs = [
    { href: '/questions', label: text(locale, 'prepare.questions') },
    { href: `/questions/${question.id}`, label: themeLabel(locale, question.theme) },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'prepare.title')} lead={person && text(locale, 'prepare.lead', { theme: themeLabel(locale, question.theme), name: nameSaid(person) })} crumbs={crumbs}>
      <ErrorSummary locale={locale} errors={errors} labels={{ service: text(locale, 'field.service'), request: text(locale, 'field.request'), consentOn: text(locale, 'field.consent-on') }} />
      {question.personId ? <Steps shown={shown} context={context} /> : <Anonymous shown={shown} context={context} />}
    </WorkPage>
  );
}

function Anonymous({ shown: { question }, context: { locale } }: { shown: PrepareScreen; context: ViewContext }) {
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

function Steps({ shown, context }: { shown: PrepareScreen; context: ViewContext }) {
  const { question, values, errors, isWide } = shown;
  const { locale, key } = context;
  const one = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined);
  return (
    <Form action="/referrals" once={key} label={text(locale, 'prepare.title')}>
      <Hidden name="question" value={question.id} />
      {isWide && <Hidden name="all" value="on" />}
      <Services shown={shown} context={context} />
      <Panel title={text(locale, 'prepare.consent.title')}>
        <p>{text(locale, 'prepare.consent.what')}</p>
        <FieldRow>
          <RadioGroup locale={locale} name="consentWay" label={text(locale, 'field.consent-way')} value={one('consentWay')} error={errors['consentWay']} options={consentWays.map((way) => ({ value: way, label: text(locale, `consent.${way}`) }))} />
          <TextField locale={locale} name="consentOn" type="date" label={text(locale, 'field.consent-on')} value={one('consentOn')} error={errors['consentOn']} max={context.today.toString()} size={12} />
        </FieldRow>
        <CheckboxGroup locale={locale} name="shares" label={text(locale, 'field.shares')} inline values={[values['shares'] ?? []].flat()} error={errors['shares']} options={shareable.map((share) => ({ value: share, label: text(locale, `share.${share}`) }))} />
      </Panel>
      <Panel title={text(locale, 'prepare.request.title')}>
        <TextArea locale={locale} name="request" label={text(locale, 'field.request')} hint={text(locale, 'field.request.hint')} rows={5} maxLength={2000} value={one('request') ?? question.note ?? undefined} error={errors['request']} />
      </Panel>
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

function Services({ shown, context }: { shown: PrepareScreen; context: ViewContext }) {
  const { proposals, values, errors, isWide, question } = shown;
  const { locale } = context;
  const chosen = typeof values['service'] === 'string' ? values['service'] : undefined;
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
          value={chosen}
          error={errors['service']}
          options={proposals.map((proposal) => ({ value: proposal.service.id, label: `${proposal.service.name} (${proposal.service.organisation.name})`, hint: hintOf(proposal, context), disabled: !proposal.service.email }))}
        />
      )}
      {!isWide && (
        <p>
          <a href={`/referrals/new?question=${question.id}&all=on`}>{text(locale, 'prepare.service.all')}</a>
        </p>
      )}
    </Panel>
  );
}

/** Why this service, or why not, in a few words. */
function hintOf({ service, answers }: Proposal, { locale }: ViewContext): string {
  const noMail = service.phone ? text(locale, 'prepare.service.no-mail', { phone: service.phone }) : text(locale, 'prepare.service.no-mail.no-phone');
  return [
    service.email ? undefined : noMail,
    service.notAccepting ? text(locale, 'prepare.service.not-accepting') : undefined,
    service.languages.length > 0 ? text(locale, 'prepare.service.language', { languages: service.languages.map((code) => languageName(locale, code)).join(', ') }) : undefined,
    answers ? text(locale, 'prepare.service.answers', { count: answers.medianDays }) : undefined,
    service.does,
  ]
    .filter(Boolean)
    .join(' · ');
}
