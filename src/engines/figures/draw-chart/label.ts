/** Size of the words in a chart, in its own units. */
export const fontSize = 13;

const narrow = /[fijlrtI1.,:;'|!()[\]\s-]/u;
const broad = /[mwMW@%–—]|\p{Script=Han}/u;

/** Estimated width: a chart is made without a browser that could measure. On the safe side for the fonts of the theme. */
export function widthOf(words: string, size = fontSize): number {
  let ems = 0;
  for (const sign of words) ems += narrow.test(sign) ? 0.36 : broad.test(sign) ? 0.92 : /\p{Lu}/u.test(sign) ? 0.72 : 0.58;
  return ems * size;
}

/** Words on as few lines as fit a width, at most `most`; what is left over ends in an ellipsis. */
export function linesOf(words: string, width: number, most = 2): string[] {
  const lines: string[] = [];
  let rest = words.trim().split(/\s+/);
  while (rest.length > 0 && lines.length < most) {
    let take = 1;
    while (take < rest.length && widthOf(rest.slice(0, take + 1).join(' ')) <= width) take++;
    const isLast = lines.length === most - 1;
    const line = isLast ? rest.join(' ') : rest.slice(0, take).join(' ');
    lines.push(shortened(line, width));
    rest = isLast ? [] : rest.slice(take);
  }
  return lines;
}

function shortened(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  const signs = [...line];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** Which of a row of labels can be written beside each other: every one, every second, … so that none touches the next. */
export function stepBetweenLabels(labels: readonly string[], room: number): number {
  const widest = Math.max(0, ...labels.map((label) => widthOf(label))) + 8;
  return Math.max(1, Math.ceil(widest / Math.max(room, 1)));
}
