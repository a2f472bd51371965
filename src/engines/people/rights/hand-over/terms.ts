/** Who may ask for what is held: GDPR articles 15 and 20. */
export const askers = ['person', 'representative'] as const;
/** For so long the link opens. */
export const handOverDays = 14;
