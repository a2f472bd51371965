import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, languageName } from '../../../kernel/i18n/format.ts';
import { genders, type Person } from '../person.ts';
import { birthWithAge, nationalityText, phoneText, scriptAttributes } from '../show.ts';
import type { ChosenField } from './fields.ts';
import { text } from './messages.ts';

export interface Fact {
  label: string;
  /** Tells whether two persons say the same; empty when nothing is known. */
  plain: string;
  shown: ComponentChildren;
}

/** The fields of which a person has one. */
export function factsOf({ name, birth, gender, needsInterpreter, arrivedOn, reference }: Person, { locale, today }: ViewContext): Record<ChosenField, Fact> {
  const known = genders.find((each) => each === gender);
  const interpreter = needsInterpreter === null ? '' : text(locale, needsInterpreter ? 'answer.yes' : 'answer.no');
  const parts = name.given || name.family ? [name.given, name.family].filter(Boolean).join(' · ') : name.full;
  const fact = (label: string, plain: string, shown: ComponentChildren = plain): Fact => ({ label, plain, shown });
  return {
    name: fact(text(locale, 'field.name'), `${name.full}|${parts}`, <bdi>{parts}</bdi>),
    birth: fact(text(locale, 'field.birth'), birth ? [birth.year, birth.month, birth.day].join('-') : '', birthWithAge(locale, birth, today)),
    gender: fact(text(locale, 'field.gender'), gender ?? '', known ? text(locale, `gender.${known}`) : gender),
    needsInterpreter: fact(text(locale, 'field.interpreter'), interpreter),
    arrivedOn: fact(text(locale, 'field.arrived'), arrivedOn?.toString() ?? '', arrivedOn && formatDay(locale, arrivedOn)),
    reference: fact(text(locale, 'field.reference'), reference ?? ''),
  };
}

/** The fields of which a person has many, and what cannot be chosen. */
export function joinedFactsOf({ otherNames, nationalities, languages, contactWays, registeredAt }: Person, { locale }: ViewContext): Fact[] {
  const list = (label: string, items: readonly ComponentChildren[]): Fact => ({ label, plain: '', shown: items.length > 0 && items.map((item) => <div>{item}</div>) });
  return [
    list(text(locale, 'field.other-names'), otherNames.map(({ script, full }) => <bdi {...scriptAttributes(script)}>{full}</bdi>)),
    list(text(locale, 'field.nationality'), nationalities.map((code) => nationalityText(locale, code))),
    list(text(locale, 'field.languages'), languages.map(({ code }) => languageName(locale, code))),
    list(text(locale, 'field.contact'), contactWays.map(({ kind, value, through }) => [kind === 'phone' ? phoneText(value) : value, through].filter(Boolean).join(' · ')).filter(Boolean)),
    { label: text(locale, 'field.registered'), plain: '', shown: formatDay(locale, dayOf(registeredAt)) },
  ];
}
