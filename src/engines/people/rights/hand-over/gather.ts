import type { Read } from '../../../../kernel/db/types.ts';
import type { Holding } from '../../../../kernel/holdings/holding.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { personJson } from '../../person-json.ts';
import { findPerson } from '../../person.store.ts';
import { reveal } from '../restriction.store.ts';
import { findSelves } from '../erase-person/erasure.store.ts';

/**
 * All that is held about a person, in one file. `version` changes when a field changes its meaning or goes; a new part of the house only
 * adds a name under `holdings`. Days and moments are ISO 8601, languages BCP 47, countries ISO 3166-1.
 */
export interface WholePerson {
  format: 'wegwijs-person';
  version: 1;
  madeAt: string;
  authority: string;
  person: Record<string, unknown>;
  /** By the name of the part: 'help-questions', 'consents'. */
  holdings: Record<string, Record<string, unknown>[]>;
}

/** For the person alone: whoever is restricted is whole in it too. */
export async function gatherPerson(read: Read, { id, holdings, authority, now }: { id: string; holdings: readonly Holding[]; authority: string; now: Temporal.Instant }): Promise<WholePerson | undefined> {
  await reveal(read, await findSelves(read, [id]));
  const person = await findPerson(read, id);
  if (!person) return undefined;
  const all: WholePerson['holdings'] = {};
  // One after the other: they share a connection.
  for (const { subject, name, gather } of holdings) if (subject === 'person') all[name] = [...(all[name] ?? []), ...(await gather(read, id))];
  const own = personJson.parse(JSON.parse(JSON.stringify(person)));
  return { format: 'wegwijs-person', version: 1, madeAt: now.toString(), authority, person: own, holdings: all };
}
