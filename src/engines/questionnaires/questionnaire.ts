import { z } from 'zod';
import { icons, type IconName } from '../../kernel/html/icons/icons.ts';

/** Names in a blueprint: lower case, digits and hyphens; they stand in addresses and expressions. */
export const code = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a code is lower-case letters and digits, joined by hyphens').describe('The name by which the rest of the blueprint, addresses and answers know it');

/** A text that only staff read: Dutch, and English for who works in English. */
export const staffText = z
  .strictObject({ nl: z.string().min(1).describe('Plain Dutch; the source'), en: z.string().min(1).describe('The same in English; never says more') })
  .describe('A text for staff');

/** A text that a newcomer meets: Dutch first, and the same in each language of a page for newcomers. */
export const newcomerText = z
  .strictObject({
    nl: z.string().min(1).describe('Plain Dutch; the source'),
    en: z.string().min(1).describe('English; a translation never says more than the Dutch'),
    fr: z.string().min(1).describe('French'),
    ar: z.string().min(1).describe('Modern Standard Arabic'),
    uk: z.string().min(1).describe('Ukrainian'),
  })
  .describe('A text for newcomers');

const icon = z.custom<IconName>((value) => typeof value === 'string' && value in icons, 'no such icon').describe('A pictogram beside the words');

const option = z.strictObject({
  id: code.describe('Kept in the answer; never changes its meaning'),
  label: newcomerText,
  icon: icon.optional().describe('A pictogram beside the word'),
});

const rule = z.strictObject({
  when: z.string().describe('FEEL over the answers; the first rule that holds counts'),
  choose: code.describe('The option that this rule suggests'),
  because: staffText.describe('The reason that is shown with the suggestion'),
});

const oneOf = z.strictObject({
  id: code,
  kind: z.literal('one-of').describe('One option at most'),
  label: newcomerText,
  hint: staffText.optional().describe('A word of help for who asks'),
  options: z.array(option).min(2).describe('What can be chosen, in this order'),
  suggest: z.array(rule).min(1).optional().describe('A table of rules that suggests an option; the asker decides'),
});
const manyOf = z.strictObject({
  id: code,
  kind: z.literal('many-of').describe('Any number of options'),
  label: newcomerText,
  hint: staffText.optional(),
  options: z.array(option).min(1).describe('What can be ticked, in this order'),
});
const words = z.strictObject({
  id: code,
  kind: z.literal('words').describe('Free text'),
  label: newcomerText,
  hint: staffText.optional(),
  maximum: z.int().min(1).max(4000).default(500).describe('Characters at most'),
});
const amount = z.strictObject({
  id: code,
  kind: z.literal('number').describe('A whole number'),
  label: newcomerText,
  hint: staffText.optional(),
  from: z.int().describe('The least'),
  to: z.int().describe('The most'),
});
const field = z.discriminatedUnion('kind', [oneOf, manyOf, words, amount]);

const page = z.strictObject({
  id: code.describe('Stands in the address'),
  kind: z.enum(['questions', 'read-back']).default('questions').describe('read-back: shows what was answered so far, to read aloud'),
  title: newcomerText,
  icon: icon.optional().describe('A pictogram beside the title'),
  tell: z.array(newcomerText).optional().describe('What the asker explains before asking, one point each'),
  askWhen: z.string().optional().describe('FEEL over the answers; left out, the page is always asked'),
  fields: z.array(z.union([code.describe('The id of a shared field'), field])).default([]).describe('What is asked, in this order: a field, or the id of a shared one'),
});

/** A questionnaire as it is written; `questionnairePart` also checks that it hangs together. */
export const questionnaireShape = z.strictObject({
  id: code,
  title: newcomerText,
  shared: z.array(field).default([]).describe('Fields that several pages ask in the same words'),
  pages: z.array(page).min(1).describe('In the order in which they are asked'),
});

export type StaffText = z.infer<typeof staffText>;
export type NewcomerText = z.infer<typeof newcomerText>;
export type Questionnaire = z.infer<typeof questionnaireShape>;
/** As it is written in a blueprint: what has a default may be left out. */
export type QuestionnaireData = z.input<typeof questionnaireShape>;
export type Page = Questionnaire['pages'][number];
export type Field = z.infer<typeof field>;
export type Option = z.infer<typeof option>;
export type Rule = z.infer<typeof rule>;

/** The fields of a page, the shared ones filled in. */
export function fieldsOf({ shared }: Pick<Questionnaire, 'shared'>, { fields }: Page): Field[] {
  return fields.map((each) => (typeof each === 'string' ? shared.find((one) => one.id === each)! : each));
}
