/** How a booking may come back, as a form says it. */
export const repeats = ['once', 'weekly', 'monthly'] as const;
/** Which such day of the month; -1 is the last. */
export const nths = ['1', '2', '3', '4', '-1'] as const;
