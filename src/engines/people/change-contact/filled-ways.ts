import type { Person } from '../person.ts';
import { phoneText } from '../show.ts';

/** A way as text: as it was typed, or as it stands in the register. */
export interface FilledWay {
  kind: string;
  value: string;
  through: string;
  texts: string;
}

/** The ways of contact as the form shows them. */
export function filledOf({ contactWays }: Pick<Person, 'contactWays'>): { ways: FilledWay[]; preferred: string } {
  const preferred = contactWays.findIndex(({ isPreferred }) => isPreferred);
  return {
    ways: contactWays.map(({ kind, value, through = '', takesTexts }) => ({ kind, value: kind === 'phone' ? phoneText(value) : value, through, texts: takesTexts === undefined ? '' : takesTexts ? 'yes' : 'no' })),
    preferred: preferred < 0 ? '' : String(preferred),
  };
}
