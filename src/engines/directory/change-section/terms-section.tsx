import { FieldRow, Panel, RadioGroup, SelectField, TextArea, TextField } from '../../../kernel/html/index.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { dutchLevels, offers, type WholeService } from '../service.ts';
import { costWords, dutchWords } from './terms-words.ts';
import { text } from './messages.ts';
import { sectionPart, single, type SectionFormProps } from './section.ts';

const yesOrNo = ['yes', 'no'] as const;

export const termsSection = sectionPart({
  name: 'terms',
  fields: {
    offer: field.choice(offers),
    targetGroup: field.optionalText(500),
    minAge: field.optionalInteger(0, 120),
    maxAge: field.optionalInteger(0, 120),
    neededDutch: field.optionalChoice(dutchLevels),
    interpreter: field.optionalChoice(yesOrNo),
    conditions: field.optionalText(500),
    enrolment: field.optionalText(500),
    cost: field.optionalChoice(['free', 'paid']),
    costAmount: field.optionalText(12),
    costNote: field.optionalText(200),
    waitingDays: field.optionalInteger(0, 2000),
    notAcceptingUntil: field.optionalDay(),
    publicPage: field.optionalChoice(yesOrNo),
  },
  filled: (service) => ({
    offer: service.offer,
    targetGroup: service.targetGroup,
    minAge: String(service.minAge ?? ''),
    maxAge: String(service.maxAge ?? ''),
    neededDutch: service.neededDutch ?? '',
    interpreter: service.hasInterpreter === null ? '' : service.hasInterpreter ? 'yes' : 'no',
    conditions: service.conditions,
    enrolment: service.enrolment,
    cost: service.cost?.kind ?? '',
    costAmount: service.cost?.amount === null || service.cost?.amount === undefined ? '' : service.cost.amount.toFixed(2).replace('.', ','),
    costNote: service.cost?.note ?? '',
    waitingDays: String(service.waitingDays ?? ''),
    notAcceptingUntil: service.notAccepting?.until?.toString() ?? '',
    publicPage: service.isPublic ? 'yes' : 'no',
  }),
  facts: (input, { notAccepting }) => {
    const amount = input.costAmount === undefined ? null : readAmount(input.costAmount);
    if (amount === undefined) return refuse('not-an-amount', { field: 'costAmount' });
    if (input.minAge !== undefined && input.maxAge !== undefined && input.minAge > input.maxAge) return refuse('ages-reversed', { field: 'maxAge' });
    if (amount !== null && input.cost !== 'paid') return refuse('free-with-amount', { field: 'costAmount' });
    if (input.notAcceptingUntil && !notAccepting) return refuse('accepts-now', { field: 'notAcceptingUntil' });
    return {
      offer: input.offer,
      targetGroup: input.targetGroup ?? '',
      minAge: input.minAge ?? null,
      maxAge: input.maxAge ?? null,
      neededDutch: input.neededDutch ?? null,
      hasInterpreter: input.interpreter === undefined ? null : input.interpreter === 'yes',
      conditions: input.conditions ?? '',
      enrolment: input.enrolment ?? '',
      cost: input.cost ? { kind: input.cost, amount, note: input.costNote ?? '' } : null,
      waitingDays: input.waitingDays ?? null,
      notAccepting: notAccepting && { ...notAccepting, until: input.notAcceptingUntil ?? null },
      isPublic: input.publicPage !== 'no',
    };
  },
  form: TermsForm,
  rows: termsRows,
});

/** '12,50' or '12.5' in euro; undefined when it is no amount. */
function readAmount(typed: string): number | undefined {
  const read = /^(?:€\s*)?(\d{1,7})(?:[.,](\d{1,2}))?\s*(?:€|euro|eur)?$/i.exec(typed.trim());
  return read ? Number(`${read[1]}.${read[2] ?? '0'}`) : undefined;
}

