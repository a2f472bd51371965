/** A short number by which two colleagues speak of one pair without naming anyone. */
export const pairNumber = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase();
