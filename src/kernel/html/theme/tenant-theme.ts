import { contrast, formatColour, mix, parseColour, until, type Colour } from './colour.ts';

/** What an authority may choose of the look. */
export interface TenantLook {
  /** '#rrggbb': the colour of acts, links and the frame. */
  accent: string;
}

export type AccentVerdict = 'fine' | 'not-a-colour' | 'too-pale';

/** WCAG 2.2, 1.4.3: what text needs against its ground. */
const leastContrast = 4.5;

// The grounds of tokens.css that the accent is read on.
const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];
const paper = parseColour('#f6f4ed')!;
const darkPaper = parseColour('#101b1f')!;
const darkSurface = parseColour('#17262b')!;

/** Contrast ratio (1 to 21) of two colours given as '#rrggbb'. Throws on anything else. */
export function contrastOf(a: string, b: string): number {
  return contrast(colourOf(a), colourOf(b));
}

/** Whether an accent can be read on paper and white, and white on it: 4.5 at least. */
export function judgeAccent(accent: string): AccentVerdict {
  const colour = parseColour(accent);
  if (!colour) return 'not-a-colour';
  return Math.min(contrast(colour, white), contrast(colour, paper)) >= leastContrast ? 'fine' : 'too-pale';
}

/**
 * The authority's stylesheet: the tokens that follow from its accent, in light and dark, with 7 on pages for newcomers.
 * Stands outside of the layers, so that it wins from the theme; print keeps its black. Throws on an accent that is not fine.
 */
export function tenantTheme({ accent }: TenantLook): string {
  const verdict = judgeAccent(accent);
  if (verdict !== 'fine') throw new Error(`The accent ${accent} is ${verdict}`);
  const colour = colourOf(accent);
  return [
    rule('screen', ':root', { ...inLight(colour), ...theFrame(colour) }),
    rule('screen', '.ww--welcome', { accent: until(colour, black, [white, paper], 7) }),
    rule('screen and (prefers-color-scheme: dark)', ':root', inDark(colour)),
    rule('screen and (prefers-color-scheme: dark)', '.ww--welcome', { accent: until(colour, white, [darkPaper, darkSurface], 7) }),
  ].join('\n');
}

function inLight(accent: Colour): Tokens {
  const soft = mix(accent, white, 0.86);
  return { accent, 'accent-strong': until(mix(accent, black, 0.3), black, [soft], 7), 'accent-soft': soft, 'on-accent': white };
}

function theFrame(accent: Colour): Tokens {
  const frame = until(mix(accent, black, 0.3), black, [white], 11);
  return { frame, 'frame-raised': mix(frame, white, 0.12), 'on-frame': mix(white, accent, 0.1), here: paper, 'on-here': frame };
}

function inDark(accent: Colour): Tokens {
  const soft = mix(darkSurface, accent, 0.3);
  const light = until(accent, white, [darkPaper, darkSurface, soft], 5);
  const frame = mix(accent, black, 0.65);
  const onAccent = until(mix(accent, black, 0.6), black, [light], leastContrast);
  return { accent: light, 'accent-strong': until(light, white, [soft], 7), 'accent-soft': soft, 'on-accent': onAccent, frame, 'frame-raised': mix(frame, white, 0.1), here: light, 'on-here': onAccent };
}

type Tokens = Record<string, Colour>;

function rule(media: string, selector: string, tokens: Tokens): string {
  const lines = Object.entries(tokens).map(([name, colour]) => `    --ww-${name}: ${formatColour(colour)};`);
  return `@media ${media} {\n  ${selector} {\n${lines.join('\n')}\n  }\n}`;
}

function colourOf(value: string): Colour {
  const colour = parseColour(value);
  if (!colour) throw new Error(`"${value}" is not a colour such as #0a5a63`);
  return colour;
}
