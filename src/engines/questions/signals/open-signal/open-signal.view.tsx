import { Columns, ErrorSummary, Panel, SummaryList, Timeline, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatMoment } from '../../../../kernel/i18n/format.ts';
import { themeLabel } from '../../../directory/index.ts';
import { barrierLabel } from '../../note-barriers/barrier.ts';
import { DecideForms } from '../decide-signal/decide-forms.tsx';
import { text } from '../messages.ts';
import { ReviewForms } from '../review-signal/review-forms.tsx';
import { countedWhen, Lines, SignalChip } from '../signal-parts.tsx';
import type { Step } from '../signal.store.ts';
import { countWords, signalTitle } from '../signal.ts';
import { FollowUp } from './follow-up.tsx';
import type { Again, OpenedSignal } from './open-signal.ts';

export function openSignalView(opened: OpenedSignal, context: ViewContext, again?: Again) {
  const { signal } = opened;
  const { locale, may } = context;
  return (
    <WorkPage frame={context.frame()} title={signalTitle(locale, signal)} lead={<SignalChip signal={signal} locale={locale} />} crumbs={[{ href: '/signals', label: text(locale, 'list.title') }]}>
      {again && <ErrorSummary locale={locale} errors={again.errors} />}
      <Columns
        main={
          <>
            <Facts opened={opened} context={context} />
            {may('questions:signals-review') && <ReviewForms opened={opened} context={context} again={again} />}
            {may('questions:signals-answer') && <DecideForms opened={opened} context={context} again={again} />}
            {signal.decidedOn && signal.origin === 'counted' && <FollowUp opened={opened} decidedOn={signal.decidedOn} context={context} />}
          </>
        }
        side={<History steps={opened.steps} context={context} />}
      />
    </WorkPage>
  );
}

function Facts({ opened: { signal, rule, raiser }, context: { locale } }: { opened: OpenedSignal; context: ViewContext }) {
  const { service, municipality, firstCountedOn, lastCountedOn, meetingOn, preparedBy } = signal;
  const rows = [
    { label: text(locale, 'field.reason'), value: barrierLabel(locale, signal.reason) },
    { label: text(locale, 'field.theme'), value: themeLabel(locale, signal.theme) },
    ...(service ? [{ label: text(locale, 'field.service'), value: <a href={`/directory/services/${service.id}`}>{service.name}</a> }] : []),
    ...(municipality ? [{ label: text(locale, 'field.municipality'), value: municipality.name }] : []),
    ...(signal.origin === 'counted' ? [{ label: text(locale, 'list.count.head'), value: countWords(locale, signal) }] : []),
    ...(firstCountedOn && lastCountedOn ? [{ label: text(locale, 'signal.counted'), value: countedWhen(locale, firstCountedOn, lastCountedOn) }] : []),
    ...(signal.words ? [{ label: text(locale, 'field.words'), value: <Lines>{signal.words}</Lines> }] : []),
    ...(raiser ? [{ label: text(locale, 'field.raiser'), value: raiser.name }] : []),
    ...(signal.state === 'on-agenda' && meetingOn ? [{ label: text(locale, 'list.meeting'), value: <a href={`/signals/agenda?meeting=${meetingOn}`}>{formatDay(locale, meetingOn)}</a> }] : []),
    ...(signal.state === 'on-agenda' && preparedBy ? [{ label: text(locale, 'field.prepared-by'), value: preparedBy }] : []),
  ];
  return (
    <Panel title={text(locale, 'signal.facts')}>
      <SummaryList locale={locale} rows={rows} />
      <p class="ww-figure__note">{signal.origin === 'counted' ? text(locale, 'signal.how-counted', { times: rule.times, voices: rule.voices, days: rule.days }) : text(locale, howRaised(signal))}</p>
    </Panel>
  );
}

function howRaised({ state }: OpenedSignal['signal']) {
  if (state === 'gathering') return 'signal.how-gathering';
  return state === 'set-aside' ? 'signal.how-aside' : 'signal.how-raised';
}

function History({ steps, context: { locale } }: { steps: Step[]; context: ViewContext }) {
  return (
    <Panel title={text(locale, 'signal.history')}>
      <Timeline
        label={text(locale, 'signal.history')}
        entries={steps.map((step) => ({ moment: step.at.toString(), when: formatMoment(locale, step.at), title: text(locale, `step.${step.step}`), detail: <StepDetail step={step} locale={locale} /> }))}
      />
    </Panel>
  );
}

function StepDetail({ step: { words, action, dueOn, meetingOn, preparedBy, reason }, locale }: { step: Step; locale: ViewContext['locale'] }) {
  return (
    <>
      {meetingOn && <p>{text(locale, 'step.meeting', { day: formatDay(locale, meetingOn) })}</p>}
      {preparedBy && <p>{text(locale, 'step.prepared-by', { who: preparedBy })}</p>}
      {reason && <p>{text(locale, `left.${reason as 'other'}`)}</p>}
      {words && (
        <p>
          <Lines>{words}</Lines>
        </p>
      )}
      {action && <p>{text(locale, 'step.action', { what: action })}</p>}
      {dueOn && <p>{text(locale, 'step.due', { day: formatDay(locale, dueOn) })}</p>}
    </>
  );
}
