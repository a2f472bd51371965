import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastOf, judgeAccent, tenantTheme } from './tenant-theme.ts';

/** The tokens of each rule, by "media selector". */
function tokensOf(css: string): Map<string, Record<string, string>> {
  const rules = [...css.matchAll(/@media ([^{]+) \{\s+(\S+) \{([^}]+)\}/g)];
  return new Map(rules.map(([, media, selector, body]) => [`${media} ${selector}`, Object.fromEntries([...body!.matchAll(/--ww-([a-z-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]))]));
}

/** A token of the theme itself, in light or in dark. */
function themeToken(name: string, scheme: 'light' | 'dark'): string {
  const all = [...readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').matchAll(new RegExp(`--ww-${name}: (#[0-9a-f]{6})`, 'g'))];
  return all[scheme === 'light' ? 0 : 1]![1]!;
}

describe('the accent of an authority', () => {
  test('black on white has a contrast of 21, a colour on itself of 1', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastOf('#0a5a63', '#0a5a63')).toBe(1);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test('is refused when it cannot be read on paper', () => {
    expect(judgeAccent('#f3bb4f')).toBe('too-pale');
    // 4.54 on white, but 4.13 on the warmer paper.
    expect(judgeAccent('#767676')).toBe('too-pale');
    expect(() => tenantTheme({ accent: '#f3bb4f' })).toThrow('too-pale');
  });

  test('is refused when it is no colour, so that nothing but a colour reaches the stylesheet', () => {
    for (const accent of ['', 'red', '#fff', '#12345g', '#000000;}body{display:none', 'url(#aabbcc)']) expect(judgeAccent(accent)).toBe('not-a-colour');
  });

  test('any accent that passes stays readable in light and dark, and at 7 on pages for newcomers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const accent = `#${number.toString(16).padStart(6, '0')}`;
        fc.pre(judgeAccent(accent) === 'fine');
        const rules = tokensOf(tenantTheme({ accent }));
        const light = rules.get('screen :root')!;
        const dark = rules.get('screen and (prefers-color-scheme: dark) :root')!;
        const pairs: [string, string, number][] = [
          [light['accent']!, themeToken('paper', 'light'), 4.5],
          [light['on-accent']!, light['accent']!, 4.5],
          [light['on-accent']!, light['accent-strong']!, 4.5],
          [light['accent-strong']!, light['accent-soft']!, 4.5],
          [light['on-frame']!, light['frame-raised']!, 4.5],
          [light['on-here']!, light['here']!, 4.5],
          [dark['accent']!, themeToken('paper', 'dark'), 4.5],
          [dark['accent']!, themeToken('surface', 'dark'), 4.5],
          [dark['on-accent']!, dark['accent']!, 4.5],
          [dark['accent-strong']!, dark['accent-soft']!, 4.5],
          [light['on-frame']!, dark['frame-raised']!, 4.5],
          [dark['on-here']!, dark['here']!, 4.5],
          [rules.get('screen .ww--welcome')!['accent']!, themeToken('paper', 'light'), 7],
          [rules.get('screen and (prefers-color-scheme: dark) .ww--welcome')!['accent']!, themeToken('surface', 'dark'), 7],
        ];
        for (const [ink, ground, least] of pairs) expect(contrastOf(ink, ground), `${ink} on ${ground} for ${accent}`).toBeGreaterThanOrEqual(least - 0.05);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the tokens of the theme', () => {
  test.each(['light', 'dark'] as const)('keep 4.5 between ink and ground in %s', (scheme) => {
    const pairs: [string, string][] = [
      ['ink', 'paper'],
      ['ink', 'sunk'],
      ['ink-soft', 'paper'],
      ['ink-soft', 'sunk'],
      ['accent', 'paper'],
      ['accent', 'surface'],
      ['on-accent', 'accent'],
      ['accent-strong', 'accent-soft'],
      ['ink-soft', 'accent-soft'],
      ['on-frame', 'frame-raised'],
      ['on-here', 'here'],
      ['warm-ink', 'warm-soft'],
      ['warm-ink', 'paper'],
      ['on-warm', 'warm'],
      ['harm', 'harm-soft'],
      ['harm', 'paper'],
      ['on-harm', 'harm'],
    ];
    for (const [ink, ground] of pairs) expect(contrastOf(themeToken(ink, scheme), themeToken(ground, scheme)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const look of [1, 2, 3, 4, 5, 6]) expect(contrastOf(themeToken(`series-${look}`, scheme), themeToken('surface', scheme)), `look ${look}`).toBeGreaterThanOrEqual(3);
    for (const ground of ['paper', 'surface']) expect(contrastOf(themeToken('line-strong', scheme), themeToken(ground, scheme)), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});
