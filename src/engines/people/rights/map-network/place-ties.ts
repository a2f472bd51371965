import { closenesses, sectors, type Tie } from './tie.store.ts';

export interface Placed {
  tie: Tie;
  /** From the middle, in a square of 400. */
  x: number;
  y: number;
}

/** The circles of closeness, as far from the middle as this. */
export const rings = { near: 70, middle: 120, far: 170 } as const satisfies Record<(typeof closenesses)[number], number>;
const quarter = Math.PI / 2;

/** Each kind has a quarter, clockwise from the top left; within it people stand evenly along the circle of their closeness. */
export function placeTies(ties: readonly Tie[]): Placed[] {
  return sectors.flatMap((sector, index) =>
    closenesses.flatMap((closeness) => {
      const here = ties.filter((tie) => tie.sector === sector && tie.closeness === closeness);
      return here.map((tie, place) => {
        const angle = Math.PI + quarter * (index + (place + 1) / (here.length + 1));
        return { tie, x: Math.round(rings[closeness] * Math.cos(angle)), y: Math.round(rings[closeness] * Math.sin(angle)) };
      });
    }),
  );
}
