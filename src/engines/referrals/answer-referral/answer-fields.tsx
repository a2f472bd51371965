import { DescriptionDetails, FieldRow, RadioGroup, SelectField, TextArea, TextField } from '../../../kernel/html/index.ts';
import type { FormValues } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { answersFor } from '../move.ts';
import { declineReasons, type Referral } from '../referral.ts';

interface AnswerFieldsProps {
  referral: Pick<Referral, 'state' | 'stateBefore'>;
  locale: Locale;
  values: FormValues;
  errors: FieldErrors;
  legend: string;
  tiles?: boolean;
}

/** What the service answers: the same questions for the receiver and for whoever notes it. */
export function AnswerFields({ referral, locale, values, errors, legend, tiles }: AnswerFieldsProps) {
  const one = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined);
  const fitting = answersFor(referral);
  return (
    <>
      <RadioGroup locale={locale} name="answer" label={legend} tiles={tiles} value={one('answer')} error={errors['answer']} options={fitting.map((answer) => ({ value: answer, label: text(locale, `answer.${answer}`) }))} />
      {fitting.includes('appoint') && <AppointmentFields locale={locale} one={one} errors={errors} />}
      {fitting.includes('decline') && (
        <SelectField
          locale={locale}
          name="reason"
          label={text(locale, 'field.reason')}
          optional
          placeholder="–"
          value={one('reason')}
          error={errors['reason']}
          options={declineReasons.map((reason) => ({ value: reason, label: text(locale, `reason.${reason}`) }))}
        />
      )}
      <TextArea locale={locale} name="note" label={text(locale, 'field.note')} hint={text(locale, 'field.note.hint')} optional rows={3} maxLength={1000} value={one('note')} error={errors['note']} />
    </>
  );
}

const appointmentFields = ['appointmentDay', 'appointmentTime', 'appointmentPlace', 'appointmentWith'] as const;

function AppointmentFields({ locale, one, errors }: { locale: Locale; one: (name: string) => string | undefined; errors: FieldErrors }) {
  const isOpen = one('answer') === 'appoint' || appointmentFields.some((name) => one(name) || errors[name]);
  const field = (name: (typeof appointmentFields)[number]) => ({ locale, name, label: text(locale, `field.${name}`), value: one(name), error: errors[name] });
  return (
    <DescriptionDetails summary={text(locale, 'appointment.fields')} open={isOpen}>
      <FieldRow>
        <TextField {...field('appointmentDay')} type="date" size={12} />
        <TextField {...field('appointmentTime')} type="time" size={8} />
      </FieldRow>
      <TextField {...field('appointmentPlace')} maxLength={200} />
      <TextField {...field('appointmentWith')} hint={text(locale, 'field.appointmentWith.hint')} maxLength={100} optional />
    </DescriptionDetails>
  );
}
