import { Button, Form, Hidden } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { themeLabel } from '../../directory/index.ts';
import { waits } from '../keep-queue/waits.ts';
import type { Visitor } from '../keep-queue/visitor.store.ts';
import { text } from '../messages.ts';
import { KeyOf } from '../quick-choices.tsx';

interface QueueStripProps {
  atDesk: Visitor | undefined;
  waiting: readonly Visitor[];
  /** Where this desk stands. */
  placeId: string | undefined;
  context: ViewContext;
}

const shown = 4;

/** Who is at this desk and who waits, in one line; nothing where no queue is kept. */
export function QueueStrip({ atDesk, waiting, placeId, context }: QueueStripProps) {
  const { locale, key, now } = context;
  if (!atDesk && waiting.length === 0) return null;
  return (
    <section class="ww-quick-queue" aria-label={text(locale, 'queue.title')}>
      {atDesk && (
        <div class="ww-quick-queue__now">
          <strong>{text(locale, 'record.at-desk', { number: atDesk.number })}</strong>
          <span>{described(locale, atDesk)}</span>
          <Form action={`/questions/queue/${atDesk.id}/leave`} once={key} label={text(locale, 'record.no-question')}>
            <Hidden name="to" value="desk" />
            <Button look="subtle" small>
              {text(locale, 'record.no-question')}
            </Button>
          </Form>
        </div>
      )}
      {waiting.length > 0 && (
        <div class="ww-quick-queue__next">
          <Form action="/questions/queue/next" once={key} label={text(locale, 'record.call-next')}>
            {placeId && <Hidden name="place" value={placeId} />}
            <Button look={atDesk ? 'secondary' : 'primary'} icon="volume-2" small hotkey="q">
              {text(locale, 'record.call-next')} <KeyOf hotkey="q" />
            </Button>
          </Form>
          <span>{text(locale, 'queue.waiting', { count: waiting.length })}:</span>
          <ol>
            {waiting.slice(0, shown).map((visitor) => (
              <li>
                <strong>{visitor.number}</strong> {described(locale, visitor)}, {waits(locale, visitor, now)}
              </li>
            ))}
          </ol>
          {waiting.length > shown && <a href="/questions/queue">{text(locale, 'record.queue')}</a>}
        </div>
      )}
    </section>
  );
}

/** 'A.H., Tigrinya, Wonen'. */
function described(locale: Locale, { calledName, language, theme }: Visitor): string {
  return [calledName, languageName(locale, language), theme && themeLabel(locale, theme)].filter(Boolean).join(', ');
}
