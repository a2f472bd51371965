import { Alert, CheckboxGroup, RadioGroup, SummaryList, TextArea, TextField, type Choice } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import { fieldsOf, type Field, type Option, type Page, type Questionnaire } from './questionnaire.ts';
import type { SavedPage } from './response.store.ts';
import { answerWords, said, saidBeside } from './said.ts';

export interface PageFieldsProps {
  questionnaire: Questionnaire;
  page: Page;
  /** What is saved, or what was typed when it was refused. */
  values: Record<string, unknown>;
  errors: FieldErrors;
  locale: Locale;
  /** The language of the talk: its words stand under the reader's. */
  other?: string;
}

/** The fields of one page, large enough for a thumb. The form around them belongs to who asks. */
export function PageFields({ questionnaire, page, values, errors, locale, other }: PageFieldsProps) {
  return <>{fieldsOf(questionnaire, page).map((field) => inputFor(field, { value: values[field.id], error: errors[field.id], locale, other }))}</>;
}

function inputFor(field: Field, { value, error, locale, other }: { value: unknown; error: string | undefined; locale: Locale; other: string | undefined }) {
  const words = { locale, name: field.id, label: said(field.label, locale), hint: field.hint && said(field.hint, locale), other: saidBeside(field.label, locale, other), error };
  switch (field.kind) {
    case 'one-of':
      return <RadioGroup {...words} tiles options={field.options.map((option) => choice(option, locale, other))} value={asText(value)} />;
    case 'many-of':
      return <CheckboxGroup {...words} tiles options={field.options.map((option) => choice(option, locale, other))} values={asTexts(value)} />;
    case 'words':
      return <TextArea {...words} rows={2} maxLength={field.maximum} dir="auto" value={asText(value)} />;
    case 'number':
      return <TextField {...words} inputMode="numeric" size={4} value={asText(value)} />;
  }
}

function choice({ id, label, icon }: Option, locale: Locale, other: string | undefined): Choice {
  return { value: id, label: said(label, locale), icon, other: saidBeside(label, locale, other) };
}

function asText(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return one === null || one === undefined ? undefined : String(one);
}

function asTexts(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** The other version, beside the form in which one's own still stands. */
export function SavedMeanwhile({ questionnaire, page, saved, locale }: { questionnaire: Questionnaire; page: Page; saved: SavedPage; locale: Locale }) {
  const title = saved.savedByName ? text(locale, 'conflict.title', { name: saved.savedByName }) : text(locale, 'conflict.title-unknown');
  const rows = fieldsOf(questionnaire, page).map((field) => ({ label: said(field.label, locale), value: answerWords(field, saved.answers[field.id], locale).join(', ') || text(locale, 'answer.none') }));
  return (
    <Alert kind="warning" title={title}>
      <p>{text(locale, 'conflict.text')}</p>
      <h2 class="utrecht-heading-3">{text(locale, 'conflict.theirs')}</h2>
      <SummaryList locale={locale} rows={rows} />
    </Alert>
  );
}
