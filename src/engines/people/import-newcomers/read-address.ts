import { hasAddress, type Address } from '../household.ts';
import type { RowCells } from './row-cells.ts';

/** Street, number and box from their own columns or from one; "9000 Gent" in one column is taken apart. Null when nothing is told. */
export function readAddress(row: RowCells): Address | null {
  const whole = row.text('address');
  const split = whole ? splitAddress(whole) : { street: null, number: null, box: null };
  const place = splitPlace(row.text('postcode'), row.text('municipality'));
  const address: Address = {
    street: row.text('street') ?? split.street,
    number: row.text('house-number') ?? split.number,
    box: row.text('box') ?? split.box,
    postcode: place.postcode,
    municipality: { nis: null, name: place.name },
  };
  if (address.postcode !== null && !/^[1-9]\d{3}$/.test(address.postcode)) row.warn('postcode', row.first('postcode'), 'postcode-form');
  return hasAddress(address) ? address : null;
}

type Door = { street: string | null; number: string | null; box: string | null };

/** "Kerkstraat 12 bus 3", "Kerkstraat 12/3" and "12, rue de la Gare bte 3"; what is not understood stays whole, as the street. */
export function splitAddress(text: string): Door {
  const door = '(\\d+\\s?[a-zA-Z]?)(?:\\s*(?:,?\\s*(?:bus|bte|boîte|boite|box|b\\.)\\s*|/\\s*)([\\w.-]+))?';
  const before = /^(\d+\s?[a-zA-Z]?)\s*,\s*(.*?)(?:\s+(?:bte|boîte|boite|bus)\s*([\w.-]+))?$/i.exec(text);
  if (before) return { street: tidied(before[2]!), number: tidied(before[1]!), box: before[3] ?? null };
  const after = new RegExp(`^(.*?\\D)[\\s,]+${door}$`, 'i').exec(text);
  if (after) return { street: tidied(after[1]!), number: tidied(after[2]!), box: after[3] ?? null };
  return { street: text, number: null, box: null };
}

function splitPlace(postcode: string | null, municipality: string | null): { postcode: string | null; name: string | null } {
  for (const text of [municipality, postcode]) {
    const together = /^(?:B-?)?(\d{4})\s+(\D{3}.*)$/i.exec(text ?? '');
    if (together) return { postcode: text === municipality && postcode ? postcode : together[1]!, name: together[2]! };
  }
  return { postcode, name: municipality };
}

function tidied(text: string): string {
  return text.replace(/[\s,]+$/, '').trim();
}
