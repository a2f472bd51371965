import { Alert, AlongPage, Button, Card, EmptyState, Form, Panel, StatusChip, TextField } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDayLong, formatDayRelative, formatMoment, formatTime, languageName } from '../../../kernel/i18n/format.ts';
import { alongPlaces } from '../along-places.ts';
import { text } from '../messages.ts';
import { placeWords } from '../place-words.ts';
import type { MyTalks, OwnTalk } from './my-talks.ts';

/** A guide's own talks, day by day. */
export function myTalksView({ talks, feedMadeAt }: MyTalks, context: ViewContext) {
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
      <Feed feedMadeAt={feedMadeAt} context={context} />
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

function Feed({ feedMadeAt, context: { locale, key } }: { feedMadeAt: MyTalks['feedMadeAt']; context: ViewContext }) {
  return (
    <Panel title={text(locale, 'feed.title')}>
      <p>{feedMadeAt ? text(locale, 'feed.works', { moment: formatMoment(locale, feedMadeAt) }) : text(locale, 'feed.what')}</p>
      <Form action="/talks/calendar" once={key}>
        <Button look="secondary" icon="calendar-plus">{text(locale, feedMadeAt ? 'feed.renew' : 'feed.make')}</Button>
      </Form>
      {feedMadeAt && (
        <Form action="/talks/calendar/withdraw" once={key}>
          <Button look="subtle" icon="ban">{text(locale, 'feed.withdraw')}</Button>
        </Form>
      )}
    </Panel>
  );
}

/** The link of the feed, this once. */
export function feedView(secret: string, context: ViewContext) {
  const { locale, publicUrl } = context;
  const address = `${publicUrl}/calendar/${secret}/talks.ics`;
  return (
    <AlongPage frame={context.frame()} title={text(locale, 'feed.title')} places={alongPlaces(context)} back={{ href: '/talks', label: text(locale, 'my-talks.title') }}>
      <Alert kind="warning">{text(locale, 'feed.once')}</Alert>
      <TextField locale={locale} name="address" label={text(locale, 'feed.address')} hint={text(locale, 'feed.how')} value={address} dir="ltr" />
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>{text(locale, 'feed.open')}</a>
      </p>
    </AlongPage>
  );
}
