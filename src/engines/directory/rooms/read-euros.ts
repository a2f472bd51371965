/** '12,50', '12.5', '€ 12' or '0' in euro cents; undefined for anything else, and for what is below zero or over a million euros. */
export function readEuros(typed: string | undefined): number | undefined {
  const found = /^\s*€?\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*€?\s*$/.exec(typed ?? '');
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined;
}
