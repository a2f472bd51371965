import { Button, ButtonRow, Form, Panel, TextArea, Timeline } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import type { Note } from './note.store.ts';

interface NotesProps {
  notes: readonly Note[];
  /** Who reads: what they wrote themselves is said as theirs. */
  reader: Note['by'];
  /** Where a new one is sent; without it nothing more can be written. */
  action?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  context: ViewContext;
}

/** What sender and service wrote to each other about this person, and room for more. */
export function Notes({ notes, reader, action, error, value, context }: NotesProps) {
  const { locale, key, tenant } = context;
  if (notes.length === 0 && !action) return null;
  const who = (by: Note['by']) => (by === reader ? text(locale, 'note.by-us') : by === 'sender' ? tenant.name : text(locale, 'note.by-service'));
  return (
    <Panel title={text(locale, 'note.title')}>
      {notes.length > 0 && (
        <Timeline label={text(locale, 'note.title')} entries={notes.map(({ by, body, at }) => ({ moment: at.toString(), when: formatMoment(locale, at), title: who(by), icon: 'message-square-text' as const, detail: body.split('\n').map((line) => <p dir="auto">{line}</p>) }))} />
      )}
      {action && (
        <Form action={action} once={key} label={text(locale, 'note.title')}>
          <TextArea locale={locale} name="body" label={text(locale, reader === 'sender' ? 'note.to-service' : 'note.to-sender', { tenant: tenant.name })} rows={2} maxLength={1000} value={value} error={error} />
          <ButtonRow>
            <Button look="secondary" icon="reply">
              {text(locale, 'note.send')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Panel>
  );
}
