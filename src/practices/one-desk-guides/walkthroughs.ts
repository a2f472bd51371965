/**
 * The story of the guide of 2016: guides take any question at the desk, at town hall one day a week, online or by going along; all bridge
 * figures of different employers use one register, so that figures add up and compare. The people and numbers are made up: the guide gives none.
 */
export const employers = ['Welzijnshuis Leiestad', 'Buurtwerk De Brug'] as const;

/** Eight bridge figures, four of each employer, and where each of them is found. */
export const bridgeFigures = [
  { name: 'Amal Idris', employer: 0, channel: 'desk', place: 'Het loket' },
  { name: 'Bilal Toure', employer: 0, channel: 'desk', place: 'Het loket' },
  { name: 'Cemre Aydin', employer: 0, channel: 'desk', place: 'Zitdag in het stadhuis' },
  { name: 'Daria Melnyk', employer: 0, channel: 'online', place: 'Online' },
  { name: 'Elias Tesfay', employer: 1, channel: 'going-along', place: null },
  { name: 'Farida Noori', employer: 1, channel: 'going-along', place: null },
  { name: 'Ghada Saleh', employer: 1, channel: 'telephone', place: null },
  { name: 'Hamza Said', employer: 1, channel: 'desk', place: 'Zitdag in het stadhuis' },
] as const;

export const months = ['2026-01', '2026-02', '2026-03'] as const;

/** How many questions one bridge figure of each employer records in a month, by theme. */
export const perMonth = [
  { housing: 4, 'money-administration': 5, 'school-childcare': 3 },
  { housing: 6, dutch: 3, 'health-wellbeing': 2 },
] as const;

/** What an employer's people recorded in the quarter, of one theme. */
export function recordedBy(employer: 0 | 1, theme: string): number {
  const people = bridgeFigures.filter((one) => one.employer === employer).length;
  return people * months.length * ((perMonth[employer] as Record<string, number>)[theme] ?? 0);
}

/** What an employer's people recorded in the quarter. */
export function recordedInAll(employer: 0 | 1): number {
  return Object.keys(perMonth[employer]).reduce((sum, theme) => sum + recordedBy(employer, theme), 0);
}
