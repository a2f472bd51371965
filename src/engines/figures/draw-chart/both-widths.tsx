import type { VNode } from 'preact';

/** One drawing for the desk and one for a telephone, of which the stylesheet shows one: so words keep their size and nothing scrolls sideways. */
export function BothWidths({ id, draw }: { id: string; draw: (id: string, width: number) => VNode }) {
  return (
    <>
      <div class="chart-wide">{draw(id, 720)}</div>
      <div class="chart-narrow">{draw(`${id}-narrow`, 320)}</div>
    </>
  );
}
