/** In what a term is set on the page. */
export const termUnits = ['months', 'weeks', 'days'] as const;
