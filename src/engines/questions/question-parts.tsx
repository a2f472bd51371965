import { CheckboxField, SelectField, TextField } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { themeLabel } from '../directory/index.ts';
import { text } from './messages.ts';
import type { Filled, FormOptions } from './question-form.tsx';
import { handlingLabel, handlings } from './question.ts';
import { KeyOf, QuickChoice, WithKey } from './quick-choices.tsx';
import { themeOptions } from './theme-choice.ts';

export interface PartProps {
  locale: Locale;
  filled: Filled;
  errors: FieldErrors;
  options: FormOptions;
}

/** The authority's own themes, in a group of the theme that they add up to. Nothing where it has none. */
export function SubThemeField({ locale, filled, errors, options }: PartProps) {
  const groups = options.themes.filter(({ subThemes }) => subThemes.length > 0);
  if (groups.length === 0) return null;
  return (
    <WithKey name="subTheme" hotkey="z">
      <SelectField
        locale={locale}
        name="subTheme"
        label={text(locale, 'field.sub-theme')}
        placeholder={text(locale, 'field.sub-theme.none')}
        value={filled.subTheme}
        error={errors['subTheme']}
        options={groups.map(({ code, subThemes }) => ({ group: themeLabel(locale, code), options: subThemes.map(({ id, label }) => ({ value: id, label })) }))}
      />
    </WithKey>
  );
}

/** What was told about: one of the services told about lately, or one that is typed. */
export function ServiceFields({ locale, filled, errors, options }: PartProps) {
  const choices = options.services;
  return (
    <div class="ww-quick-service">
      <WithKey name="serviceName" hotkey="j">
        <TextField locale={locale} name="serviceName" label={text(locale, 'field.service')} hint={text(locale, 'field.service.hint')} value={filled.serviceName} error={errors['serviceName']} maxLength={200} />
      </WithKey>
      {choices.length > 0 && (
        <div class="ww-quick__choices" role="radiogroup" aria-label={text(locale, filled.serviceName ? 'field.service.choose' : 'field.service.lately')}>
          {choices.map(({ id, name, organisation }) => (
            <ServiceRadio value={id} label={name} detail={organisation === name ? undefined : organisation} checked={filled.service === id} />
          ))}
          {(filled.service !== undefined || filled.serviceName) && <ServiceRadio value="none" label={text(locale, 'field.service.none')} checked={filled.service === 'none'} />}
        </div>
      )}
    </div>
  );
}

function ServiceRadio({ value, label, detail, checked }: { value: string; label: string; detail?: string; checked: boolean }) {
  return (
    <label class="ww-quick__choice">
      <input type="radio" name="service" value={value} checked={checked} />
      <span class="ww-quick__word">
        {label}
        {detail && <small> {detail}</small>}
      </span>
    </label>
  );
}

/** A way that was gone along: folded away, since it holds of few. */
export function VisitFields({ locale, filled, errors }: PartProps) {
  const isOpen = ['visitPlace', 'visitedOn', 'travelMinutes', 'travelKm'].some((name) => errors[name] || filled[name as 'visitPlace']);
  return (
    <details class="ww-details" open={isOpen} data-visit="" data-fold="">
      <FoldedSummary label={text(locale, 'visit.title')} hotkey="y" />
      <div class="ww-details__body">
        <div class="ww-quick-row">
          <TextField locale={locale} name="visitPlace" label={text(locale, 'visit.place')} hint={text(locale, 'visit.place.hint')} value={filled.visitPlace} error={errors['visitPlace']} maxLength={80} />
          <TextField locale={locale} name="visitedOn" type="date" label={text(locale, 'visit.on')} hint={text(locale, 'visit.on.hint')} value={filled.visitedOn} error={errors['visitedOn']} size={12} />
          <TextField locale={locale} name="travelMinutes" label={text(locale, 'visit.travel')} hint={text(locale, 'visit.travel.hint')} value={filled.travelMinutes} error={errors['travelMinutes']} inputMode="numeric" size={4} />
          <TextField locale={locale} name="travelKm" label={text(locale, 'visit.km')} value={filled.travelKm} error={errors['travelKm']} inputMode="decimal" size={4} />
        </div>
      </div>
    </details>
  );
}

/** Whoever gives no name: a code to return with. */
export function CodeFields({ locale, filled, errors }: PartProps) {
  return (
    <details class="ww-details" open={Boolean(filled.code || filled.newCode || errors['code'])} data-fold="">
      <FoldedSummary label={text(locale, 'field.code.title')} hotkey="c" />
      <div class="ww-details__body">
        <TextField locale={locale} name="code" label={text(locale, 'field.code')} hint={text(locale, 'field.code.hint')} value={filled.code} error={errors['code']} maxLength={40} size={12} />
        <div class="ww-quick__choices">
          <QuickChoice name="newCode" type="checkbox" choice={{ value: 'yes', label: text(locale, 'field.new-code') }} checked={filled.newCode === true} />
        </div>
      </div>
    </details>
  );
}

/** What else was asked in the same contact: who, where and in which language stay the same. */
export function MoreQuestions({ locale, filled, errors, options }: PartProps) {
  const rows = Math.max(3, filled.more?.length ?? 0);
  const isOpen = Boolean(errors['moreTheme'] || filled.more?.some(({ theme }) => theme));
  return (
    <details class="ww-details" open={isOpen} data-fold="">
      <FoldedSummary label={text(locale, 'more.title')} press="+" />
      <div class="ww-details__body">
        {Array.from({ length: rows }, (_, index) => (
          <OneMore locale={locale} index={index} filled={filled} errors={errors} options={options} />
        ))}
        <CheckboxField locale={locale} name="minutesOfFirst" label={text(locale, 'more.minutes-of-first')} checked={filled.minutesOfFirst} />
      </div>
    </details>
  );
}

function OneMore({ locale, index, filled, errors, options }: PartProps & { index: number }) {
  const one = filled.more?.[index];
  const idOf = (name: string) => (index === 0 ? undefined : `${name}-${index + 1}`);
  return (
    <fieldset class="ww-quick">
      <legend class="ww-quick__label">{text(locale, 'more.nth', { n: index + 2 })}</legend>
      <div class="ww-quick-row">
        <SelectField locale={locale} name="moreTheme" id={idOf('moreTheme')} label={text(locale, 'field.theme')} placeholder={text(locale, 'more.none')} value={one?.theme} error={index === 0 ? errors['moreTheme'] : undefined} options={themeOptions(locale, options.themes)} />
        <SelectField locale={locale} name="moreHandling" id={idOf('moreHandling')} label={text(locale, 'field.handling.short')} placeholder={text(locale, 'more.nothing-done')} value={one?.handling} options={handlings.map((code) => ({ value: code, label: handlingLabel(locale, code) }))} />
        <div class="ww-quick-field--short">
          <TextField locale={locale} name="moreMinutes" id={idOf('moreMinutes')} label={text(locale, 'field.minutes.short')} value={one?.minutes} error={errors[`moreMinutes.${index}`]} inputMode="numeric" size={4} />
        </div>
        <TextField locale={locale} name="moreNote" id={idOf('moreNote')} label={text(locale, 'field.note')} value={one?.note} maxLength={1000} />
      </div>
    </fieldset>
  );
}

function FoldedSummary({ label, hotkey, press }: { label: string; hotkey?: string; press?: string }) {
  return (
    <summary class="ww-details__summary" data-key={hotkey} data-press={press} aria-keyshortcuts={hotkey ?? press}>
      {label}{' '}
      <KeyOf hotkey={(hotkey ?? press)!} />
    </summary>
  );
}
