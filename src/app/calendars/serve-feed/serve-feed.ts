import { findColleagues, findOrganisations, findRoom } from '../../../engines/directory/index.ts';
import { findAccount } from '../../../kernel/access/account.store.ts';
import { findLink } from '../../../kernel/access/identify.store.ts';
import { readSecret } from '../../../kernel/access/secret.ts';
import { findFeed, noteFetch, type CalendarFeed } from '../../../kernel/calendar/feed.store.ts';
import { calendarType, writeCalendar } from '../../../kernel/calendar/write-calendar.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read, Scope } from '../../../kernel/db/types.ts';
import type { CalendarPart } from '../../../kernel/engine.ts';
import { open, unrecorded, type Route } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';

/** So far back a feed reaches: long enough for a program that was off to hear that something was called off. */
const looksBack = { hours: 90 * 24 };
const looksAhead = { hours: 400 * 24 };

/** Every so often a program should ask again. */
const refreshMinutes = 60;

/** What is read of whom, and what the calendar is called; undefined when there is nothing of it any more. */
interface Scene {
  name: string;
  accountIds: string[];
  roomIds: string[];
  /** Of a team: whose moment each is. */
  names: Map<string, string>;
}

async function findScene(read: Read, { of, locale }: CalendarFeed, tenantName: string): Promise<Scene | undefined> {
  if (of.type === 'account') {
    const account = await findAccount(read, of.id);
    return account && { name: text(locale, 'feed.name.own', { tenant: tenantName }), accountIds: [of.id], roomIds: [], names: new Map() };
  }
  if (of.type === 'room') {
    const room = await findRoom(read, of.id);
    return room && { name: `${room.name}, ${room.buildingName}`, accountIds: [], roomIds: [of.id], names: new Map() };
  }
  const organisation = (await findOrganisations(read)).find(({ id }) => id === of.id);
  const colleagues = await findColleagues(read, { on: dayOf(read.now), organisationId: of.id });
  return organisation && { name: organisation.name, accountIds: colleagues.map(({ accountId }) => accountId), roomIds: [], names: new Map(colleagues.map(({ accountId, name }) => [accountId, name])) };
}

/**
 * A calendar for a program to fetch by itself. Whoever holds the link reads it, so it says nobody's name; whoever made it can end
 * it, and sees when it was last fetched.
 */
export function serveFeed(parts: readonly CalendarPart[]): Route {
  return open({
    method: 'GET',
    path: '/calendar/:secret/agenda.ics',
    open: 'a calendar program has no account; the secret in the address opens this one calendar, until its maker ends it',
    event: unrecorded('moments without names, asked for by a calendar program every hour'),
    handle: async (request, { database, publicUrl }, { secret: given }) => {
      const secret = readSecret(given);
      if (!secret) return gone();
      const scope: Scope = { tenantId: secret.tenantId, actorId: null, actorRole: 'link' };
      const found = await database.read(scope, async (read) => {
        const link = await findLink(read, secret, 'calendar');
        const feed = link?.actor.kind === 'link' && link.actor.subject.type === 'calendar-feed' ? await findFeed(read, link.actor.subject.id) : undefined;
        return link && feed && { tenant: link.tenant, feed };
      });
      if (!found) return gone();
      // Written after what was read is let go: a fetch never holds two connections.
      const note = (failed: boolean) => database.write(scope, (tx) => noteFetch(tx, found.feed.id, { by: programOf(request), failed }));
      try {
        const body = await database.read(scope, (read) => feedBody(read, parts, found.feed, { tenantName: found.tenant.name, publicUrl }));
        if (body === undefined) return gone();
        await note(false);
        return new Response(body, { headers: { 'content-type': calendarType, 'content-disposition': 'inline; filename="wegwijs.ics"', 'cache-control': 'private, max-age=300' } });
      } catch (error) {
        await note(true);
        throw error;
      }
    },
  });
}

async function feedBody(read: Read, parts: readonly CalendarPart[], feed: CalendarFeed, { tenantName, publicUrl }: { tenantName: string; publicUrl: string }): Promise<string | undefined> {
  const scene = await findScene(read, feed, tenantName);
  if (!scene) return undefined;
  const { name, accountIds, roomIds, names } = scene;
  const asked = { accountIds, roomIds, from: read.now.subtract(looksBack), until: read.now.add(looksAhead), locale: feed.locale, publicUrl };
  const entries = (await Promise.all(parts.map((part) => part.find(read, asked)))).flat();
  const events = entries.map(({ of, ...event }) => ({ ...event, summary: names.has(of.id) ? `${names.get(of.id)}: ${event.summary}` : event.summary }));
  return writeCalendar({ name, events: events.toSorted((one, other) => one.start.epochMilliseconds - other.start.epochMilliseconds), refreshMinutes });
}

/** One answer for a link that ended, that was never made, or of something that is no more. */
const gone = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

/** The program's own name without its details: 'Google-Calendar-Importer', 'Mozilla'. */
function programOf(request: Request): string | null {
  return /^[\w .-]{1,60}/.exec(request.headers.get('user-agent') ?? '')?.[0]?.trim() || null;
}
