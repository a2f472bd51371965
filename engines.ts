/**
 * The engines in order: each may use the doors of those it lists, which all stand before it. `figures` uses no door:
 * it reads the views that the others publish. The walls are generated from this list.
 */
export const engines = [
  { name: 'people', uses: [], reads: [] },
  { name: 'directory', uses: ['people'], reads: [] },
  { name: 'questionnaires', uses: ['people'], reads: [] },
  { name: 'questions', uses: ['people', 'directory'], reads: ['directory'] },
  { name: 'referrals', uses: ['people', 'directory', 'questions'], reads: [] },
  { name: 'cases', uses: ['people', 'directory', 'questionnaires', 'questions', 'referrals'], reads: ['people'] },
  { name: 'figures', uses: [], reads: ['directory', 'questions', 'referrals', 'cases'] },
  { name: 'library', uses: [], reads: [] },
] as const satisfies readonly { name: string; uses: readonly string[]; reads: readonly string[] }[];

export type EngineName = (typeof engines)[number]['name'];
