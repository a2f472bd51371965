import { v5 } from 'uuid';

/** Made once; the ids of what has none of its own follow from it and stay the same from export to export. */
const space = '6f0c1b5e-52d0-5c0a-9d2b-3a4f8d1e7c90';

export function stableId(...parts: readonly (string | number)[]): string {
  return v5(parts.join('/'), space);
}
