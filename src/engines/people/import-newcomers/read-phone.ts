export type ReadPhone = { value: string } | { problem: 'phone-has-letters' | 'phone-length' };

/**
 * A phone number in the form of E.164 (+32470000001). Without a country code it is Belgian; a zero in front that a workbook took for
 * superfluous is put back. Length: 8 to 15 digits with the country code (ITU E.164), 8 or 9 after +32 for a Belgian one.
 */
export function parsePhone(text: string): ReadPhone {
  if (/\p{L}/u.test(text)) return { problem: 'phone-has-letters' };
  const signs = text.normalize('NFKC').replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const international = signs.replace(/^00/, '+');
  if (international.startsWith('+')) return checked(international.replace(/^\+320/, '+32'));
  return checked(`+32${signs.replace(/^0/, '')}`);
}

function checked(number: string): ReadPhone {
  const pattern = number.startsWith('+32') ? /^\+32\d{8,9}$/ : /^\+\d{8,15}$/;
  return pattern.test(number) ? { value: number } : { problem: 'phone-length' };
}

/** Several numbers in one cell, split at ; , or a line break, and at a slash when both sides are whole numbers (016/22.33.44 is one). */
export function splitPhones(cell: string): string[] {
  return cell
    .split(/[;,\n]/)
    .flatMap((part) => {
      const sides = part.split(/\s*\/\s*/);
      return sides.length > 1 && sides.every((side) => side.replace(/\D/g, '').length >= 8) ? sides : [part];
    })
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
