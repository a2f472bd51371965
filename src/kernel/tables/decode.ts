import type { Encoding } from './table.ts';

export type Decoded = { text: string; encoding: Encoding } | { refused: 'wrong-encoding' };

/**
 * The text of a file and how it was encoded: by its byte-order mark; else UTF-16 when every other byte is zero; else UTF-8 when it
 * is valid UTF-8; else Windows-1252, which Excel writes in Western Europe. Bytes that have no meaning there, or control signs
 * that no text holds, mean that it is none of these.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (encoding) return decodedAs(encoding, bytes);
  const utf8 = decodedAs('utf-8', bytes);
  return 'text' in utf8 ? utf8 : decodedAs('windows-1252', bytes);
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4) return null;
  let [even, odd] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  const most = sample.length / 2 / 2;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

function decodedAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /(?![\t\n\v\f\r])\p{Cc}/u.test(text) ? { refused: 'wrong-encoding' } : { text, encoding };
  } catch {
    return { refused: 'wrong-encoding' };
  }
}
