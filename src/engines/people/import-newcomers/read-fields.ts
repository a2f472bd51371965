import { Temporal } from '../../../kernel/time/temporal.ts';
import { householdRoles, type HouseholdRole } from '../household.ts';
import { fold } from '../names/fold.ts';
import type { ContactWay, PartialDate, PersonLanguage } from '../person.ts';
import { findCountry, findLanguage, nearCountries, nearLanguages } from './dictionaries.ts';
import { parseArrivalDay, parsePartialDate } from './read-day.ts';
import { parsePhone, splitPhones } from './read-phone.ts';
import { isBisNumber, parseRegisterNumber } from './register-number.ts';
import type { RowCells } from './row-cells.ts';
import { splitValues } from './split-values.ts';

const roleWords: Record<HouseholdRole, string> = {
  reference: 'referentiepersoon|gezinshoofd|hoofd|hoofd van het gezin|aanvrager|alleenstaande|personne de reference|chef de menage|isole|reference person|reference|head|head of household|single',
  partner: 'partner|echtgenoot|echtgenote|man|vrouw|samenwonende partner|wettelijk samenwonende|conjoint|conjointe|epoux|epouse|compagnon|husband|wife|spouse',
  child: 'kind|zoon|dochter|stiefkind|stiefzoon|stiefdochter|pleegkind|enfant|fils|fille|beau fils|belle fille|child|son|daughter|stepchild|stepson|stepdaughter',
  parent: 'ouder|vader|moeder|parent|pere|mere|father|mother',
  sibling: 'broer|zus|zuster|broer of zus|frere|soeur|brother|sister|sibling',
  other: 'andere|ander|anders|niet verwant|verwant|familie|ander familielid|grootvader|grootmoeder|grootouder|kleinkind|oom|tante|neef|nicht|schoonzoon|schoondochter|schoonvader|schoonmoeder|autre|autre parent|non apparente|grand pere|grand mere|petit enfant|oncle|cousin|cousine|neveu|niece|other|unrelated|grandfather|grandmother|grandchild|uncle|aunt|nephew',
};
const genderWords = { woman: 'v|f|vrouw|vrouwelijk|femme|feminin|woman|female|w', man: 'm|h|man|mannelijk|homme|masculin|male', other: 'x|anders|ander|andere|non binair|autre|other|non binary' };
const unknownWords = new Set(['', 'o', 'u', 'onbekend', 'inconnu', 'unknown', 'onbepaald', 'indetermine', 'undetermined', 'nvt']);

const roles = wordMap(roleWords);
const genders = wordMap(genderWords);

export function readRole(row: RowCells): HouseholdRole | null {
  const cell = row.first('household-role');
  if (!cell) return null;
  const role = roles.get(fold(cell.value)) ?? householdRoles.find((known) => known === cell.value);
  if (!role) row.warn('household-role', cell, 'role-unknown');
  return role ?? 'other';
}

/** The list of genders is open: a word that is not known is kept as it was written. */
export function readGender(row: RowCells): string | null {
  const cell = row.first('gender');
  if (!cell || unknownWords.has(fold(cell.value))) return null;
  const known = genders.get(fold(cell.value));
  if (!known) row.warn('gender', cell, 'gender-as-written');
  return known ?? cell.value;
}

export function readRegisterNumber(row: RowCells): string | null {
  const cell = row.first('register-number');
  if (!cell) return null;
  const read = parseRegisterNumber(cell.value);
  if ('value' in read) return read.value;
  row.problem('register-number', cell, read.problem);
  return null;
}

export function readBirth(row: RowCells, today: Temporal.PlainDate, registerNumber: string | null): PartialDate | null {
  const cell = row.first('birth-date');
  if (!cell || unknownWords.has(fold(cell.value))) return null;
  const read = parsePartialDate(cell.value, today);
  if ('problem' in read) {
    row.problem('birth-date', cell, read.problem, read.hint);
    return null;
  }
  for (const note of read.notes) row.warn('birth-date', cell, note);
  const { year, month, day } = read.value;
  if (registerNumber && !isBisNumber(registerNumber) && year !== null && !agrees(registerNumber, read.value)) row.warn('birth-date', cell, 'birth-date-differs');
  return year === null && month === null && day === null ? null : read.value;
}

