import { Temporal } from '../../../kernel/time/temporal.ts';
import { isTheme, type Theme } from '../themes.ts';
import { dutchLevels, notAcceptingReasons, type DutchLevel, type NotAccepting, type NotAcceptingReason, type Offer, type WholeService, type Wording } from '../service.ts';
import { isJson, listOf, textOf, type Json } from './json.ts';
import { stableId } from './stable-id.ts';

/** What HSDS has no field for goes out as attributes of a taxonomy of our own, which other programs may pass over. */
const taxonomy = 'wegwijs';

const terms = {
  theme: 'Theme of life that the service is for',
  offer: 'Ordinary offer, or special: only for who cannot use the ordinary one',
  'needed-dutch': 'Level of Dutch needed (CEFR)',
  'not-accepting': 'Takes nobody on: reason, since, until',
  'ended-on': 'The first day on which the service no longer exists',
  holidays: 'Open as usual on public holidays',
  conditions: 'Conditions in words',
  wording: 'What the organisation wrote in another language: language, part, text',
  'not-public': 'Not shown on public pages',
} as const;
type Term = keyof typeof terms;

export type AttributeFacts = Pick<WholeService, 'themes' | 'offer' | 'neededDutch' | 'notAccepting' | 'endedOn' | 'conditions' | 'wording' | 'isPublic'> & { holidays: 'closed' | 'as-usual' };

export function writeAttributes(serviceId: string, facts: AttributeFacts): Json[] {
  const attribute = (term: Term, value: string, key = value): Json => ({
    id: stableId(serviceId, 'attribute', term, key),
    link_type: 'service',
    link_entity: 'service',
    value,
    taxonomy_term: { id: stableId(taxonomy, term), code: term, name: term, description: terms[term], taxonomy },
  });
  const { notAccepting, endedOn } = facts;
  return [
    ...facts.themes.map((theme) => attribute('theme', theme)),
    attribute('offer', facts.offer),
    ...(facts.neededDutch ? [attribute('needed-dutch', facts.neededDutch)] : []),
    ...(notAccepting ? [attribute('not-accepting', [notAccepting.reason, notAccepting.since, notAccepting.until ?? ''].join(' ').trim(), 'one')] : []),
    ...(endedOn ? [attribute('ended-on', endedOn.toString(), 'one')] : []),
    ...(facts.holidays === 'as-usual' ? [attribute('holidays', 'as-usual')] : []),
    ...(facts.conditions ? [attribute('conditions', facts.conditions, 'one')] : []),
    ...Object.entries(facts.wording).flatMap(([language, said]) => Object.entries(said).map(([part, words]) => attribute('wording', `${language} ${part} ${words}`, `${language} ${part}`))),
    ...(facts.isPublic ? [] : [attribute('not-public', 'yes')]),
  ];
}

/** The attributes of others: they go out as they came in. */
export function foreignAttributes(document: Json): Json[] {
  return listOf(document['attributes']).filter((attribute) => termOf(attribute) === undefined);
}

function termOf(attribute: Json): Term | undefined {
  const term = attribute['taxonomy_term'];
  return isJson(term) && term['taxonomy'] === taxonomy && textOf(term['code']) in terms ? (textOf(term['code']) as Term) : undefined;
}

export function readAttributes(document: Json): Omit<AttributeFacts, 'endedOn'> & { endedOn: Temporal.PlainDate | null } {
  const own = listOf(document['attributes']).flatMap((attribute) => (termOf(attribute) ? [{ term: termOf(attribute)!, value: textOf(attribute['value']) }] : []));
  const all = (term: Term) => own.filter((each) => each.term === term).map(({ value }) => value);
  const themes = [...new Set(all('theme'))].filter(isTheme) as Theme[];
  return {
    themes: themes.length > 0 ? themes : ['other'],
    offer: all('offer').includes('special') ? 'special' : ('ordinary' satisfies Offer),
    neededDutch: dutchLevels.find((level) => all('needed-dutch').includes(level)) ?? (null as DutchLevel | null),
    notAccepting: readNotAccepting(all('not-accepting')[0]),
    endedOn: asDay(all('ended-on')[0]),
    holidays: all('holidays').includes('as-usual') ? 'as-usual' : 'closed',
    conditions: all('conditions')[0] ?? '',
    wording: readWording(all('wording')),
    isPublic: !all('not-public').includes('yes'),
  };
}

function readNotAccepting(value: string | undefined): NotAccepting | null {
  const [reason, since, until] = (value ?? '').split(' ');
  const day = asDay(since);
  return notAcceptingReasons.includes(reason as NotAcceptingReason) && day ? { reason: reason as NotAcceptingReason, since: day, until: asDay(until) } : null;
}

function readWording(values: readonly string[]): Record<string, Wording> {
  const wording: Record<string, Wording> = {};
  for (const value of values) {
    const [, language, part, words] = /^(\S+) (name|does|enrolment) ([^]+)$/.exec(value) ?? [];
    if (language && part && words) wording[language] = { ...wording[language], [part]: words };
  }
  return wording;
}

/** A day as text, or nothing when it is none. */
export function asDay(value: unknown): Temporal.PlainDate | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  try {
    return Temporal.PlainDate.from(value.slice(0, 10), { overflow: 'reject' });
  } catch {
    return null;
  }
}
