import { Button, ButtonRow, ErrorSummary, Form, Kbd, Panel, StatusChip, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { channelLabel, type Question } from '../question.ts';
import { QuestionFields } from '../question-form.tsx';
import type { Recent } from '../recent.store.ts';
import { undoWithin } from '../undo-question/undo-question.ts';
import type { RecordScreen } from './record-question.ts';

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
      islands={['person-picker.js']}
    >
      <RecordForm screen={screen} context={context} />
      {screen.recent.last.length > 0 && <Latest questions={screen.recent.last} locale={locale} />}
      {may('questions:places') && (
        <p>
          <a href="/questions/places">{text(locale, 'places.manage')}</a>
        </p>
      )}
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

function RecordForm({ screen, context }: { screen: RecordScreen; context: ViewContext }) {
  const { filled, options, errors, followUp, isChoosing } = screen;
  const { locale, key } = context;
  const isFound = isChoosing && (options.askers?.length ?? 0) > 0;
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <Form action="/questions" once={key} label={text(locale, 'record.title')}>
        {/* Enter presses the first button of a form: that must save, not search for a name. */}
        <button class="ww-out-of-sight" type="submit" tabIndex={-1} aria-hidden="true" />
        <QuestionFields locale={locale} filled={filled} errors={errors} options={options} followUp={{ checked: followUp }} focus={isFound ? 'askers' : Object.keys(errors).length === 0 ? 'theme' : undefined} />
        <ButtonRow>
          <Button icon="check">{text(locale, 'record.save-next')}</Button>
          <Button look="secondary" name="after" value="open">
            {text(locale, 'record.save-open')}
          </Button>
          <Button look="secondary" icon="forward" iconMirrors name="after" value="refer">
            {text(locale, 'record.save-refer')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Today({ recent: { last, countOfToday }, context }: { recent: Recent; context: ViewContext }) {
  const { locale, key } = context;
  const [latest] = last;
  return (
    <div class="ww-quick-today">
      <strong>{text(locale, 'record.today', { count: countOfToday })}</strong>
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
