import { findTimeline, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import type { FreeSlot } from '../../directory/index.ts';
import { findContactPreference, findPersonSummaries, type Consent, type ContactPreference, type PersonSummary } from '../../people/index.ts';
import { findQuestion } from '../../questions/index.ts';
import { freeSlotsOf } from '../book-slot.ts';
import { heldConsent } from '../consent.ts';
import { stateAfter } from '../move.ts';
import { proposeServices, type Proposal } from '../propose-services.ts';
import { isBack, type Referral } from '../referral.ts';
import { findReferral } from '../referral.store.ts';
import { findTellings } from '../tell-person/telling.store.ts';
import type { Telling } from '../tell-person/telling.ts';
import { findTerms } from '../term.store.ts';
import type { ReferralTerms } from '../term.ts';
import { findNotes, type Note } from '../write-note/note.store.ts';

export interface OpenedReferral {
  referral: Referral;
  person: PersonSummary | undefined;
  /** The ground on which it is shared today; undefined where there is none (any more). */
  consent: Consent | undefined;
  preference: ContactPreference | undefined;
  tellings: Telling[];
  notes: Note[];
  timeline: TimelineEntry[];
  terms: ReferralTerms;
  /** Where else it could go, when it is back. */
  proposals: Proposal[];
  /** Free moments of the service, where an appointment can be made or moved. */
  slots: FreeSlot[];
}

const proposed = 4;

export async function loadReferral(read: Read, id: string): Promise<OpenedReferral | undefined> {
  const referral = await findReferral(read, id);
  if (!referral) return undefined;
  const { personId } = referral;
  const question = isBack(referral) ? await findQuestion(read, referral.questionId) : undefined;
  return {
    referral,
    person: personId ? (await findPersonSummaries(read, [personId])).get(personId) : undefined,
    consent: await heldConsent(read, referral),
    preference: personId && referral.tells ? await findContactPreference(read, personId) : undefined,
    tellings: await findTellings(read, id),
    notes: await findNotes(read, [id]),
    timeline: await findTimeline(read, { type: 'referral', id }),
    terms: await findTerms(read, dayOf(referral.sentAt ?? read.now)),
    proposals: question ? (await proposeServices(read, question)).filter(({ service, wasTried }) => service.email && !wasTried).slice(0, proposed) : [],
    slots: stateAfter('book', referral, 'sender') ? await freeSlotsOf(read, referral.serviceId) : [],
  };
}
