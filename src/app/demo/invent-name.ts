import type { OtherName, PersonName } from '../../engines/people/index.ts';
import type { Random } from './random.ts';
import type { NameList, NameWord } from './words/names.ts';

interface Named {
  isWoman: boolean;
  family: NameWord;
}

/** A name as people bear it there; often with the way it is written at home beside it, sometimes only so. */
export function inventName(random: Random, list: NameList, { isWoman, family }: Named): { name: PersonName; otherNames: OtherName[] } {
  const shape = random.weighed(list.shapes);
  const first = random.one((isWoman ? list.women : list.men).filter((word) => word !== family));
  const words: NameWord[] = [first];
  const middles = list.middles && (isWoman ? list.middles.women : list.middles.men);
  if (shape === 'with-middle' && middles) words.push(random.one(middles));
  if (shape === 'chain') words.push(random.one(list.men.filter((word) => word !== first && word !== family)));
  if (shape === 'patronymic' || shape === 'chain') words.push(family);
  const isParted = shape === 'given-family' || shape === 'with-middle';
  const last = isWoman && list.forWoman ? list.forWoman(family) : family;
  const whole = isParted ? [...words, last] : words;
  const [latin, native] = [whole.map(([word]) => word).join(' '), whole.map(([, word]) => word ?? '').join(' ')];
  const isNativeFirst = list.script === 'Cyrl' && random.is(0.2);
  const parts = (side: 0 | 1): Pick<PersonName, 'given' | 'family'> => (isParted ? { given: words.map((word) => word[side] ?? word[0]).join(' '), family: last[side] ?? last[0] } : { given: null, family: null });
  if (isNativeFirst) return { name: { ...parts(1), full: native }, otherNames: [{ script: 'Latn', kind: 'script', full: latin }] };
  const hasNative = list.script && random.is(0.72);
  return { name: { ...parts(0), full: latin }, otherNames: hasNative ? [{ script: list.script!, kind: 'script', full: native }] : [] };
}
