import { CheckboxField, FieldRow, SelectField, TextField } from '../../../kernel/html/index.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { findTerms, isValidOn, statusKinds, termText, type Term } from '../terms/term.ts';
import { updateEntry } from './entry.store.ts';
import type { Entry, LifePart } from './life-part.ts';
import { text } from './messages.ts';
import { overlap } from './period.ts';

export interface StatusPeriod extends Record<string, unknown> {
  /** A code of the list `status`. */
  type: string;
  fromDay: Temporal.PlainDate | null;
  /** The first day on which it no longer held. */
  untilDay: Temporal.PlainDate | null;
  document: string | null;
  documentNumber: string | null;
  /** The last day on which the document is valid. */
  expiresOn: Temporal.PlainDate | null;
}

/** On what ground someone stays. Of the kinds of stay one holds at a time; procedures may run beside it and beside each other. */
export const statuses: LifePart<StatusPeriod, Term[]> = {
  path: 'statuses',
  table: 'status_period',
  home: 'status',
  read: 'people:status',
  change: 'people:status',
  opened: 'status-read',
  acts: { noted: 'status-noted', changed: 'status-changed', removed: 'status-removed', returned: 'status-returned' },
  shape: {
    type: field.text(60),
    fromDay: field.optionalDay(),
    untilDay: field.optionalDay(),
    document: field.optionalText(80),
    documentNumber: field.optionalText(60),
    expiresOn: field.optionalDay(),
  },
  wishes: { endsPrevious: field.flag() },
  titles: (locale) => ({ note: text(locale, 'status.note'), change: text(locale, 'status.change'), noted: text(locale, 'status.noted'), removed: text(locale, 'status.removed') }),
  labels,
  start: ({ today }) => ({ fromDay: today.toString(), endsPrevious: 'yes' }),
  extra: (read) => findTerms(read, 'status'),
  shown: (locale, name, value, terms) => (name === 'type' ? termText(locale, terms, value) : value),
  check: async (tx, { type, ...period }, others, { today }) => {
    const terms = await findTerms(tx, 'status');
    const kindOf = (code: string) => terms.find((term) => term.code === code)?.kind ?? 'stay';
    const term = terms.find(({ code }) => code === type);
    if (!term) return refuse('type-not-valid', { field: 'type' });
    if (!isValidOn(period.fromDay ?? period.untilDay ?? today, term)) return refuse('type-not-valid', { field: 'type' });
    const rivals = others.filter((other) => (term.kind === 'procedure' ? other.type === type : kindOf(other.type) === 'stay'));
    const ended = period['endsPrevious'] && period.fromDay ? await endOpen(tx, rivals, period.fromDay) : [];
    return rivals.some((other) => !ended.includes(other.id) && overlap(period, other)) ? refuse('overlaps', { field: 'fromDay' }) : undefined;
  },
  fields: ({ context: { locale, today }, filled, errors, extra: terms }) => (
    <>
      <SelectField
        locale={locale}
        name="type"
        label={text(locale, 'status.type')}
        placeholder={text(locale, 'life.choose')}
        value={filled['type']}
        error={errors['type']}
        options={statusKinds.map((kind) => ({
          group: text(locale, `status-kind.${kind}`),
          options: terms.filter((term) => (term.kind ?? 'stay') === kind && (term.code === filled['type'] || isValidOn(today, term))).map((term) => ({ value: term.code, label: term.label(locale) })),
        }))}
      />
      <FieldRow>
        <TextField locale={locale} name="fromDay" type="date" label={text(locale, 'life.from-day')} value={filled['fromDay']} error={errors['fromDay']} size={12} />
        <TextField locale={locale} name="untilDay" type="date" label={text(locale, 'life.until-day')} hint={text(locale, 'life.until-day.hint')} value={filled['untilDay']} error={errors['untilDay']} size={12} />
      </FieldRow>
      {'endsPrevious' in filled && <CheckboxField locale={locale} name="endsPrevious" label={text(locale, 'status.ends-previous')} hint={text(locale, 'status.ends-previous.hint')} checked={filled['endsPrevious'] === 'yes'} />}
      <FieldRow>
        <TextField locale={locale} name="document" label={text(locale, 'status.document')} hint={text(locale, 'status.document.hint')} value={filled['document']} error={errors['document']} maxLength={80} size={20} list="documents" />
        <TextField locale={locale} name="documentNumber" label={text(locale, 'status.document-number')} value={filled['documentNumber']} error={errors['documentNumber']} maxLength={60} size={20} />
        <TextField locale={locale} name="expiresOn" type="date" label={text(locale, 'status.expires-on')} hint={text(locale, 'status.expires-on.hint')} value={filled['expiresOn']} error={errors['expiresOn']} size={12} />
      </FieldRow>
      <datalist id="documents">
        {documents.map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </>
  ),
};

/** What still runs ends on the day that something else begins. Answers which ended. */
async function endOpen(tx: Transaction, rivals: readonly (StatusPeriod & Entry)[], on: Temporal.PlainDate): Promise<string[]> {
  const open = rivals.filter(({ fromDay, untilDay }) => untilDay === null && (fromDay === null || fromDay.until(on).sign >= 0));
  for (const { id, personId, version, ...values } of open) {
    await updateEntry(tx, statuses, { personId, id, version, values: { ...values, untilDay: on } });
    tx.record({ act: statuses.acts.changed, subjects: [{ type: 'person', id: personId }] });
  }
  return open.map(({ id }) => id);
}

/** Names of papers that help while typing (Royal Decree of 8 October 1981, annexes; cards since 2008); any other is understood. */
const documents = ['Attest van immatriculatie', 'A-kaart', 'B-kaart', 'F-kaart', 'F+-kaart', 'EU-kaart', 'EU+-kaart', 'H-kaart', 'K-kaart', 'L-kaart', 'M-kaart', 'Bijlage 15', 'Bijlage 19', 'Bijlage 19ter', 'Bijlage 26', 'Bijlage 35', 'Bijlage 13', 'Identiteitskaart'];

function labels(locale: Locale): Record<string, string> {
  return {
    type: text(locale, 'status.type'),
    fromDay: text(locale, 'life.from-day'),
    untilDay: text(locale, 'life.until-day'),
    document: text(locale, 'status.document'),
    documentNumber: text(locale, 'status.document-number'),
    expiresOn: text(locale, 'status.expires-on'),
  };
}
