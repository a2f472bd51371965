import { latinFromArabic, plainArabic, withoutArticle } from './arabic-script.ts';
import { latinFromCyrillic } from './cyrillic.ts';
import { latinFromEthiopic } from './ethiopic.ts';

/** A word of a name: as it was written, and in Latin letters in every way it may be read (ī stands for a long i that was written). */
export type NameWord = { written: string; latin: string[] };

const articles = new Set(['al', 'el', 'ul']);

/** The words of a name in the order they were written. Hyphens part words, apostrophes do not. */
export function nameWords(name: string): NameWord[] {
  return name
    .normalize('NFC')
    .replace(/['’ʼʾʿ‘`´]/g, '')
    .split(/[^\p{L}\p{M}\p{N}\u200C]+/u)
    .filter((word) => word !== '')
    .map((written) => ({ written, latin: latinForms(written) }));
}

/** A word as it is heard: how it was written, and in lower-case Latin letters in every way it may be read, the likeliest first. */
export type HeardWord = { written: string; forms: string[] };

/**
 * The words as they sound: articles are left out, Abd is one with the name after it (عبد الرحمن, Abdel Rahman and Abderrahmane
 * agree), and -eddine and -ullah are words of their own (نور الدين and Noureddine, Najib Ullah and Najibullah agree).
 */
export function heardWords(name: string): HeardWord[] {
  const words = nameWords(name.replace(/(^|\s)عبد(?=ال)/gu, '$1عبد ')).map(heard);
  const meaning = words.filter(({ forms }) => !articles.has(forms[0]!));
  const sounded: HeardWord[] = [];
  for (let at = 0; at < meaning.length; at++) {
    const [word, next] = [meaning[at]!, meaning[at + 1]];
    if (next && isServant(word.forms[0]!)) {
      sounded.push({ written: word.written + next.written, forms: next.forms.map(servantOf) });
      at++;
    } else sounded.push(...parted(word));
  }
  return sounded.length > 0 ? sounded : words;
}

/** An Arabic word that may begin with the article is heard without it first. */
function heard({ written, latin }: NameWord): HeardWord {
  const plain = plainArabic(written);
  const bare = withoutArticle(plain);
  return { written, forms: bare === plain ? latin.map((form) => form.toLowerCase()) : [...latinFromArabic(bare), ...latin] };
}

/** "Abd" with or without the article behind it. Abdi and Abdo are names by themselves. */
function isServant(form: string): boolean {
  return /^abd(?:[aeiou]{1,2}[lrnsztd])?$/.test(form);
}

/** The l of the article is heard only before a vowel (Abdelaziz); elsewhere it melts into what follows. */
function servantOf(name: string): string {
  return `abd${/^[aeiou]/.test(name) ? 'l' : ''}${name}`;
}

function parted({ written, forms }: HeardWord): HeardWord[] {
  const [first] = forms as [string];
  const servant = /^abd[aeiou]{1,2}([^aeiou].+)$/.exec(first);
  if (servant) return [{ written, forms: [`abd${servant[1]!.replace(/^l(?=[^aeiouīl])/, '')}`] }];
  const faith = /^(.*?)[aeou]dd(?:i|ee|y)ne?$/.exec(first);
  const din = { written: 'din', forms: ['din'] };
  if (faith) return faith[1]!.length > 1 ? [{ written: faith[1]!, forms: [faith[1]!] }, din] : [din];
  const god = /^(.{3,}?)[ou]ll?ah$/.exec(first);
  if (god) return [{ written: god[1]!, forms: [god[1]!] }, { written: 'ullah', forms: ['ullah'] }];
  const article = /^[ae]l([^aeiouyl].{3,})$/.exec(first);
  return [{ written, forms: article ? [...forms, article[1]!] : forms }];
}

function latinForms(word: string): string[] {
  if (/\p{Script=Arabic}/u.test(word)) return latinFromArabic(word);
  if (/\p{Script=Cyrillic}/u.test(word)) return latinFromCyrillic(word);
  if (/\p{Script=Ethiopic}/u.test(word)) return [latinFromEthiopic(word)];
  return [word];
}
