import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Entry } from './life-part.ts';

/** What someone can do in a language. Speaking is both alone and in a conversation. */
export const skills = ['listening', 'reading', 'speaking', 'writing'] as const;
export type Skill = (typeof skills)[number];

/** Of the Common European Framework of Reference (Council of Europe, 2001 and 2020), with not at all before and a mother tongue after. */
export const levels = ['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'mother'] as const;
export type Level = (typeof levels)[number];

/** As the person told; heard by whoever spoke with them; tested; or by a certificate. */
export const assessmentWays = ['told', 'heard', 'tested', 'certificate'] as const;
export type AssessmentWay = (typeof assessmentWays)[number];

export interface Assessment extends Record<Skill, Level | null> {
  language: string;
  assessedOn: Temporal.PlainDate;
  how: AssessmentWay;
  assessedBy: string | null;
}

export type Levels = Partial<Record<Skill, { level: Level; assessedOn: Temporal.PlainDate; how: AssessmentWay }>>;

/** What holds now per language and skill: the last that was said of it; on the same day what was noted last. */
export function levelsNow(assessments: readonly (Assessment & Entry)[]): Map<string, Levels> {
  const now = new Map<string, Levels>();
  for (const { language, assessedOn, how, ...said } of assessments) {
    const known = now.get(language) ?? {};
    for (const skill of skills) {
      const level = said[skill];
      const before = known[skill];
      if (level && (!before || before.assessedOn.until(assessedOn).sign >= 0)) known[skill] = { level, assessedOn, how };
    }
    now.set(language, known);
  }
  return now;
}

/** A level and all below it that ask something: whoever reads at B1 reads at A1 and A2 too. */
export function levelsReached(level: Level): Level[] {
  return levels.slice(1, levels.indexOf(level) + 1);
}

/** The levels that can be asked for: "Dutch at least A2". */
export const levelsToAsk = levels.slice(1) as Exclude<Level, 'none'>[];
