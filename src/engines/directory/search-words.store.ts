import { sql, type RawBuilder } from 'kysely';

/** The words of what someone typed, at most eight, without signs that a search expression could trip over. */
export function searchWords(typed: string): string[] {
  return (typed.toLocaleLowerCase('nl').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}

/**
 * A tsquery that asks for every word, in any of its Dutch forms or as the start of a word: "huur" finds "gehuurd" and
 * "huurwaarborg". For a tsvector that holds the words both by the 'dutch' and by the 'simple' configuration: a stem alone is no
 * start of a compound ("huur" has the stem "hur").
 */
export function wordsQuery(typed: string): RawBuilder<unknown> {
  const words = searchWords(typed).map((word) => sql`(to_tsquery('dutch', ${word}) || to_tsquery('simple', ${`${word}:*`}))`);
  return words.length > 0 ? sql`(${sql.join(words, sql` && `)})` : sql`''::tsquery`;
}
