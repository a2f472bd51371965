import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';

export type Unpacked = { parts: Map<string, Uint8Array> } | { refused: 'too-large' } | { refused: 'damaged' };

const chunkBytes = 64 * 1024;

/**
 * Unpacks the XML parts of a ZIP container in memory, counting what really comes out and stopping at `maxBytes`: the sizes that
 * the file states about itself are not believed. Keys are the paths in the container, values their bytes.
 */
export function unpackXml(bytes: Uint8Array, maxBytes: number): Unpacked {
  const parts = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  let broken = false;
  const zip = new Unzip((file) => {
    const chunks: Uint8Array[] = [];
    if (!/\.(xml|rels)$/i.test(file.name)) return;
    file.ondata = (error, chunk) => {
      if (error) broken = true;
      else {
        unpacked += chunk.length;
        if (unpacked <= maxBytes) chunks.push(chunk);
      }
    };
    parts.set(file.name.replace(/^\/+/, ''), chunks);
    file.start();
  });
  zip.register(UnzipInflate);
  zip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length && unpacked <= maxBytes && !broken; at += chunkBytes)
      zip.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
  } catch {
    broken = true;
  }
  if (unpacked > maxBytes) return { refused: 'too-large' };
  if (broken) return { refused: 'damaged' };
  return { parts: new Map([...parts].map(([path, chunks]) => [path, joined(chunks)])) };
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