/** A register number begins with the day of birth, 00 where that is unknown. */
function agrees(registerNumber: string, { year, month, day }: PartialDate): boolean {
  const [yy, mm, dd] = [0, 2, 4].map((at) => Number(registerNumber.slice(at, at + 2))) as [number, number, number];
  return (year ?? 0) % 100 === yy && (month === null || mm === 0 || month === mm) && (day === null || dd === 0 || day === dd);
}

export function readArrival(row: RowCells, today: Temporal.PlainDate, birth: PartialDate | null): Temporal.PlainDate | null {
  const cell = row.first('arrival-date');
  if (!cell) {
    row.warn('arrival-date', null, 'arrival-missing');
    return null;
  }
  const read = parseArrivalDay(cell.value, today);
  if ('problem' in read) {
    row.problem('arrival-date', cell, read.problem, read.hint);
    return null;
  }
  if (birth?.year && Temporal.PlainDate.compare(read.value, Temporal.PlainDate.from({ year: birth.year, month: birth.month ?? 1, day: birth.day ?? 1 })) < 0)
    row.warn('arrival-date', cell, 'born-after-arrival');
  return read.value;
}

export function readNationalities(row: RowCells): string[] {
  const codes = row.all('nationality').flatMap((cell) => {
    const understood = splitValues(cell.value, findCountry);
    for (const unknown of understood.unknown.filter((text) => !unknownWords.has(fold(text))))
      row.problem('nationality', { ...cell, value: unknown }, 'country-unknown', { near: nearCountries(unknown) });
    return understood.codes;
  });
  return [...new Set(codes)];
}

/** The contact language comes first; other languages are known, and serve for contact only when no contact language is told. */
export function readLanguages(row: RowCells): PersonLanguage[] {
  const [contact, known] = (['contact-language', 'languages'] as const).map((field) =>
    row.all(field).flatMap((cell) => {
      const understood = splitValues(cell.value, findLanguage);
      for (const unknown of understood.unknown.filter((text) => !unknownWords.has(fold(text))))
        row.problem(field, { ...cell, value: unknown }, 'language-unknown', { near: nearLanguages(unknown) });
      return understood.codes;
    }),
  ) as [string[], string[]];
  const ranked = contact.length > 0 ? contact : known;
  return [...new Set([...contact, ...known])].map((code) => ({ code, contactRank: ranked.includes(code) ? ranked.indexOf(code) + 1 : null }));
}

export function readInterpreter(row: RowCells): boolean | null {
  const cell = row.first('needs-interpreter');
  if (!cell || unknownWords.has(fold(cell.value))) return null;
  const answer = fold(cell.value);
  if (/^(ja|j|yes|y|oui|o|1|true|waar|vrai)$/.test(answer)) return true;
  if (/^(nee|neen|n|no|non|0|false|onwaar|faux)$/.test(answer)) return false;
  row.problem('needs-interpreter', cell, 'yes-or-no');
  return null;
}

export function readContactWays(row: RowCells): ContactWay[] {
  const phones = row.all('phone').flatMap((cell) =>
    splitPhones(cell.value).flatMap((value) => {
      const read = parsePhone(value);
      if ('value' in read) return [read.value];
      row.problem('phone', { ...cell, value }, read.problem);
      return [];
    }),
  );
  const emails = row.all('email').flatMap((cell) =>
    cell.value.split(/[;,\s]+/).filter((value) => value !== '').flatMap((value) => {
      if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)) return [value.toLowerCase()];
      row.problem('email', { ...cell, value }, 'email-form');
      return [];
    }),
  );
  const ways = [...phones.map((value) => ({ kind: 'phone' as const, value })), ...emails.map((value) => ({ kind: 'email' as const, value }))];
  const different = ways.filter((way, index) => ways.findIndex((other) => other.value === way.value) === index);
  return different.map((way, index) => ({ ...way, isPreferred: index === 0 }));
}

function wordMap<Code extends string>(words: Record<Code, string>): Map<string, Code> {
  return new Map(Object.entries(words).flatMap(([code, list]) => (list as string).split('|').map((word) => [word, code as Code] as const)));
}
