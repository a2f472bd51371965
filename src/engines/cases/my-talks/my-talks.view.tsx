import { AlongPage, Card, EmptyState, StatusChip } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong, formatDayRelative, formatTime, languageName } from '../../../kernel/i18n/format.ts';
import { alongPlaces } from '../along-places.ts';
import { text } from '../messages.ts';
import { placeWords } from '../place-words.ts';
import type { MyTalks, OwnTalk } from './my-talks.ts';

/** A guide's own talks, day by day. */
export function myTalksView({ talks }: MyTalks, context: ViewContext) {
  const { locale, today } = context;
  const days = [...new Set(talks.map(({ appointment }) => dayOf(appointment.startsAt).toString()))];
  return (
    <AlongPage frame={context.frame()} title={text(locale, 'my-talks.title')} places={alongPlaces(context)}>
      {talks.length === 0 && (
        <EmptyState icon="messages-square" title={text(locale, 'my-talks.none.title')}>
          {text(locale, 'my-talks.none.what')}
        </EmptyState>
      )}
      {days.map((day) => {
        const ofDay = talks.filter(({ appointment }) => dayOf(appointment.startsAt).toString() === day);
        const date = dayOf(ofDay[0]!.appointment.startsAt);
        return (
          <section>
            <h2 class="utrecht-heading-3">{text(locale, 'my-talks.day', { day: formatDayLong(locale, date), relative: formatDayRelative(locale, date, today) })}</h2>
            {ofDay.map((talk) => (
              <TalkCard talk={talk} context={context} />
            ))}
          </section>
        );
      })}
      <p>
        <a href="/account/calendar">{text(locale, 'feed.title')}</a>
      </p>
    </AlongPage>
  );
}

/** One talk, as large as a thumb: when, who, where, in which language. */
export function TalkCard({ talk: { appointment, file, household, asksOtherMoment }, context: { locale } }: { talk: OwnTalk; context: ViewContext }) {
  const name = household?.members[0]?.name.full ?? text(locale, 'case.nameless');
  return (
    <Card icon="messages-square" href={file.closedOn ? `/cases/${file.id}` : `/cases/${file.id}/talk`} title={`${formatTime(locale, appointment.startsAt)} · ${name}`}>
      <p>{placeWords(locale, appointment, household?.address ?? null)}</p>
      <p>{file.languages.map((code) => languageName(locale, code)).join(', ')}</p>
      {appointment.state === 'held' && <StatusChip tone="done">{text(locale, 'appointment.state.held')}</StatusChip>}
      {asksOtherMoment && <StatusChip tone="waiting">{text(locale, 'standing.other-moment')}</StatusChip>}
      {appointment.confirmedAt && !asksOtherMoment && appointment.state === 'planned' && <StatusChip tone="done">{text(locale, 'standing.confirmed')}</StatusChip>}
    </Card>
  );
}
