import type { Sealing } from '../../../kernel/access/sealing.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

/** What makes a person vulnerable, as whoever opened the seal reads it. */
export interface SealedNote {
  id: string;
  /** A code of the list `vulnerability`. */
  type: string;
  /** Since when, as far as that is known. */
  since: Temporal.PlainDate | null;
  words: string | null;
  notedByName: string | null;
  notedAt: Temporal.Instant;
  version: number;
}

/** Why a seal is opened: to help now; someone is in danger; to refer; to put right what stands there; the person asks. */
export const openingReasons = ['help', 'danger', 'referral', 'correction', 'asked'] as const;
export type OpeningReason = (typeof openingReasons)[number];

/** For how many minutes a seal can be open. */
export const openingLengths = ['15', '30', '60'] as const;

/** What is sealed: kind, day and words together, so that without the key not even the kind can be read. */
export type SealedContent = Pick<SealedNote, 'type' | 'since' | 'words'>;

const boundTo = (tenantId: string, id: string) => `${tenantId}/${id}`;

export function sealContent(sealing: Sealing, content: SealedContent, { tenantId, id }: { tenantId: string; id: string }): Buffer {
  return sealing.seal('vulnerability', Buffer.from(JSON.stringify(content)), boundTo(tenantId, id));
}

/** Undefined when the key is another than the one that it was sealed with, or the row was altered. */
export function unsealContent(sealing: Sealing, sealed: Uint8Array, { tenantId, id }: { tenantId: string; id: string }): SealedContent | undefined {
  const plain = sealing.unseal('vulnerability', sealed, boundTo(tenantId, id));
  if (!plain) return undefined;
  const { type, since, words } = JSON.parse(plain.toString('utf8')) as { type: string; since: string | null; words: string | null };
  return { type, since: since === null ? null : Temporal.PlainDate.from(since), words };
}
