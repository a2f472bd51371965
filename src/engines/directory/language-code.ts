const names = new Intl.DisplayNames('en', { type: 'language' });

/** Whether a BCP 47 code can be one of a language: its shape, not whether anyone speaks it. Any other code would make Intl throw. */
export function isLanguageCode(code: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return false;
  try {
    names.of(code);
    return true;
  } catch {
    return false;
  }
}
