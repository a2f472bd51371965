import { Alert, AlongPage, Button, ErrorSummary, Form, Panel, TextField } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { themeLabel } from '../../directory/index.ts';
import { pagesUnanswered, said } from '../../questionnaires/index.ts';
import { alongPlaces } from '../along-places.ts';
import { text } from '../messages.ts';
import { needsIn } from './harvest.ts';
import type { OpenedTalk } from './load-talk.ts';

/** Before the end: what was not spoken of, which questions it will make, and the day of the talk. */
export function finishTalkView(opened: OpenedTalk, context: ViewContext | AgainContext) {
  const { file, questionnaire, talk, answers, pages, response } = opened;
  const { locale, key } = context;
  const left = pagesUnanswered(questionnaire, answers);
  const needs = needsIn(questionnaire, talk, answers);
  const errors = 'errors' in context ? errorsOf(context) : {};
  const last = pages.at(-1);
  if (response?.completedAt) {
    return (
      <AlongPage frame={context.frame()} title={text(locale, 'finish.title')} places={alongPlaces(context)} back={{ href: `/cases/${file.id}`, label: text(locale, 'talk.back-to-case') }}>
        <Alert kind="done">{text(locale, 'finish.done-before')}</Alert>
      </AlongPage>
    );
  }
  return (
    <AlongPage frame={context.frame()} title={text(locale, 'finish.title')} places={alongPlaces(context)} back={last && { href: `/cases/${file.id}/talk/${last.id}`, label: text(locale, 'talk.previous') }}>
      <ErrorSummary locale={locale} errors={errors} />
      {left.length > 0 && (
        <Alert kind="warning" title={text(locale, 'finish.left', { count: left.length })}>
          <ul>
            {left.map((page) => (
              <li>
                <a href={`/cases/${file.id}/talk/${page.id}`}>{said(page.title, locale)}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Panel title={text(locale, 'finish.questions', { count: needs.length })}>
        {needs.length === 0 ? (
          <p>{text(locale, 'needs.none')}</p>
        ) : (
          <ul>
            {needs.map(({ theme, words }) => (
              <li>
                <strong>{themeLabel(locale, theme)}</strong>: <span dir="auto">{words}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Form action={`/cases/${file.id}/finish`} once={key}>
        <TextField locale={locale} name="heldOn" type="date" label={text(locale, 'finish.held-on')} error={errors['heldOn']} value={heldOn(opened, context)} min={file.openedOn.toString()} max={context.today.toString()} />
        <Button icon="circle-check">{text(locale, 'finish.act')}</Button>
      </Form>
    </AlongPage>
  );
}

/** What was typed; or the day of the talk that was planned when that has come, and else today. */
function heldOn({ ahead }: OpenedTalk, context: ViewContext | AgainContext): string {
  const typed = 'values' in context ? context.values['heldOn'] : undefined;
  if (typeof typed === 'string') return typed;
  const planned = ahead && dayOf(ahead.startsAt);
  return (planned && Temporal.PlainDate.compare(planned, context.today) < 0 ? planned : context.today).toString();
}

function errorsOf({ locale, errors, refusal }: AgainContext): Record<string, string> {
  switch (refusal?.name) {
    case 'held-in-the-future':
      return { heldOn: text(locale, 'refusal.held-in-the-future') };
    case 'held-before-arrival':
      return { heldOn: text(locale, 'refusal.held-before-arrival') };
    case 'case-closed':
      return { '': text(locale, 'refusal.case-closed') };
    default:
      return errors;
  }
}
