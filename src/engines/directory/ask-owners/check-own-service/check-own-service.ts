import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { changeFacts } from '../../change-facts.ts';
import { inOrder, readSpans, writeSpans, type Hours } from '../../hours.ts';
import { notAcceptingReasons, type WholeService } from '../../service.ts';
import { checkReach, reachOf } from '../../service-fields.ts';
import { confirmService, setAccepting } from '../../service.store.ts';
import { findWholeService } from '../../whole-service.store.ts';
import { ownerPurpose } from '../ask-owners.ts';
import { answerInquiry } from '../inquiry.store.ts';
import { text } from '../messages.ts';
import { insertProposal, proposable, type Proposed } from '../proposal.store.ts';
import { checkOwnServiceView } from './check-own-service.view.tsx';

export interface OwnerScreen {
  service: WholeService;
  values: FormValues;
  errors: FieldErrors;
}

const link = { link: ownerPurpose };
const days = [1, 2, 3, 4, 5, 6, 7] as const;
const again = async (context: AgainContext) => {
  const service = await ownService(context.read, context);
  return service ? checkOwnServiceView({ service, values: context.values, errors: errorsOf(context) }, context) : notFound;
};
const thanks = (said: 'right' | 'corrected' | 'ended') => (_: unknown, { locale, linkSecret }: ViewContext) => seeOther(`/service-check/${linkSecret}`, { kind: 'done', text: text(locale, `thanks.${said}`) });

export const checkOwnServicePage = page({
  path: '/service-check/:secret',
  permission: link,
  event: unrecorded('a service, no person'),
  load: async (context): Promise<Outcome<OwnerScreen>> => {
    const service = await ownService(context.read, context);
    return service ? { service, values: filled(service), errors: {} } : notFound;
  },
  view: checkOwnServiceView,
});

export const allRightAct = act({
  path: '/service-check/:secret/right',
  permission: link,
  event: 'service-confirmed',
  input: z.strictObject({}),
  act: async (context) => {
    const { tx, today } = context;
    const service = await ownService(tx, context);
    if (!service || !(await confirmService(tx, service.id, today))) return notFound;
    await answerInquiry(tx, service.id, 'right', today);
    tx.record({ act: 'service-confirmed', subjects: [{ type: 'service', id: service.id }] });
    return {};
  },
  done: thanks('right'),
  again,
});

/**
 * Hours and whether it takes people on count at once: who stands before a closed door is helped today, the owner knows it best, and how
 * it stood is kept. The rest waits for someone of the map: a link in a mail can be passed on, and by name and address it could
 * lead referrals elsewhere.
 */
export const correctOwnServiceAct = act({
  path: '/service-check/:secret/correct',
  permission: link,
  event: 'service-corrected',
  input: z.strictObject({
    version: field.version(),
    name: field.text(200),
    does: field.text(1500),
    phone: field.optionalText(30),
    email: field.optionalEmail(),
    website: field.optionalText(300),
    enrolment: field.optionalText(500),
    notAccepting: field.optionalChoice(notAcceptingReasons),
    openingHours: field.optionalText(500),
    ...Object.fromEntries(days.map((day) => [`day${day}`, field.optionalText(100)])),
  }),
  act: async (context): Promise<Outcome<object>> => {
    const { tx, today } = context;
    const input = context.input as OwnerInput;
    const service = await ownService(tx, context);
    if (!service) return notFound;
    const unreachable = checkReach(input);
    if (unreachable) return unreachable;
    const hours = hoursFrom(input, service.hours);
    if ('wrong' in hours) return refuse('hours-not-read', { field: hours.wrong });
    const changed = await changeFacts(tx, { service: { ...service, version: input.version }, section: 'hours', facts: { hours: hours.hours, openingHours: input.openingHours ?? null, lastConfirmedOn: today } });
    if (changed === 'meanwhile') return changedMeanwhile();
    if (input.notAccepting !== service.notAccepting?.reason) {
      await setAccepting(tx, service.id, input.notAccepting ? { reason: input.notAccepting, since: today } : null);
      tx.record(input.notAccepting ? { act: 'service-stopped-accepting', subjects: [{ type: 'service', id: service.id }], detail: { reason: input.notAccepting } } : { act: 'service-accepting', subjects: [{ type: 'service', id: service.id }] });
    }
    const proposed = proposalFrom(input, service);
    if (Object.keys(proposed).length > 0) await insertProposal(tx, service.id, proposed);
    await answerInquiry(tx, service.id, 'corrected', today);
    tx.record({ act: 'service-corrected', subjects: [{ type: 'service', id: service.id }], detail: { proposed: Object.keys(proposed) } });
    return {};
  },
  done: thanks('corrected'),
  again,
});

