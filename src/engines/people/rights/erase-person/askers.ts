/** Who can ask that a file is erased or handed over. */
export const askers = ['person', 'representative', 'authority'] as const;
