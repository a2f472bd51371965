/** A text for staff: Dutch, which is the source, and English. */
export interface Words {
  nl: string;
  en: string;
}

/** A place in the platform. */
export interface PracticePlace {
  title: Words;
  href: string;
}

/** A practice as it is written down: what every blueprint has, and by the key of each engine what it fills in of it. */
export interface PracticeData<Parts = Record<string, unknown>> {
  id: string;
  version: number;
  title: Words;
  about: Words;
  source: Words;
  /** Where its daily work is done. */
  work: PracticePlace[];
  /** Where its results are read. */
  results: PracticePlace[];
  parts: Parts;
}
