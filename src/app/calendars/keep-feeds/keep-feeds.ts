import { z } from 'zod';
import { findEmployer, findOrganisations, findRooms, type Organisation, type Room } from '../../../engines/directory/index.ts';
import { makeLink, withdrawLinks } from '../../../kernel/access/identify.store.ts';
import { endFeed, findFeed, findFeedsOf, putFeed, type CalendarFeed } from '../../../kernel/calendar/feed.store.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded, type Route } from '../../../kernel/http/route.ts';
import { newId } from '../../../kernel/id.ts';
import { text } from '../messages.ts';
import { keepFeedsView, newFeedView } from './keep-feeds.view.tsx';

export interface Feeds {
  feeds: (CalendarFeed & { name: string })[];
  /** Teams and rooms of which a calendar may be made. */
  organisations: Organisation[];
  rooms: Room[];
  errors: FieldErrors;
}

async function findFeeds({ read, actor, may, today, locale }: Pick<ViewContext, 'actor' | 'may' | 'today' | 'locale'> & { read: Read }, errors: FieldErrors = {}): Promise<Feeds | undefined> {
  if (actor.kind !== 'account') return undefined;
  const [feeds, all, rooms, employer] = [await findFeedsOf(read, actor.id), await findOrganisations(read), await findRooms(read), await findEmployer(read, actor.id, today)];
  const name = ({ of }: CalendarFeed) =>
    of.type === 'account' ? text(locale, 'feed.own') : of.type === 'room' ? (rooms.find(({ id }) => id === of.id)?.name ?? text(locale, 'feed.gone')) : (all.find(({ id }) => id === of.id)?.name ?? text(locale, 'feed.gone'));
  return { feeds: feeds.map((feed) => ({ ...feed, name: name(feed) })), organisations: may('calendars:any-team') ? all : all.filter(({ id }) => id === employer?.organisationId), rooms, errors };
}

const keepFeedsPage = page({
  path: '/account/calendar',
  permission: 'calendars:own',
  event: unrecorded('own calendar links'),
  load: async (context): Promise<Outcome<Feeds>> => (await findFeeds(context)) ?? notFound,
  view: keepFeedsView,
});

const makeFeedAct = act({
  path: '/account/calendar',
  permission: 'calendars:own',
  event: 'calendar-link-made',
  input: z.strictObject({ organisation: field.optionalId(), room: field.optionalId() }),
  act: async ({ tx, actor, may, today, input: { organisation, room } }): Promise<Outcome<{ secret: string }>> => {
    if (actor.kind !== 'account') return notFound;
    if (organisation && !(may('calendars:any-team') ? (await findOrganisations(tx)).some(({ id }) => id === organisation) : (await findEmployer(tx, actor.id, today))?.organisationId === organisation)) return refuse('team-not-known', { field: 'organisation' });
    if (room && !(await findRooms(tx)).some(({ id }) => id === room)) return refuse('room-not-known', { field: 'room' });
    const of = room ? { type: 'room' as const, id: room } : organisation ? { type: 'organisation' as const, id: organisation } : { type: 'account' as const, id: actor.id };
    return makeSecretLink(tx, actor.id, await putFeed(tx, { id: newId(), accountId: actor.id, of }));
  },
  // Shown this once, and kept nowhere.
  done: ({ secret }, context) => newFeedView(secret, context),
  again,
});

/** A new link for a feed; the one before it ends at once. */
async function makeSecretLink(tx: Transaction, accountId: string, feedId: string): Promise<{ secret: string }> {
  await withdrawLinks(tx, feedId, 'calendar');
  const { id, secret } = await makeLink(tx, { purpose: 'calendar', subject: { type: 'calendar-feed', id: feedId }, expiresAt: null });
  tx.record({ act: 'calendar-link-made', subjects: [{ type: 'account', id: accountId }, { type: 'link', id }] });
  return { secret };
}

const renewFeedAct = act({
  path: '/account/calendar/:id/renew',
  permission: 'calendars:own',
  event: 'calendar-link-made',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, actor, input: { id } }): Promise<Outcome<{ secret: string }>> => {
    const feed = await findFeed(tx, id);
    if (actor.kind !== 'account' || feed?.accountId !== actor.id) return notFound;
    return makeSecretLink(tx, actor.id, await putFeed(tx, feed));
  },
  done: ({ secret }, context) => newFeedView(secret, context),
  again,
});

const endFeedAct = act({
  path: '/account/calendar/:id/end',
  permission: 'calendars:own',
  event: 'calendar-link-withdrawn',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, actor, input: { id } }): Promise<Outcome<object>> => {
    if (actor.kind !== 'account' || !(await endFeed(tx, { id, accountId: actor.id }))) return notFound;
    await withdrawLinks(tx, id, 'calendar');
    tx.record({ act: 'calendar-link-withdrawn', subjects: [{ type: 'account', id: actor.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/account/calendar', { kind: 'done', text: text(locale, 'feed.ended') }),
  again,
});

async function again(context: AgainContext) {
  const { refusal, locale } = context;
  const errors = refusal?.field ? { [refusal.field]: text(locale, refusal.name === 'room-not-known' ? 'refusal.room-not-known' : 'refusal.team-not-known') } : context.errors;
  const feeds = await findFeeds(context, errors);
  return feeds ? keepFeedsView(feeds, context) : notFound;
}

export const keepFeedsRoutes: Route[] = [keepFeedsPage, makeFeedAct, renewFeedAct, endFeedAct];
