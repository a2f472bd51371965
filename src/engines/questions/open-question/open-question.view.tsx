import { Alert, Button, ButtonRow, Columns, Form, LinkButton, Panel, StatusChip, SummaryList, Timeline, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatDayLong, formatMoment, formatNumber, languageName } from '../../../kernel/i18n/format.ts';
import { lifeDomainLabel, themeLabel } from '../../directory/index.ts';
import { text as helpdeskText } from '../helpdesk/messages.ts';
import { text } from '../messages.ts';
import { BarrierLines } from '../note-barriers/barrier-lines.tsx';
import { askedOn, channelLabel, handlingLabel, type Question, type Visit } from '../question.ts';
import type { OpenedQuestion } from './open-question.ts';

const refusals = ['too-late-to-undo', 'closed-already', 'open-already'] as const;

/** One question: what it is, what was done, what happened since. */
export function openQuestionView(opened: OpenedQuestion, context: ViewContext, refusal?: string) {
  const { question } = opened;
  const { locale, may } = context;
  const said = refusals.find((name) => name === refusal);
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'question.title', { theme: themeLabel(locale, question.theme) })}
      lead={<StateChip question={question} locale={locale} />}
      crumbs={[{ href: '/questions', label: text(locale, 'list.title') }]}
      act={
        may('questions:record') && (
          <LinkButton look="primary" icon="forward" iconMirrors hotkey="n" href={`/referrals/new?question=${question.id}`}>
            {text(locale, 'question.refer')}
          </LinkButton>
        )
      }
    >
      {said && <Alert kind="error">{text(locale, `refusal.${said}`)}</Alert>}
      <Columns main={<Facts opened={opened} context={context} />} side={<History opened={opened} context={context} />} />
    </WorkPage>
  );
}

export function StateChip({ question, locale }: { question: { closedAt: unknown }; locale: ViewContext['locale'] }) {
  return question.closedAt ? <StatusChip tone="closed">{text(locale, 'state.closed')}</StatusChip> : <StatusChip tone="waiting">{text(locale, 'state.open')}</StatusChip>;
}

/** 'Huurwaarborg: Wonen (Wonen en leven), genoteerd als Vrije tijd'. */
function themeWords({ question: { theme, lifeDomain, recordedTheme }, subTheme }: OpenedQuestion, locale: ViewContext['locale']): string {
  const counted = `${themeLabel(locale, theme)} (${lifeDomainLabel(locale, lifeDomain)})`;
  const named = subTheme ? `${subTheme}: ${counted}` : counted;
  return recordedTheme ? `${named}, ${text(locale, 'question.recorded-as', { theme: themeLabel(locale, recordedTheme) })}` : named;
}

/** 'naar ziekenhuis, di 3 mrt., 40 minuten onderweg, 12,5 km'. */
function visitWords(locale: ViewContext['locale'], { place, on, travelMinutes, km }: Visit): string {
  const parts = [
    place && text(locale, 'question.visit.to', { place }),
    on && formatDay(locale, on),
    travelMinutes !== null && text(locale, 'question.visit.travel', { count: travelMinutes }),
    km !== null && text(locale, 'question.visit.km', { km: formatNumber(locale, km) }),
  ];
  return parts.filter(Boolean).join(', ');
}

function SameContact({ questions, locale }: { questions: Question[]; locale: ViewContext['locale'] }) {
  return (
    <>
      {questions.map(({ id, theme }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`/questions/${id}`}>{themeLabel(locale, theme)}</a>
        </>
      ))}
    </>
  );
}

function Facts({ opened, context }: { opened: OpenedQuestion; context: ViewContext }) {
  const { question, asker, area, barriers, service, employer, inSameContact } = opened;
  const { locale, may, key } = context;
  const municipality = area.find(({ nis }) => nis === question.municipality)?.name ?? question.municipality ?? undefined;
  const rows = [
    { label: text(locale, 'field.theme'), value: themeWords(opened, locale) },
    { label: text(locale, 'field.asker'), value: question.personId ? <a href={`/people/${question.personId}`}>{asker?.name ?? text(locale, 'asker.named')}</a> : text(locale, question.pseudonymId ? 'asker.pseudonymous' : 'asker.anonymous') },
    { label: text(locale, 'field.asked-on'), value: formatDayLong(locale, askedOn(question)) },
    { label: text(locale, 'field.channel'), value: channelLabel(locale, question.channel) },
    { label: text(locale, 'field.language'), value: languageName(locale, question.language) },
    { label: text(locale, 'field.place'), value: [question.place?.label, municipality].filter(Boolean).join(', ') || undefined },
    { label: text(locale, 'field.handling.short'), value: question.handling.map((code) => handlingLabel(locale, code)).join(', ') || undefined },
    { label: text(locale, 'field.minutes'), value: question.minutes === null ? undefined : text(locale, 'question.minutes', { count: question.minutes }) },
    ...(question.visit ? [{ label: text(locale, 'question.visit'), value: visitWords(locale, question.visit) }] : []),
    ...(service ? [{ label: text(locale, 'question.service'), value: <a href={`/directory/services/${service.id}`}>{service.name}</a> }] : []),
    { label: text(locale, 'field.note'), value: question.note ?? undefined },
    ...(inSameContact.length > 0 ? [{ label: text(locale, 'question.contact'), value: <SameContact questions={inSameContact} locale={locale} /> }] : []),
    ...(employer ? [{ label: text(locale, 'question.employer'), value: employer }] : []),
    ...(barriers.length > 0 ? [{ label: text(locale, 'barrier.label'), value: <BarrierLines barriers={barriers} locale={locale} /> }] : []),
  ];
  return (
    <>
      <Panel title={text(locale, 'question.facts')} act={may('questions:record') && <a href={`/questions/${question.id}/change`}>{text(locale, 'question.change')}</a>}>
        <SummaryList locale={locale} rows={rows} />
      </Panel>
      {may('questions:record') && (
        <Form action={`/questions/${question.id}/${question.closedAt ? 'reopen' : 'close'}`} once={key} label={text(locale, 'question.state')}>
          <ButtonRow>
            <Button look="secondary" icon={question.closedAt ? 'rotate-ccw' : 'check'}>
              {text(locale, question.closedAt ? 'reopen.act' : 'close.act')}
            </Button>
            {may('questions:ask-expert') && (
              <LinkButton look="subtle" icon="scale" href={`/legal/ask?question=${question.id}`}>
                {helpdeskText(locale, 'question.from-help')}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      )}
    </>
  );
}

const told = ['question-recorded', 'question-changed', 'question-closed', 'question-reopened', 'question-marked-referred', 'question-read', 'barriers-noted'] as const;

function History({ opened, context }: { opened: OpenedQuestion; context: ViewContext }) {
  const { locale } = context;
  const entries = opened.timeline.flatMap((entry) => {
    const act = told.find((name) => name === entry.act);
    return act ? [{ moment: entry.at.toString(), when: formatMoment(locale, entry.at), title: text(locale, `event.${act}`), who: entry.actorName ?? undefined }] : [];
  });
  return (
    <Panel title={text(locale, 'question.history')}>
      <Timeline entries={entries} label={text(locale, 'question.history')} />
    </Panel>
  );
}
