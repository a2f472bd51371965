import { civilZone } from '../../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { bookingName, hoursOf } from '../room-words.ts';
import type { Booking, Room } from '../room.ts';

const left = 120;
const width = 720;
const rowHeight = 34;
const top = 22;

/** The day as a drawing: a row for each room, the hours from left to right. The table under it says the same. */
export function DayPlan({ rooms, bookings, context }: { rooms: Room[]; bookings: Booking[]; context: ViewContext }) {
  const { locale, now } = context;
  const hourAt = (instant: Temporal.Instant) => {
    const local = instant.toZonedDateTimeISO(civilZone);
    return local.hour + local.minute / 60;
  };
  const first = Math.min(8, ...bookings.map(({ startsAt }) => Math.floor(hourAt(startsAt))));
  const last = Math.max(18, ...bookings.map(({ endsAt }) => Math.ceil(hourAt(endsAt))));
  const x = (hour: number) => left + ((hour - first) / (last - first)) * (width - left);
  const height = top + rooms.length * rowHeight;
  const nowX = x(hourAt(now));
  return (
    <div class="ww-plan__drawing">
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={text(locale, 'today.drawing', { count: bookings.length })}>
        {Array.from({ length: last - first + 1 }, (_, at) => first + at).map((hour) => (
          <>
            <line x1={x(hour)} x2={x(hour)} y1={top - 4} y2={height} stroke="currentColor" stroke-opacity="0.18" />
            {hour < last && <text x={x(hour) + 3} y={12} font-size="11" fill="currentColor">{`${hour}u`}</text>}
          </>
        ))}
        {rooms.map((room, row) => (
          <>
            <text x={0} y={top + row * rowHeight + 21} font-size="13" fill="currentColor">{shortened(room.name, 16)}</text>
            <line x1={0} x2={width} y1={top + (row + 1) * rowHeight} y2={top + (row + 1) * rowHeight} stroke="currentColor" stroke-opacity="0.18" />
            {bookings.filter((booking) => booking.room.id === room.id).map((booking) => {
              const [from, until] = [x(hourAt(booking.startsAt)), x(hourAt(booking.endsAt))];
              return (
                <g class={booking.service ? 'ww-plan__box ww-plan__box--open' : 'ww-plan__box'}>
                  <title>{`${bookingName(booking)}, ${hoursOf(locale, booking)}`}</title>
                  <rect x={from + 1} y={top + row * rowHeight + 4} width={Math.max(until - from - 2, 4)} height={rowHeight - 8} rx="4" />
                  <text x={from + 8} y={top + row * rowHeight + 21} font-size="12">{shortened(bookingName(booking), Math.floor((until - from - 14) / 6.4))}</text>
                </g>
              );
            })}
          </>
        ))}
        {nowX > left && nowX < width && <line class="ww-plan__now" x1={nowX} x2={nowX} y1={top - 8} y2={height} stroke-width="2" />}
      </svg>
    </div>
  );
}

function shortened(words: string, most: number): string {
  if (most < 3) return '';
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
}
