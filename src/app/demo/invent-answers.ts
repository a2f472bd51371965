import type { Blueprint } from '../../engines/cases/index.ts';
import type { Random } from './random.ts';

type Questionnaire = Blueprint['questionnaires'][number];
type Page = Questionnaire['pages'][number];
type Field = Questionnaire['shared'][number];
type Answers = Record<string, Record<string, string | string[] | number | null>>;

const ownWords = ['Zoekt iemand om mee te gaan naar de garage.', 'Wil weten waar er een moestuin is.', 'Vraagt of er een naaiatelier is.', 'Wil graag koken voor het buurtfeest.', 'Heeft een vraag over het rijbewijs.'];
const hopes = ['Rust, en dat de kinderen naar school kunnen.', 'Snel werk vinden.', 'Dat iemand zegt wat eerst moet.', 'Nederlands leren en mensen ontmoeten.', 'Dat brieven eenvoudiger zijn.'];
const agreements = ['We bellen over twee weken.', 'Komt donderdag naar het onthaal met de brieven.', 'Schrijft zich zelf in; belt als het niet lukt.', 'De toeleider gaat mee naar de school.'];

/** What a family could answer in a talk, page by page: mostly clear, with a need here and there, and an approach that fits. */
export function inventAnswers(random: Random, questionnaire: Questionnaire): Answers {
  const answers: Answers = {};
  for (const page of questionnaire.pages) {
    if (page.kind === 'read-back') continue;
    answers[page.id] = Object.fromEntries(fieldsOf(questionnaire, page).map((field) => [field.id, inventAnswer(random, field, answers)]));
  }
  return answers;
}

function fieldsOf({ shared }: Questionnaire, page: Page): Field[] {
  return page.fields.map((field) => (typeof field === 'string' ? shared.find(({ id }) => id === field)! : field));
}

function inventAnswer(random: Random, field: Field, before: Answers): string | string[] | number | null {
  switch (field.kind) {
    case 'many-of':
      return random.is(0.17) ? random.some(field.options, random.is(0.75) ? 1 : 2).map(({ id }) => id) : [];
    case 'number':
      return random.between(field.from, field.to);
    case 'words':
      return inventWords(random, field.id);
    case 'one-of':
      if (field.id === 'explained') return random.is(0.96) ? 'yes' : 'no';
      if (field.id === 'understood') return random.weighed({ yes: 84, partly: 13, no: 3 });
      return field.id === 'approach' ? approachAfter(before) : random.one(field.options).id;
  }
}

function inventWords(random: Random, id: string): string | null {
  if (id === 'own') return random.is(0.025) ? random.one(ownWords) : null;
  return random.is(0.45) ? random.one(id === 'hopes' ? hopes : agreements) : null;
}

/** As the talk itself suggests: guidance with five needs or three themes unclear, information with anything at all. */
function approachAfter(answers: Answers): string {
  const pages = Object.values(answers);
  const needs = pages.reduce((sum, { needs: ticked, own }) => sum + (Array.isArray(ticked) ? ticked.length : 0) + (own ? 1 : 0), 0);
  const unclear = (words: string[]) => pages.filter(({ understood }) => words.includes(String(understood))).length;
  if (needs >= 5 || unclear(['no']) >= 3) return 'guidance';
  return needs > 0 || unclear(['no', 'partly']) > 0 ? 'information' : 'own-way';
}
