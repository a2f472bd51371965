import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { barrierLabel, type Barrier } from './barrier.ts';

/** What stood in the way, each with its service. */
export function BarrierLines({ barriers, locale }: { barriers: readonly Barrier[]; locale: Locale }) {
  return (
    <>
      {barriers.map(({ reason, service }, index) => (
        <>
          {index > 0 && <br />}
          {barrierLabel(locale, reason)}
          {service && (
            <>
              {' '}
              {text(locale, 'barrier.at')} <a href={`/directory/services/${service.id}`}>{service.name}</a>
            </>
          )}
        </>
      ))}
    </>
  );
}
