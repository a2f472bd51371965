import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { ActContext, AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { isLocale, locales, type Locale } from '../../../../kernel/i18n/locale.ts';
import { findConsentById, withdrawConsent } from '../consent.store.ts';
import { text } from '../messages.ts';
import { loadTold, type Told } from './load-told.ts';
import { ownFileView } from './own-file.view.tsx';

const link = { link: 'own-file' };
const lang = field.optionalChoice(locales);

/** What the person sees on their own telephone: no name and no address, since a sheet can fall into other hands. */
export const ownFilePage = page({
  path: '/me/:secret',
  permission: link,
  event: unrecorded('the person looks at what others know of them'),
  input: z.strictObject({ lang }),
  load: async ({ read, actor, services: { holdings }, input, today }): Promise<Outcome<Told>> =>
    (actor.kind === 'link' ? await loadTold(read, { id: actor.subject.id, holdings, today, locale: input.lang ?? 'nl' }) : undefined) ?? notFound,
  view: (told, context) => ownFileView(told, context),
});

export const ownWithdrawAct = act({
  path: '/me/:secret/withdraw',
  permission: link,
  event: 'consent-withdrawn',
  input: z.strictObject({ consent: field.id(), lang }),
  act: async ({ tx, actor, input, today }: ActContext<{ consent: string; lang?: Locale | undefined }>): Promise<Outcome<{ lang: Locale }>> => {
    const consent = await findConsentById(tx, input.consent);
    if (actor.kind !== 'link' || consent?.personId !== actor.subject.id || consent.basis !== 'consent') return notFound;
    await withdrawConsent(tx, { id: consent.id, on: today, by: 'person' });
    return { lang: input.lang ?? 'nl' };
  },
  done: ({ lang: language }, { linkSecret }) => seeOther(`/me/${linkSecret}?lang=${language}`, { kind: 'done', text: text(language, 'own.withdrawn') }),
  again: async (context: AgainContext) => {
    const { read, actor, services, today, values } = context;
    const told = actor.kind === 'link' ? await loadTold(read, { id: actor.subject.id, holdings: services.holdings, today, locale: isLocale(values['lang']) ? values['lang'] : 'nl' }) : undefined;
    return told ? ownFileView(told, context) : notFound;
  },
});