export function termsRows(locale: Locale, service: WholeService) {
  const { minAge, maxAge, hasInterpreter, waitingDays, notAccepting } = service;
  const ages = minAge !== null && maxAge !== null ? text(locale, 'terms.ages.between', { min: minAge, max: maxAge }) : minAge !== null ? text(locale, 'terms.ages.from', { min: minAge }) : maxAge !== null ? text(locale, 'terms.ages.until', { max: maxAge }) : undefined;
  return [
    { label: text(locale, 'terms.offer'), value: text(locale, `terms.offer.${service.offer}`) },
    { label: text(locale, 'terms.target-group'), value: service.targetGroup || undefined },
    { label: text(locale, 'terms.ages'), value: ages },
    { label: text(locale, 'terms.needed-dutch'), value: service.neededDutch ? dutchWords(locale, service.neededDutch) : undefined },
    { label: text(locale, 'terms.interpreter'), value: hasInterpreter === null ? undefined : text(locale, hasInterpreter ? 'terms.interpreter.yes' : 'terms.interpreter.no') },
    { label: text(locale, 'terms.conditions'), value: service.conditions || undefined },
    { label: text(locale, 'terms.enrolment'), value: service.enrolment || undefined },
    { label: text(locale, 'terms.cost'), value: service.cost ? costWords(locale, service.cost) : undefined },
    { label: text(locale, 'terms.waiting'), value: waitingDays === null ? undefined : text(locale, 'terms.waiting.days', { count: waitingDays }) },
    ...(notAccepting?.until ? [{ label: text(locale, 'terms.not-accepting-until'), value: formatDay(locale, notAccepting.until) }] : []),
    { label: text(locale, 'terms.public'), value: text(locale, service.isPublic ? 'terms.public.yes' : 'terms.public.no') },
  ];
}

function TermsForm({ locale, values, errors }: SectionFormProps) {
  const of = (name: string) => ({ locale, name, value: single(values, name), error: errors[name] });
  return (
    <>
      <Panel title={text(locale, 'terms.for-whom')}>
        <RadioGroup {...of('offer')} label={text(locale, 'terms.offer')} options={offers.map((value) => ({ value, label: text(locale, `terms.offer.${value}`), hint: text(locale, `terms.offer.${value}.hint`) }))} />
        <TextArea {...of('targetGroup')} label={text(locale, 'terms.target-group')} rows={2} maxLength={500} optional />
        <FieldRow>
          <TextField {...of('minAge')} label={text(locale, 'terms.min-age')} inputMode="numeric" size={4} optional />
          <TextField {...of('maxAge')} label={text(locale, 'terms.max-age')} inputMode="numeric" size={4} optional />
        </FieldRow>
        <SelectField {...of('neededDutch')} label={text(locale, 'terms.needed-dutch')} placeholder={text(locale, 'terms.unknown')} options={dutchLevels.map((value) => ({ value, label: dutchWords(locale, value) }))} />
        <RadioGroup {...of('interpreter')} label={text(locale, 'terms.interpreter')} inline options={[{ value: '', label: text(locale, 'terms.unknown') }, ...yesOrNo.map((value) => ({ value, label: text(locale, `terms.interpreter.${value}`) }))]} />
      </Panel>
      <Panel title={text(locale, 'terms.how')}>
        <TextArea {...of('conditions')} label={text(locale, 'terms.conditions')} rows={2} maxLength={500} optional />
        <TextArea {...of('enrolment')} label={text(locale, 'terms.enrolment')} hint={text(locale, 'terms.enrolment.hint')} rows={2} maxLength={500} optional />
        <RadioGroup {...of('cost')} label={text(locale, 'terms.cost')} inline options={[{ value: '', label: text(locale, 'terms.unknown') }, { value: 'free', label: text(locale, 'terms.cost.free') }, { value: 'paid', label: text(locale, 'terms.cost.paid') }]} />
        <FieldRow>
          <TextField {...of('costAmount')} label={text(locale, 'terms.cost.amount')} inputMode="decimal" size={8} optional />
          <TextField {...of('costNote')} label={text(locale, 'terms.cost.note')} hint={text(locale, 'terms.cost.note.hint')} optional />
        </FieldRow>
        <FieldRow>
          <TextField {...of('waitingDays')} label={text(locale, 'terms.waiting')} hint={text(locale, 'terms.waiting.hint')} inputMode="numeric" size={4} optional />
          <TextField {...of('notAcceptingUntil')} label={text(locale, 'terms.not-accepting-until')} type="date" optional />
        </FieldRow>
      </Panel>
      <RadioGroup {...of('publicPage')} label={text(locale, 'terms.public')} inline options={yesOrNo.map((value) => ({ value, label: text(locale, `terms.public.${value}`) }))} />
    </>
  );
}
