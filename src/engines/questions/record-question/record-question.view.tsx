import { Alert, Button, ButtonRow, ErrorSummary, Form, Hidden, Kbd, Panel, StatusChip, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { channelLabel, type Question } from '../question.ts';
import { QuestionFields } from '../question-form.tsx';
import type { Recent } from '../recent.store.ts';
import { undoWithin } from '../undo-question/undo-question.ts';
import { KeyOf } from '../quick-choices.tsx';
import { QueueStrip } from './queue-strip.tsx';
import type { RecordScreen } from './record-question.ts';

interface PartProps {
  screen: RecordScreen;
  context: ViewContext;
}

/** The desk's own screen: everything on one page, from the keyboard, and ready for the next. */
export function recordQuestionView(screen: RecordScreen, context: ViewContext) {
  const { locale, may } = context;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'record.title')}
      lead={<Keys locale={locale} />}
      crumbs={[{ href: '/questions', label: text(locale, 'list.title') }]}
      act={<Today recent={screen.recent} context={context} />}
      islands={['person-picker.js', 'desk.js']}
    >
      <QueueStrip atDesk={screen.atDesk} waiting={screen.waiting} placeId={screen.filled.place} context={context} />
      <RecordForm screen={screen} context={context} />
      {screen.recent.last.length > 0 && <Latest questions={screen.recent.last} locale={locale} />}
      <p>
        <a href="/questions/queue">{text(locale, 'record.queue')}</a> · <a href="/questions/templates">{text(locale, 'record.templates.manage')}</a> · <a href="/questions/codes">{text(locale, 'code.tie')}</a>
        {may('questions:places') && (
          <>
            {' · '}
            <a href="/questions/places">{text(locale, 'places.manage')}</a>
          </>
        )}
      </p>
    </WorkPage>
  );
}

function Keys({ locale }: { locale: ViewContext['locale'] }) {
  return (
    <span class="ww-needs-keys">
      {text(locale, 'record.keys')} <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
    </span>
  );
}

function RecordForm({ screen, context }: PartProps) {
  const { filled, options, errors, followUp, isChoosing, contact, atDesk } = screen;
  const { locale, key } = context;
  const isFound = isChoosing && (options.askers?.length ?? 0) > 0;
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      {contact && <Alert>{text(locale, 'record.same-contact')}</Alert>}
      <Form action="/questions" once={key} label={text(locale, 'record.title')}>
        {/* Enter presses the first button of a form: that must save, not search for a name or fill in a template. */}
        <button class="ww-out-of-sight" type="submit" tabIndex={-1} aria-hidden="true" />
        {contact && <Hidden name="contact" value={contact} />}
        {atDesk && <Hidden name="visitor" value={atDesk.id} />}
        <Templates screen={screen} context={context} />
        <QuestionFields locale={locale} filled={filled} errors={errors} options={options} followUp={{ checked: followUp }} focus={isFound ? 'askers' : Object.keys(errors).length === 0 ? 'theme' : undefined} isNew />
        <SaveButtons isFromQueue={atDesk !== undefined} locale={locale} />
      </Form>
    </>
  );
}

/** Ctrl+Enter saves and goes on: to whoever waits when somebody from the queue is at the desk, to an empty form otherwise. */
function SaveButtons({ isFromQueue, locale }: { isFromQueue: boolean; locale: ViewContext['locale'] }) {
  return (
    <ButtonRow>
      {isFromQueue ? (
        <Button icon="check" name="after" value="call">
          {text(locale, 'record.save-call')}
        </Button>
      ) : (
        <Button icon="check">{text(locale, 'record.save-next')}</Button>
      )}
      <Button look="secondary" icon="plus" name="after" value="more">
        {text(locale, 'record.save-more')}
      </Button>
      <Button look="secondary" name="after" value="open">
        {text(locale, 'record.save-open')}
      </Button>
      <Button look="secondary" icon="forward" iconMirrors name="after" value="refer">
        {text(locale, 'record.save-refer')}
      </Button>
    </ButtonRow>
  );
}

/** Buttons of the form itself, so that what was typed stays when one is pressed. */
function Templates({ screen: { templates }, context: { locale } }: PartProps) {
  if (templates.length === 0) return null;
  return (
    <div class="ww-quick__choices" role="group" aria-label={text(locale, 'record.templates')}>
      {templates.map(({ id, label, hotkey }) => (
        <button type="submit" name="template" value={id} class="ww-button ww-button--small utrecht-button utrecht-button--secondary-action" data-press={hotkey ?? undefined} aria-keyshortcuts={hotkey ? `Shift+${hotkey}` : undefined}>
          {label}
          {hotkey && <KeyOf hotkey={`⇧${hotkey}`} />}
        </button>
      ))}
    </div>
  );
}

function Today({ recent: { last, countOfToday }, context }: { recent: Recent; context: ViewContext }) {
  const { locale, key } = context;
  const [latest] = last;
  return (
    <div class="ww-quick-today">
      <strong>{text(locale, 'record.today', { count: countOfToday })}</strong>
      {latest && (
        <Form action="/questions/again" once={key} label={text(locale, 'record.again')}>
          <button type="submit" class="ww-button ww-button--small utrecht-button utrecht-button--secondary-action" data-press="=" aria-keyshortcuts="=">
            {text(locale, 'record.again')}{' '}
            <KeyOf hotkey="=" />
          </button>
        </Form>
      )}
      {latest && canUndo(latest, context) && (
        <Form action={`/questions/${latest.id}/undo`} once={key} label={text(locale, 'undo.what', { theme: themeLabel(locale, latest.theme) })}>
          <Button look="secondary" icon="undo-2" small>
            {text(locale, 'undo.act')}
          </Button>
        </Form>
      )}
    </div>
  );
}

function Latest({ questions, locale }: { questions: Question[]; locale: ViewContext['locale'] }) {
  return (
    <Panel title={text(locale, 'record.latest')}>
      <ul class="ww-quick-last">
        {questions.map((question) => (
          <li>
            <a href={`/questions/${question.id}`}>{themeLabel(locale, question.theme)}</a>
            <span>
              {channelLabel(locale, question.channel)}, {formatMoment(locale, question.askedAt)}
            </span>
            {question.closedAt === null && <StatusChip tone="waiting">{text(locale, 'state.open')}</StatusChip>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function canUndo(question: Question, { now }: ViewContext): boolean {
  return question.version === 1 && question.recordedAt.add(undoWithin).epochMilliseconds >= now.epochMilliseconds;
}