export const endOwnServiceAct = act({
  path: '/service-check/:secret/ended',
  permission: link,
  event: 'service-said-ended',
  input: z.strictObject({}),
  act: async (context) => {
    const { tx, today } = context;
    const service = await ownService(tx, context);
    if (!service) return notFound;
    await insertProposal(tx, service.id, { ended: true });
    await answerInquiry(tx, service.id, 'ended', today);
    tx.record({ act: 'service-said-ended', subjects: [{ type: 'service', id: service.id }] });
    return {};
  },
  done: thanks('ended'),
  again,
});

type OwnerInput = { version: number; name: string; does: string; phone?: string; email?: string; website?: string; enrolment?: string; notAccepting?: (typeof notAcceptingReasons)[number]; openingHours?: string } & Partial<Record<`day${number}`, string>>;

/** The service that this link is for, and no other; one that has ended has no owner any more. */
async function ownService(read: Read, { actor }: Pick<ViewContext, 'actor'>): Promise<WholeService | undefined> {
  const service = actor.kind === 'link' ? await findWholeService(read, actor.subject.id) : undefined;
  return service?.endedOn ? undefined : service;
}

function filled(service: WholeService): FormValues {
  const { name, does, phone, email, website, enrolment, openingHours, notAccepting, hours } = service;
  const given = Object.entries({ name, does, phone, email, website, enrolment, openingHours, notAccepting: notAccepting?.reason ?? '' }).filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...Object.fromEntries(given), ...Object.fromEntries(days.map((day) => [`day${day}`, writeSpans(hours?.weekly.filter((span) => span.day === day) ?? [])])) };
}

/** The week as it was filled in; holidays and exceptions stay as they were. */
function hoursFrom(input: OwnerInput, earlier: Hours | null): { hours: Hours | null } | { wrong: string } {
  const weekly: Hours['weekly'] = [];
  for (const day of days) {
    const spans = readSpans(input[`day${day}`] ?? '');
    if (!spans) return { wrong: `day${day}` };
    weekly.push(...spans.map((span) => ({ day, ...span })));
  }
  if (weekly.length === 0 && !earlier) return { hours: null };
  return { hours: inOrder({ weekly, holidays: earlier?.holidays ?? 'closed', exceptions: earlier?.exceptions ?? [] }) };
}

/** Only what differs from what stands there; an emptied field is proposed as empty. */
function proposalFrom(input: OwnerInput, service: WholeService): Proposed {
  const written: Record<(typeof proposable)[number], string> = { name: input.name, does: input.does, enrolment: input.enrolment ?? '', phone: input.phone ?? '', email: input.email ?? '', website: reachOf(input).website ?? '' };
  return Object.fromEntries(proposable.filter((name) => written[name] !== (service[name] ?? '')).map((name) => [name, written[name]]));
}

function errorsOf({ locale, errors, refusal }: AgainContext): FieldErrors {
  if (!refusal) return errors;
  const known = (['hours-not-read', 'not-a-phone-number', 'not-a-web-address', 'changed-meanwhile'] as const).find((name) => name === refusal.name);
  return known ? { ...errors, [refusal.field ?? '']: text(locale, `refusal.${known}`) } : errors;
}
