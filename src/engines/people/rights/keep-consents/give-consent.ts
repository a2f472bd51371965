import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { findConsentById, findRecipients, giveConsent, markRenewed } from '../consent.store.ts';
import { consentShares, consentState, consentWays, legalBases, purposes, type Consent } from '../consent.ts';
import { text } from '../messages.ts';
import { giveConsentView } from './give-consent.view.tsx';

export interface ConsentForm {
  person: Person;
  recipients: { id: string | null; name: string }[];
  /** The one that this would take the place of. */
  renewed: Consent | undefined;
  values: FormValues;
  errors: FieldErrors;
}

export const giveConsentPage = page({
  path: '/people/:id/consents/new',
  permission: 'people:change',
  event: 'person-read',
  input: z.strictObject({ id: field.id(), renews: field.optionalId() }),
  load: async ({ read, input: { id, renews }, today }): Promise<Outcome<ConsentForm>> => {
    const person = await findPerson(read, id);
    const renewed = renews ? await findOwn(read, id, renews) : undefined;
    if (!person || (renews && !renewed)) return notFound;
    return { person, renewed, recipients: await findRecipients(read), values: filled(renewed, today), errors: {} };
  },
  view: giveConsentView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

export const giveConsentAct = act({
  path: '/people/:id/consents',
  permission: 'people:change',
  event: 'consent-given',
  input: z.strictObject({
    id: field.id(),
    renews: field.optionalId(),
    recipient: field.text(120),
    purpose: field.choice(purposes),
    basis: field.choice(legalBases),
    way: field.optionalChoice(consentWays),
    shares: field.list(z.enum(consentShares, 'choose')),
    from: field.day(),
    until: field.optionalDay(),
  }),
  act: async ({ tx, input: { id, renews, recipient, way, until = null, ...rest }, today }): Promise<Outcome<{ id: string; personId: string }>> => {
    if (!(await findPerson(tx, id))) return notFound;
    const renewed = renews ? await findOwn(tx, id, renews) : undefined;
    if (renews && !renewed) return notFound;
    if (rest.basis === 'consent' && !way) return refuse('way-missing', { field: 'way' });
    if (until && Temporal.PlainDate.compare(until, rest.from) < 0) return refuse('ends-before', { field: 'until' });
    if (until && Temporal.PlainDate.compare(until, today) < 0) return refuse('in-the-past-already', { field: 'until' });
    const known = (await findRecipients(tx)).find(({ name }) => name.toLowerCase() === recipient.toLowerCase());
    // What is renewed keeps its organisation, and is replaced from today on, so that there is never one behind the other to fall back on.
    const told = renewed ? { recipientId: renewed.recipientId, recipientName: renewed.recipientName, from: today } : { recipientId: known?.id ?? null, recipientName: known?.name ?? recipient };
    const made = await giveConsent(tx, { ...rest, personId: id, until, way: rest.basis === 'consent' ? way! : null, ...told });
    if (renewed) await markRenewed(tx, { id: renewed.id, by: made });
    return { id: made, personId: id };
  },
  done: ({ personId }, { locale }) => seeOther(`/people/${personId}/consents`, { kind: 'done', text: text(locale, 'consent.noted') }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const person = await findPerson(read, params['id']!);
    if (!person) return notFound;
    const renewed = typeof values['renews'] === 'string' && values['renews'] !== '' ? await findOwn(read, person.id, values['renews']) : undefined;
    const refused = refusals.find((name) => name === refusal?.name);
    const all = refused && refusal?.field ? { ...errors, [refusal.field]: text(locale, `refusal.${refused}`) } : errors;
    return giveConsentView({ person, renewed, recipients: await findRecipients(read), values, errors: all }, context);
  },
  api: { summary: 'Note that an organisation may be told something of a person', output: z.object({ id: z.uuid(), personId: z.uuid() }), status: 201 },
});

const refusals = ['way-missing', 'ends-before', 'in-the-past-already'] as const;

async function findOwn(read: Read, personId: string, id: string): Promise<Consent | undefined> {
  const consent = await findConsentById(read, id);
  return consent?.personId === personId ? consent : undefined;
}

/** A year is what most people agree to; what is renewed runs as long as it did. */
function filled(renewed: Consent | undefined, today: Temporal.PlainDate): FormValues {
  const inAYear = today.add({ years: 1 }).toString();
  if (!renewed) return { purpose: '', basis: 'consent', from: today.toString(), until: inAYear };
  const isOver = ['ended', 'withdrawn', 'renewed'].includes(consentState(renewed, today));
  return {
    recipient: renewed.recipientName,
    purpose: renewed.purpose,
    basis: renewed.basis,
    way: isOver ? '' : (renewed.way ?? ''),
    shares: renewed.shares,
    from: today.toString(),
    until: renewed.until ? inAYear : '',
  };
}
