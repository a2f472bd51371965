import { text } from '../messages.ts';
import { fieldId, GroupFrame, type FieldProps } from './field.tsx';

export interface DateFieldProps extends FieldProps {
  /** What was typed, as typed; day and month may be empty where unknown parts are allowed. */
  value?: { day?: string | number; month?: string | number; year?: string | number };
  /** Day and month may be left empty: a birth date of which only the year is known. Says so in the hint. */
  allowUnknown?: boolean;
  /** Which of the three is wrong; all of them unless told. */
  wrong?: readonly DatePart[];
  /** The person's own birth date, for the browser to fill in. */
  isOwnBirthday?: boolean;
}

export type DatePart = 'day' | 'month' | 'year';
const parts = ['day', 'month', 'year'] as const;

/** Three boxes instead of a calendar: quick to type, and parts may be unknown. Sends `<name>.day`, `<name>.month`, `<name>.year`. */
export function DateField(props: DateFieldProps) {
  const { locale, name, value = {}, allowUnknown, wrong = parts, error, isOwnBirthday } = props;
  const id = fieldId(props);
  const hint = [props.hint, allowUnknown && text(locale, 'date.unknown')].filter(Boolean).join(' ') || undefined;
  return (
    <GroupFrame {...props} hint={hint}>
      <div class="ww-date">
        {parts.map((part) => (
          <div class="ww-date__part">
            <label class="ww-date__label" for={part === 'day' ? id : `${id}-${part}`}>
              {text(locale, `date.${part}`)}
            </label>
            <input
              id={part === 'day' ? id : `${id}-${part}`}
              name={`${name}.${part}`}
              type="text"
              inputmode="numeric"
              value={value[part]}
              maxLength={part === 'year' ? 4 : 2}
              autocomplete={isOwnBirthday ? `bday-${part}` : 'off'}
              aria-invalid={error && wrong.includes(part) ? 'true' : undefined}
              class={`utrecht-textbox utrecht-textbox--html-input utrecht-textbox--numeric ww-size-${part === 'year' ? 4 : 2}${error && wrong.includes(part) ? ' utrecht-textbox--invalid' : ''}`}
            />
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}
