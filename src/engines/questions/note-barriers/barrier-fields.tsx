import { Kbd, TextField } from '../../../kernel/html/index.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { QuickChoices } from '../quick-choices.tsx';
import { barrierLabel, barrierReasons } from './barrier.ts';
import type { ServiceChoice } from './note-barriers.ts';

/** As filled in, or as it stands in the register. */
export interface FilledBarriers {
  barriers?: readonly string[];
  /** An id. */
  barrierService?: string;
  barrierServiceName?: string;
}

interface BarrierFieldsProps {
  locale: Locale;
  filled: FilledBarriers;
  errors: FieldErrors;
  /** Who can be chosen, once a name was typed. */
  services?: readonly ServiceChoice[];
}

const openingKey = 'f';

/** What stood in the way; folded away, since most questions meet nothing, and one key opens it. */
export function BarrierFields({ locale, filled, errors, services }: BarrierFieldsProps) {
  const { barriers = [], barrierServiceName } = filled;
  const isOpen = barriers.length > 0 || Boolean(barrierServiceName || errors['barriers'] || errors['barrierServiceName']);
  return (
    <details class="ww-details" open={isOpen}>
      <summary class="ww-details__summary" data-key={openingKey} aria-keyshortcuts={openingKey}>
        {text(locale, 'barrier.question')}{' '}
        <span class="ww-needs-keys" aria-hidden="true">
          <Kbd>{openingKey}</Kbd>
        </span>
      </summary>
      <div class="ww-details__body">
        <QuickChoices
          locale={locale}
          name="barriers"
          several
          label={text(locale, 'barrier.label')}
          error={errors['barriers']}
          chosen={barriers}
          choices={barrierReasons.map((code) => ({ value: code, label: barrierLabel(locale, code) }))}
        />
        <ServiceField locale={locale} filled={filled} errors={errors} services={services} />
      </div>
    </details>
  );
}

/** The service where it was met: its name is typed, and chosen where it fits more than one. */
export function ServiceField({ locale, filled: { barrierService, barrierServiceName }, errors, services }: BarrierFieldsProps) {
  return (
    <>
      <TextField
        locale={locale}
        name="barrierServiceName"
        label={text(locale, 'barrier.service')}
        hint={text(locale, 'barrier.service.hint')}
        value={barrierServiceName}
        error={errors['barrierServiceName']}
        maxLength={200}
      />
      {services && services.length > 0 && (
        <div class="ww-quick__choices" role="radiogroup" aria-label={text(locale, 'barrier.service.choose')}>
          {services.map(({ id, name, organisation }) => (
            <ServiceRadio value={id} label={name} detail={organisation} checked={barrierService === id} />
          ))}
          <ServiceRadio value="none" label={text(locale, 'barrier.service.none')} checked={barrierService === 'none'} />
        </div>
      )}
    </>
  );
}

function ServiceRadio({ value, label, detail, checked }: { value: string; label: string; detail?: string; checked: boolean }) {
  return (
    <label class="ww-quick__choice">
      <input type="radio" name="barrierService" value={value} checked={checked} />
      <span class="ww-quick__word">
        {label}
        {detail && detail !== label && <small> {detail}</small>}
      </span>
    </label>
  );
}
