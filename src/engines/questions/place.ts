/** Where questions are asked: a desk, a house, a corner, from the authority's own list. */
export interface Place {
  id: string;
  label: string;
  /** NIS code; null where the place belongs to no one municipality. */
  municipality: string | null;
}
