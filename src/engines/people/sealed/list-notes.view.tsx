import { Alert, Button, ButtonRow, Form, LinkButton, Panel } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatTime } from '../../../kernel/i18n/format.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { PersonFrame } from '../person-frame.tsx';
import { termText } from '../terms/term.ts';
import type { OpenSeal } from './list-notes.ts';
import { text } from './messages.ts';

export function listNotesView({ person, household, until, notes, unreadable, terms }: OpenSeal & { until: Temporal.Instant }, context: ViewContext) {
  const { locale, key } = context;
  return (
    <PersonFrame
      person={person}
      household={household}
      tab="sealed"
      context={context}
      act={
        <LinkButton look="primary" icon="plus" href={`/people/${person.id}/sealed/new`} hotkey="n">
          {text(locale, 'note.act')}
        </LinkButton>
      }
    >
      <Alert kind="warning" title={text(locale, 'notes.open', { time: formatTime(locale, until) })}>
        <p>{text(locale, 'notes.careful')}</p>
        <Form action={`/people/${person.id}/sealed/close`} once={key} label={text(locale, 'close.act')}>
          <Button small look="secondary" icon="lock">
            {text(locale, 'close.act')}
          </Button>
        </Form>
      </Alert>
      {unreadable > 0 && <Alert kind="error">{text(locale, 'notes.unreadable', { count: unreadable })}</Alert>}
      {notes.length === 0 && unreadable === 0 && <Panel>{text(locale, 'notes.none')}</Panel>}
      {notes.map(({ id, type, since, words, notedAt, notedByName }) => (
        <Panel
          title={termText(locale, terms, type)}
          act={
            <ButtonRow>
              <LinkButton small look="secondary" icon="pencil" href={`/people/${person.id}/sealed/${id}/change`}>
                {text(locale, 'note.change')}
                <span class="ww-out-of-sight"> {termText(locale, terms, type)}</span>
              </LinkButton>
            </ButtonRow>
          }
        >
          {words && words.split('\n').map((line) => <p>{line}</p>)}
          <p>
            <small>{[since && text(locale, 'notes.since', { day: formatDay(locale, since) }), text(locale, 'notes.by', { day: formatDay(locale, dayOf(notedAt)), who: notedByName ?? text(locale, 'openings.nobody') })].filter(Boolean).join(' · ')}</small>
          </p>
        </Panel>
      ))}
    </PersonFrame>
  );
}
