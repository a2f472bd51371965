import type { Temporal } from '../../../kernel/time/temporal.ts';
import { findCountry, findLanguage } from './dictionaries.ts';
import type { Field } from './fields.ts';
import { parseArrivalDay, parsePartialDate } from './read-day.ts';
import { parsePhone } from './read-phone.ts';
import { parseRegisterNumber } from './register-number.ts';
import { splitValues } from './split-values.ts';

const looksLike: { field: Field; confidence: number; test: (value: string) => boolean }[] = [
  { field: 'email', confidence: 0.9, test: (value) => /^\S+@\S+\.\S+$/.test(value) },
  { field: 'register-number', confidence: 0.9, test: (value) => 'value' in parseRegisterNumber(value) },
  { field: 'nationality', confidence: 0.75, test: (value) => value.length > 3 && splitValues(value, findCountry).unknown.length === 0 },
  { field: 'languages', confidence: 0.7, test: (value) => value.length > 3 && splitValues(value, findLanguage).unknown.length === 0 },
  { field: 'other-script-name', confidence: 0.7, test: (value) => /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Ethiopic}]/u.test(value) && !/\d/.test(value) },
  { field: 'postcode', confidence: 0.6, test: (value) => /^[1-9]\d{3}$/.test(value) },
  { field: 'phone', confidence: 0.7, test: (value) => /^[+0]/.test(value) && 'value' in parsePhone(value) },
  { field: 'gender', confidence: 0.6, test: (value) => /^[mvfxh]$/i.test(value) },
];
const enough = 0.7;
const recently = 3;

/** What a column may hold by its filled values: fields that at least seven of ten values fit. Days are told apart by their years. */
export function guessByValues(values: readonly string[], today: Temporal.PlainDate): { field: Field; confidence: number }[] {
  if (values.length === 0) return [];
  const share = (test: (value: string) => boolean) => values.filter(test).length / values.length;
  const found = looksLike
    .map(({ field, confidence, test }) => ({ field, confidence: confidence * share(test), fits: share(test) }))
    .filter(({ fits }) => fits >= enough)
    .map(({ field, confidence }) => ({ field, confidence }));
  return found.length > 0 ? found : guessDays(values, today);
}

function guessDays(values: readonly string[], today: Temporal.PlainDate): { field: Field; confidence: number }[] {
  const dated = values.filter((value) => 'value' in parsePartialDate(value, today));
  const isMoreThanYears = dated.some((value) => value.length > 5);
  if (dated.length / values.length < enough || !isMoreThanYears) return [];
  const recent = dated.filter((value) => {
    const read = parseArrivalDay(value, today);
    return 'value' in read && read.value.year >= today.year - recently;
  });
  return recent.length / dated.length > 0.8 ? [{ field: 'arrival-date', confidence: 0.5 }] : [{ field: 'birth-date', confidence: 0.6 }];
}
