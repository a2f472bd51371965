import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import { blueprintPart } from './adopt-part.ts';
import { followConsultations } from './follow-consultations/follow-consultations.ts';
import { referralsHolding } from './holding.store.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { remindReceivers } from './remind-receivers/remind-receivers.ts';
import { routes } from './routes.ts';
import { tellPerson } from './tell-person/tell-person.ts';
import { todayPart } from './today.tsx';

export { findReferralsOf } from './referral.store.ts';
export { StateChip as ReferralStateChip } from './referral-parts.tsx';
export type { DeclineReason, Referral, ReferralState, Shareable } from './referral.ts';
export type { NewReferral } from './referral.store.ts';
export type { GivenConsent } from './consent.ts';
export { prepareReferral, recordMove, sendReferral, type KnownMove } from './register.ts';

export const engine: Engine = {
  name: 'referrals',
  hasTables: true,
  grants: {
    'referrals:list': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'referrals:read': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'referrals:send': ['guide', 'front-desk', 'social-worker', 'coordinator'],
    'referrals:export': ['coordinator'],
    'referrals:settings': ['coordinator', 'administrator'],
  },
  routes,
  jobs: { 'tell-person': tellPerson },
  sweeps: { 'remind-receivers': remindReceivers, 'follow-consultations': followConsultations },
  navigation: [{ href: '/referrals', icon: 'forward', permission: 'referrals:list', order: 25, label: (locale) => text(locale, 'navigation.label') }],
  settings: [
    { href: '/settings/referral-terms', icon: 'hourglass', permission: 'referrals:settings', title: (locale) => text(locale, 'terms.title'), about: (locale) => text(locale, 'terms.about') },
    { href: '/settings/referral-inboxes', icon: 'inbox', permission: 'referrals:settings', title: (locale) => text(locale, 'inboxes.title'), about: (locale) => text(locale, 'inboxes.about') },
  ],
  today: [todayPart],
  words: actWords(text, nl),
  blueprintPart,
  holdings: [referralsHolding],
};
