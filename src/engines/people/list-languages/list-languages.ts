import { z } from 'zod';
import type { Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findEntries } from '../life/entry.store.ts';
import { languageLevels } from '../life/language-levels.tsx';
import { levelsNow, skills, type Assessment, type Levels } from '../life/level.ts';
import type { Entry } from '../life/life-part.ts';
import { findPersonHead, type PersonHead } from '../person-frame.tsx';
import { listLanguagesView } from './list-languages.view.tsx';

export interface LanguagesOfPerson extends PersonHead {
  /** Newest day first. */
  assessments: (Assessment & Entry)[];
  /** Every language that the person knows, contact languages first. */
  languages: { code: string; contactRank: number | null; levels: Levels }[];
}

export const listLanguagesPage = page({
  path: '/people/:id/languages',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<LanguagesOfPerson>> => {
    const head = await findPersonHead(read, id);
    if (!head) return notFound;
    const assessments = await findEntries<Assessment>(read, languageLevels, id);
    const now = levelsNow(assessments);
    const languages = head.person.languages.map(({ code, contactRank }) => ({ code, contactRank, levels: now.get(code) ?? {} }));
    return { ...head, languages, assessments: assessments.toReversed().sort((a, b) => a.assessedOn.until(b.assessedOn).sign) };
  },
  view: listLanguagesView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: {
    summary: 'Read the languages of a person, with the level that holds now of each skill',
    output: z.object({ languages: z.array(z.object({ code: z.string(), contactRank: z.int().nullable(), levels: z.partialRecord(z.enum(skills), z.object({ level: z.string(), assessedOn: z.iso.date(), how: z.string() })) })) }),
    present: ({ languages }) => ({ languages }),
  },
});
