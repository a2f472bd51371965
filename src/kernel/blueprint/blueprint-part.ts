import type { z } from 'zod';
import type { Read, Transaction } from '../db/types.ts';
import type { Locale } from '../i18n/locale.ts';

/**
 * What a blueprint may fill in of one engine. Adopting a practice goes through all its parts: each sets up what is not there yet, as the
 * authority's own to change; what the authority has already, or changed since, stays as it is.
 */
export interface BlueprintPart<Data = any> {
  /** Its key in a blueprint, the engine's name. */
  key: string;
  shape: z.ZodType<Data>;
  /** What adopting it sets up, for who decides. */
  plan(read: Read, data: Data, locale: Locale): Promise<PlannedThing[]>;
  /** Sets up what is not there; gives how many things were made. Doing it twice makes nothing twice. */
  adopt(tx: Transaction, data: Data, locale: Locale): Promise<number>;
}

export interface PlannedThing {
  /** What kind of thing: 'Sjabloon aan de balie'. */
  kind: string;
  name: string;
  isThere: boolean;
  /** Where it is seen and changed. */
  href: string;
}
