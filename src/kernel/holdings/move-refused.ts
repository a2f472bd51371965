import type { Locale } from '../i18n/locale.ts';

/** Thrown by a holding that cannot make all that hangs on one subject hang on another: the whole merger is called off. Says why, and what to do first. */
export class MoveRefused extends Error {
  readonly why: (locale: Locale) => string;
  constructor(why: (locale: Locale) => string) {
    super('A holding cannot be moved');
    this.why = why;
  }
}
