/** The words of what someone typed, at most eight, without signs that a search expression could trip over. */
export function searchWords(typed: string): string[] {
  return (typed.toLocaleLowerCase('nl').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}

/** A tsquery that asks for all words, each as the start of a word: "hulp bij huu" finds "huurwaarborg". */
export function wordsQuery(typed: string): string {
  return searchWords(typed)
    .map((word) => `${word}:*`)
    .join(' & ');
}
