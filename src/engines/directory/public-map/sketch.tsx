import type { NearPlace } from './near-places.store.ts';

const side = 360;
const reachMetres = 1600;

export interface Sketched extends NearPlace {
  metres: number;
}

/** Metres between two points, on a flat earth: right to the metre over a town. */
export function metresBetween(one: { latitude: number; longitude: number }, other: { latitude: number; longitude: number }): number {
  const [north, east] = offset(one, other);
  return Math.hypot(north, east);
}

function offset(from: { latitude: number; longitude: number }, to: { latitude: number; longitude: number }): [north: number, east: number] {
  const perDegree = 111_320;
  return [(to.latitude - from.latitude) * perDegree, (to.longitude - from.longitude) * perDegree * Math.cos((from.latitude * Math.PI) / 180)];
}

export interface SketchProps {
  /** What the drawing shows, for who does not see it; the same stands below it in words. */
  label: string;
  name: string;
  at: { latitude: number; longitude: number };
  near: readonly NearPlace[];
}

/**
 * A drawing made here, without a stranger's map: the place in the middle, what lies around it by direction and distance, a ring at
 * half of the furthest, a scale and the north.
 */
export function Sketch({ label, name, at, near }: SketchProps) {
  const furthest = Math.min(reachMetres, Math.max(200, ...near.map((place) => metresBetween(at, place))));
  const scale = (side / 2 - 40) / furthest;
  const middle = side / 2;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} width="100%" role="img" aria-label={label} font-size="13" fill="currentColor" direction="ltr">
      <rect x="1" y="1" width={side - 2} height={side - 2} rx="12" fill="none" stroke="currentColor" stroke-opacity="0.35" />
      {[furthest / 2, furthest].map((metres) => (
        <circle cx={middle} cy={middle} r={metres * scale} fill="none" stroke="currentColor" stroke-opacity="0.35" stroke-dasharray="4 5" />
      ))}
      <text x={middle} y={middle - furthest * scale - 6} text-anchor="middle" font-size="12">
        {`${Math.round(furthest / 10) * 10} m`}
      </text>
      {near.map((place) => {
        const [north, east] = offset(at, place);
        const [x, y] = [middle + east * scale, middle - north * scale];
        const isRight = x < middle;
        return (
          <>
            <circle cx={x} cy={y} r="4" />
            <text x={isRight ? x + 8 : x - 8} y={y + 4} text-anchor={isRight ? 'start' : 'end'}>
              {shortened(place.name)}
            </text>
          </>
        );
      })}
      <path d={`M${middle} ${middle}c-9 -12 -14 -18 -14 -25a14 14 0 0 1 28 0c0 7 -5 13 -14 25z`} />
      <circle cx={middle} cy={middle - 25} r="5" fill="#fff" />
      <text x={middle} y={middle + 18} text-anchor="middle" font-weight="700">
        {shortened(name)}
      </text>
      <path d={`M${side - 24} 36l7 18l-7 -5l-7 5z`} />
      <text x={side - 24} y="30" text-anchor="middle" font-weight="700">
        N
      </text>
    </svg>
  );
}

function shortened(name: string): string {
  return name.length > 22 ? `${name.slice(0, 21).trimEnd()}…` : name;
}
