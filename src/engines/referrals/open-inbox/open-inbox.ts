import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { findServicesByIds } from '../../directory/index.ts';
import { findPersonSummaries, type PersonSummary } from '../../people/index.ts';
import { goesTo } from '../answer-referral/own-referral.ts';
import { withConsent } from '../consent.ts';
import { findInbox, findReferralsTo, findServiceIdsReferredTo, noteOpened, type Inbox } from '../inbox.store.ts';
import { type Referral } from '../referral.ts';
import { inboxPurpose, isLinkLive } from '../receiver-link.store.ts';
import { inboxCoverView, inboxExpiredView, inboxView } from './open-inbox.view.tsx';
import { inboxParts, partOf, type InboxPart } from './inbox-part.ts';

const link = { link: inboxPurpose };
/** What ended is shown for so long. */
const history = { hours: 24 * 92 };
const atMost = 200;

export type OpenedInbox = { kind: 'expired' } | { kind: 'open'; inbox: Inbox; referrals: Referral[]; services: { id: string; name: string }[] };
export type InboxScreen = { kind: 'expired' } | (Extract<OpenedInbox, { kind: 'open' }> & { persons: Map<string, PersonSummary>; part: InboxPart; service: string | undefined; isMore: boolean });

/** What the list opens with: how many wait, and no name, since programs that guard a mailbox open links too. */
export const inboxCoverPage = page({
  path: '/referral-inbox/:secret',
  permission: link,
  event: { unrecorded: 'the cover names nobody' },
  load: async (context) => (await ownInbox(context.read, context)) ?? notFound,
  view: (opened, context) => (opened.kind === 'open' ? inboxCoverView(opened, context) : inboxExpiredView(context)),
});

export const openInboxAct = act({
  path: '/referral-inbox/:secret/open',
  permission: link,
  event: 'referral-inbox-opened',
  input: z.strictObject({}),
  act: async (context) => {
    const opened = await ownInbox(context.tx, context);
    if (!opened) return notFound;
    if (opened.kind === 'open') await noteOpened(context.tx, opened.inbox.id);
    if (opened.kind === 'open') context.tx.record({ act: 'referral-inbox-opened', subjects: [{ type: 'referral-inbox', id: opened.inbox.id }], detail: { organisation: opened.inbox.organisationId } });
    return {};
  },
  done: (_, { linkSecret }) => seeOther(`/referral-inbox/${linkSecret}/list`),
  again: async () => notFound,
});

export const inboxPage = page({
  path: '/referral-inbox/:secret/list',
  permission: link,
  event: 'referral-read',
  input: z.strictObject({ part: field.optionalChoice(inboxParts), service: field.optionalId() }),
  load: async (context): Promise<InboxScreen | typeof notFound> => {
    const { read, input } = context;
    const opened = await ownInbox(read, context);
    if (!opened || opened.kind === 'expired') return opened ?? notFound;
    const part = input.part ?? 'waiting';
    const referrals = opened.referrals.filter((referral) => partOf(referral) === part && (!input.service || referral.serviceId === input.service));
    const persons = await findPersonSummaries(read, [...new Set(referrals.map(({ personId }) => personId!))]);
    return { ...opened, persons, part, service: input.service, isMore: opened.referrals.length === atMost };
  },
  view: (screen, context) => (screen.kind === 'open' ? inboxView(screen, context) : inboxExpiredView(context)),
  subjects: (screen) =>
    screen.kind !== 'open' || screen.persons.size === 0 ? [] : [{ type: 'referral-inbox', id: screen.inbox.id }, ...[...screen.persons.keys()].map((id) => ({ type: 'person', id }))],
});

/** All that was sent to the services whose referrals go to this mailbox today, as far as the persons still agree. */
async function ownInbox(read: Read, { actor, today, now }: Pick<ViewContext, 'actor' | 'today' | 'now'>): Promise<OpenedInbox | undefined> {
  const inbox = actor.kind === 'link' ? await findInbox(read, actor.subject.id) : undefined;
  if (!inbox || inbox.withdrawnAt || actor.kind !== 'link') return undefined;
  if (!(await isLinkLive(read, actor.id, today))) return { kind: 'expired' };
  const services = (await findServicesByIds(read, await findServiceIdsReferredTo(read, inbox.organisationId))).filter((service) => goesTo(service, inbox));
  const found = await findReferralsTo(read, { organisationId: inbox.organisationId, serviceIds: services.map(({ id }) => id), endedAfter: now.subtract(history), limit: atMost });
  const held = await withConsent(read, found);
  return { kind: 'open', inbox, referrals: found.filter(({ id }) => held.has(id)), services: services.map(({ id, name }) => ({ id, name })) };
}
