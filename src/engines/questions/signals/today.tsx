import type { TodayPart } from '../../../kernel/engine.ts';
import { Button, ButtonRow, Form, LinkButton, Panel, TaskList } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatDay, formatDayRelative } from '../../../kernel/i18n/format.ts';
import { findUnread } from './decide-signal/tell.store.ts';
import { text } from './messages.ts';
import { Lines } from './signal-parts.tsx';
import { findSignals } from './signal.store.ts';
import { countWords, isBack, signalTitle, stateTones, type Signal } from './signal.ts';

const shown = 6;

/** What waits for policy: to be put on an agenda, to be decided, to be answered, or come back after an answer. */
export const waitingForPolicy: TodayPart = {
  permission: 'questions:signals-answer',
  order: 40,
  load: async ({ read, actor }): Promise<Signal[] | undefined> => {
    const all = await findSignals(read, { inside: 'none', waiting: true }, 'waiting', shown + 1);
    // A coordinator has enough on this page; whoever only makes policy sees here that nothing waits.
    const isPolicy = actor.kind === 'account' && actor.roles.includes('policy');
    return all.length > 0 || isPolicy ? all : undefined;
  },
  view: (signals: Signal[], context: ViewContext) => {
    const { locale } = context;
    return (
      <Panel
        title={text(locale, 'today.waiting')}
        tone={signals.length > 0 ? 'waiting' : undefined}
        act={
          <LinkButton small icon="calendar" href="/signals/agenda">
            {text(locale, 'agenda.title')}
          </LinkButton>
        }
      >
        {signals.length === 0 ? (
          <p>
            {text(locale, 'today.nothing')} <a href="/signals">{text(locale, 'today.all')}</a>
          </p>
        ) : (
          <SignalTasks signals={signals.slice(0, shown)} context={context} />
        )}
        {signals.length > shown && (
          <ButtonRow>
            <a href="/signals">{text(locale, 'today.all')}</a>
          </ButtonRow>
        )}
      </Panel>
    );
  },
};

function SignalTasks({ signals, context: { locale, today } }: { signals: Signal[]; context: ViewContext }) {
  const isDue = ({ state, promisedOn }: Signal) => state === 'answered' && promisedOn !== null && promisedOn.until(today).sign >= 0;
  const hint = (signal: Signal) =>
    [countWords(locale, signal), isDue(signal) ? text(locale, 'today.promise', { day: formatDay(locale, signal.promisedOn!) }) : signal.state === 'on-agenda' && signal.meetingOn ? text(locale, 'step.meeting', { day: formatDay(locale, signal.meetingOn) }) : formatDayRelative(locale, dayOf(signal.movedAt), today)].join(', ');
  return (
    <TaskList
      label={text(locale, 'today.waiting')}
      items={signals.map((signal) => ({
        label: signalTitle(locale, signal),
        href: `/signals/${signal.id}`,
        hint: hint(signal),
        status: isDue(signal) ? { label: text(locale, 'today.state.promise'), tone: 'waiting' as const } : isBack(signal) ? { label: text(locale, 'state.back'), tone: 'waiting' as const } : { label: text(locale, `today.state.${signal.state as 'decided'}`), tone: stateTones[signal.state] },
      }))}
    />
  );
}

interface Answered {
  signal: Signal;
  answer: string;
}

/** What policy answered on signals that the reader wrote down a part of, until it is read. */
export const answersToRead: TodayPart = {
  permission: 'questions:signals-raise',
  order: 14,
  load: async ({ read, actor }): Promise<Answered[] | undefined> => {
    const unread = await findUnread(read, actor.id, shown);
    if (unread.length === 0) return undefined;
    const signals = new Map((await findSignals(read, { inside: 'none', mine: true })).map((signal) => [signal.id, signal]));
    const answered = unread.flatMap(({ signalId, answer }) => (signals.has(signalId) ? [{ signal: signals.get(signalId)!, answer }] : []));
    return answered.length > 0 ? answered : undefined;
  },
  view: (answered: Answered[], { locale, key }: ViewContext) => (
    <Panel title={text(locale, 'today.answers')} tone="waiting" act={<a href="/signals?mine=yes">{text(locale, 'list.mine')}</a>}>
      {answered.map(({ signal, answer }) => (
        <div>
          <h3 class="utrecht-heading-4">
            <a href={`/signals/${signal.id}`}>{signalTitle(locale, signal)}</a>
          </h3>
          <p>
            <Lines>{answer}</Lines>
          </p>
          <Form action={`/signals/${signal.id}/read`} once={key} label={text(locale, 'today.read.what', { signal: signalTitle(locale, signal) })}>
            <ButtonRow>
              <Button look="secondary" small icon="check">
                {text(locale, 'today.read')}
              </Button>
            </ButtonRow>
          </Form>
        </div>
      ))}
    </Panel>
  ),
};

/** Colleagues' words that wait for another to read them. */
export const toReview: TodayPart = {
  permission: 'questions:signals-review',
  order: 42,
  load: async ({ read }): Promise<Signal[] | undefined> => {
    const signals = await findSignals(read, { inside: 'all', states: ['gathering'] }, 'waiting', shown);
    return signals.length > 0 ? signals : undefined;
  },
  view: (signals: Signal[], context: ViewContext) => (
    <Panel title={text(context.locale, 'today.review')} tone="waiting">
      <SignalTasks signals={signals} context={context} />
    </Panel>
  ),
};
