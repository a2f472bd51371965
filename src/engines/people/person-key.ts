import { createHmac } from 'node:crypto';
import type { NewPerson } from './person.ts';

/** What the same person would have in common with another record, beside a name: see `people.person_key`. */
export interface Keyed {
  registerNumber?: string | null | undefined;
  reference?: string | null | undefined;
  contactWays?: NewPerson['contactWays'];
}

export const registerKeyOf = (secret: Buffer, registerNumber: string): string => `register:${createHmac('sha256', secret).update(registerNumber).digest('hex')}`;
export const referenceKeyOf = (reference: string): string => `reference:${reference}`;

/** Without the authority's secret a register number has no key. */
export function keysOf({ registerNumber, reference, contactWays = [] }: Keyed, secret: Buffer | null): string[] {
  const keys = contactWays.flatMap(({ kind, value }) => contactKey(kind, value));
  if (registerNumber && secret) keys.push(registerKeyOf(secret, registerNumber));
  if (reference) keys.push(referenceKeyOf(reference));
  return [...new Set(keys)];
}

function contactKey(kind: string, value: string): string[] {
  if (kind === 'email') return [`contact:${value.trim().toLowerCase()}`];
  // The last nine digits are the same whether the number was written with or without +32 or 0.
  const digits = kind === 'phone' ? value.replace(/\D/g, '') : '';
  return digits.length >= 8 ? [`contact:${digits.slice(-9)}`] : [];
}
