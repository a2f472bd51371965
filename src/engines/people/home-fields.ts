import type { z } from 'zod';
import { field } from '../../kernel/http/fields.ts';
import { hasAddress, type Address, type Household } from './household.ts';

/** Where a household lives and since when it is in the municipality. */
export const homeShape = {
  arrivedOn: field.optionalDay(),
  street: field.optionalText(120),
  number: field.optionalText(20),
  box: field.optionalText(20),
  postcode: field.optionalText(10),
  municipality: field.optionalText(100),
};
export type HomeInput = z.output<z.ZodObject<typeof homeShape>>;

/** The address that was filled in; null when nothing of it was. The code of its municipality is looked up when it is kept. */
export function addressOf({ street, number, box, postcode, municipality }: HomeInput): Address | null {
  const address: Address = { street: street ?? null, number: number ?? null, box: box ?? null, postcode: postcode ?? null, municipality: { nis: null, name: municipality ?? null } };
  return hasAddress(address) ? address : null;
}

/** The same as text, as it was typed or as it stands in the register. */
export type FilledHome = Record<keyof typeof homeShape, string>;

export function filledHome(values: Record<string, unknown>): FilledHome {
  const one = (name: keyof FilledHome) => (typeof values[name] === 'string' ? values[name] : '');
  return { arrivedOn: one('arrivedOn'), street: one('street'), number: one('number'), box: one('box'), postcode: one('postcode'), municipality: one('municipality') };
}

export function filledHomeOf({ arrivedOn, address, municipality }: Household): FilledHome {
  return {
    arrivedOn: arrivedOn?.toString() ?? '',
    street: address?.street ?? '',
    number: address?.number ?? '',
    box: address?.box ?? '',
    postcode: address?.postcode ?? '',
    municipality: address?.municipality.name ?? municipality.name ?? '',
  };
}
