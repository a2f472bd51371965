/** What the person's own link opens, and for how long. */
export const ownFilePurpose = 'own-file';
export const ownFileDays = 30;
