import type { TodayPart } from '../../kernel/engine.ts';
import { ButtonRow, EmptyState, LinkButton, WorkPage, type Frame } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { formatDayLong } from '../../kernel/i18n/format.ts';
import { text } from '../messages.ts';

export interface LoadedPart {
  part: TodayPart;
  data: unknown;
}

export function todayView(loaded: LoadedPart[], context: ViewContext) {
  const { locale, actor, today } = context;
  const name = actor.kind === 'account' ? actor.name.split(' ')[0]! : '';
  const frame = context.frame();
  return (
    <WorkPage frame={frame} title={text(locale, 'today.title', { name })}>
      <p class="ww-today__day">{formatDayLong(locale, today)}</p>
      {loaded.map(({ part, data }) => part.view(data as never, context))}
      {loaded.length === 0 && (
        <EmptyState icon="calendar-check" title={text(locale, 'today.nothing.title')} act={<Elsewhere frame={frame} />}>
          {text(locale, 'today.nothing.text')}
        </EmptyState>
      )}
    </WorkPage>
  );
}

/** Where the reader can go from here, since nothing keeps them. */
function Elsewhere({ frame: { navigation } }: { frame: Frame }) {
  return (
    <ButtonRow>
      {navigation.filter(({ current }) => !current).map(({ href, label, icon }) => (
        <LinkButton look="secondary" icon={icon} href={href}>
          {label}
        </LinkButton>
      ))}
    </ButtonRow>
  );
}
