/** Sums and shares are shown only when all that they are made of is: a sum of what is hidden in part would tell the hidden part. */
export function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** Between 0 and 1; nothing when a count is hidden, or when the whole is too small to say anything of a part. */
export function shareOf(part: number | null, whole: number | null, threshold = 5): number | null {
  return part === null || whole === null || whole < threshold ? null : part / whole;
}
