/**
 * What a spreadsheet program may take for a formula: = + - @ (or their full-width forms, which Excel folds in East Asian
 * settings) as the first character that is seen, whatever invisible signs stand before it; or a tab or return up front,
 * which pushes what follows into a cell of its own. Rule: OWASP, "CSV Injection".
 */
const looksLikeFormula = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠]|^[\p{Cc}\p{Cf}\p{Z}]*[\t\r\n]/u;

/** Whether a spreadsheet program could read this text as a formula. */
export function isFormulaLike(text: string): boolean {
  return looksLikeFormula.test(text);
}

/** The text behind a leading apostrophe when it looks like a formula: spreadsheet programs then show it as text. */
export function neutralise(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}

/** Undoes `neutralise`, so that a file that was exported here reads back as it was. */
export function withoutNeutraliser(text: string): string {
  return text.startsWith("'") && isFormulaLike(text.slice(1)) ? text.slice(1) : text;
}
