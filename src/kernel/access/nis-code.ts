/** A municipality's code of Statbel: five digits; one that ends in 000 is an arrondissement, a province or a region. */
export function isNisCode(code: string): boolean {
  return /^[1-9]\d(?!000)\d{3}$/.test(code);
}
