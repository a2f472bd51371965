import { z } from 'zod';
import { makeLink, withdrawLinks } from '../../../../kernel/access/identify.store.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import { isLocale, locales } from '../../../../kernel/i18n/locale.ts';
import { findPerson } from '../../person.store.ts';
import { text } from '../messages.ts';
import { loadTold, type Told } from './load-told.ts';
import { linkedSheetView, showToldView } from './show-told.view.tsx';
import { ownFileDays, ownFilePurpose } from './own-link.ts';

export const showToldPage = page({
  path: '/people/:id/told',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id(), lang: field.optionalChoice(locales) }),
  load: async ({ read, services: { holdings }, input: { id, lang: locale }, today }): Promise<Outcome<Told>> => (await loadTold(read, { id, holdings, today, locale })) ?? notFound,
  view: showToldView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: {
    summary: 'Who outside was told what of a person',
    output: z.array(z.object({ on: z.iso.date(), recipient: z.string(), what: z.string(), ground: z.string(), until: z.iso.date().nullable() })),
    present: ({ tellings }) => tellings.nl.map(({ on, until, ...rest }) => ({ ...rest, on: on.toString(), until: until?.toString() ?? null })),
  },
});

/** The sheet with a link of the person's own; an earlier one ends at once. The secret is shown this once, and kept nowhere. */
export const makeOwnLinkAct = act({
  path: '/people/:id/own-link',
  permission: 'people:change',
  event: 'own-link-made',
  input: z.strictObject({ id: field.id(), lang: field.optionalChoice(locales) }),
  act: async ({ tx, services: { holdings }, input: { id, lang: locale }, today }): Promise<Outcome<{ told: Told; secret: string }>> => {
    const told = await loadTold(tx, { id, holdings, today, locale });
    if (!told) return notFound;
    await withdrawLinks(tx, id, ownFilePurpose);
    const { id: link, secret } = await makeLink(tx, { purpose: ownFilePurpose, subject: { type: 'person', id }, expiresAt: tx.now.add({ hours: 24 * ownFileDays }) });
    tx.record({ act: 'own-link-made', subjects: [{ type: 'person', id }, { type: 'link', id: link }] });
    return { told, secret };
  },
  done: ({ told, secret }, context) => linkedSheetView(told, secret, context),
  again: showToldAgain,
});

export const endOwnLinkAct = act({
  path: '/people/:id/own-link/end',
  permission: 'people:change',
  event: 'own-link-ended',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input: { id } }): Promise<Outcome<{ id: string }>> => {
    if (!(await findPerson(tx, id))) return notFound;
    await withdrawLinks(tx, id, ownFilePurpose);
    tx.record({ act: 'own-link-ended', subjects: [{ type: 'person', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/told`, { kind: 'done', text: text(locale, 'told.link.ended') }),
  again: showToldAgain,
});

async function showToldAgain(context: AgainContext) {
  const { read, services, params, today, values } = context;
  const told = await loadTold(read, { id: params['id']!, holdings: services.holdings, today, locale: isLocale(values['lang']) ? values['lang'] : undefined });
  return told ? showToldView(told, context) : notFound;
}
