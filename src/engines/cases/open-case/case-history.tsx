import { Panel, Timeline, type IconName } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { TimelineEntry } from '../../../kernel/audit/timeline.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import type { OpenedCase } from './open-case.ts';

/** What is told of a case's past; reading it is in the log and not here. */
const told = {
  'case-opened': 'folder-open',
  'guide-assigned': 'user-check',
  'talk-planned': 'calendar-check',
  'talk-moved': 'calendar-clock',
  'talk-called-off': 'ban',
  'talk-missed': 'circle-x',
  'invitation-made': 'mail',
  'family-comes': 'check',
  'other-moment-asked': 'calendar-clock',
  'talk-begun': 'messages-square',
  'talk-finished': 'circle-check',
  'talk-corrected': 'pencil',
  'milestone-reached': 'flag',
  'case-closed': 'circle-check',
  'case-withdrawn': 'circle-x',
  'case-reopened': 'rotate-ccw',
  'clock-set-right': 'clock',
  'question-recorded': 'message-circle-question-mark',
} as const satisfies Record<string, IconName>;

export function CaseHistory({ opened: { timeline }, context: { locale, words } }: { opened: OpenedCase; context: ViewContext }) {
  const entries = timeline.flatMap((entry) => (isTold(entry) ? [{ ...entry, act: entry.act }] : []));
  return (
    <Panel title={text(locale, 'case.history')}>
      <Timeline
        label={text(locale, 'case.history')}
        entries={entries.map(({ at, act, actorName, actorRole, detail }) => ({
          moment: at.toString(),
          when: formatMoment(locale, at),
          title: words.act(locale, act),
          who: actorName ?? (actorRole === 'link' ? text(locale, 'event.by-family') : undefined),
          detail: typeof detail['startsAt'] === 'string' ? formatMoment(locale, Temporal.Instant.from(detail['startsAt'])) : undefined,
          icon: told[act],
        }))}
      />
    </Panel>
  );
}

function isTold(entry: TimelineEntry): entry is TimelineEntry & { act: keyof typeof told } {
  return entry.act in told;
}
