import { createHmac } from 'node:crypto';
import { fold } from '../names/fold.ts';
import { referenceKeyOf, registerKeyOf } from '../person-key.ts';
import type { PartialDate } from '../person.ts';
import type { Newcomer } from './newcomer.ts';

/** What recognises the person of a row in the next list, the surest first, and a digest of all that the row says. */
export type Identity = { keys: string[]; fingerprint: string };

/**
 * A register number or a number of the authority's own system tells a person apart; else the dossier of the household with the
 * name and day of birth; without a dossier, a name with a whole day of birth that is no placeholder. Keys are digests with the authority's own
 * secret, so that what is kept of a list names nobody.
 */
export function identify(newcomer: Newcomer, secret: Buffer): Identity {
  const { registerNumber, reference, householdKey, name, birth } = newcomer;
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
  const keys: string[] = [];
  if (registerNumber) keys.push(registerKeyOf(secret, registerNumber));
  if (reference) keys.push(referenceKeyOf(reference));
  const named = `${fold(name.full).split(' ').toSorted().join(' ')}|${birth?.year ?? ''}-${birth?.month ?? ''}-${birth?.day ?? ''}`;
  if (householdKey) keys.push(`dossier:${digest(`${householdKey}|${named}`)}`);
  else if (keys.length === 0 && isWholeDay(birth)) keys.push(`name:${digest(named)}`);
  return { keys, fingerprint: digest(JSON.stringify(newcomer)) };
}

function isWholeDay(birth: PartialDate | null): boolean {
  return birth !== null && birth.year !== null && birth.month !== null && birth.day !== null && !(birth.month === 1 && birth.day === 1);
}
