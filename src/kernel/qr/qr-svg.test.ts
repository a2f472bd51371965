import QRCode from 'qrcode';
import { expect, test } from 'vitest';
import { qrSvg } from './qr-svg.ts';

const address = 'https://wegwijs.example/i/AZ0b7c1234567890abcdefghijklmnopqrstuvwxyz012345';

/** Draws the path on a grid again, as a scanner would see it. */
function modulesOf(svg: string): { side: number; dark: Set<string> } {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const dark = new Set<string>();
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let step = 0; step < Number(width); step += 1) dark.add(`${Number(x) + step},${y}`);
  }
  return { side, dark };
}

test('every module of the code stands in the drawing, with a quiet zone of four around it', () => {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const { side, dark } = modulesOf(qrSvg(address));
  expect(side).toBe(modules.size + 8);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) expect(dark.has(`${column + 4},${row + 4}`)).toBe(Boolean(modules.get(row, column)));
  }
  expect([...dark].every((place) => place.split(',').every((at) => Number(at) >= 4 && Number(at) < side - 4))).toBe(true);
});

test('has nothing that a strict content security policy refuses', () => {
  expect(qrSvg(address)).not.toMatch(/style|script|href|on\w+=/);
});
