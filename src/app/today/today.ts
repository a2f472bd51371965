import type { Engine, NavigationPlace, TodayPart } from '../../kernel/engine.ts';
import { page, unrecorded, type Route } from '../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { todayView, type LoadedPart } from './today.view.tsx';

export const todayPlace: NavigationPlace = {
  href: '/',
  icon: 'calendar-check',
  permission: 'today:read',
  order: 0,
  label: (locale) => text(locale, 'today.label'),
};

/** The home page of every role: what waits, as the engines tell it. */
export function todayRoutes(engines: Engine[]): Route[] {
  const parts = engines.flatMap((engine) => engine.today ?? []).sort((a, b) => a.order - b.order);
  return [
    page({
      path: '/',
      permission: 'today:read',
      event: unrecorded('what waits, no file opened'),
      load: async (context) => {
        const loaded: LoadedPart[] = [];
        for (const part of parts.filter((each) => context.may(each.permission))) {
          const data = await part.load(context as never);
          if (data !== undefined) loaded.push({ part: part as TodayPart, data });
        }
        return loaded;
      },
      view: todayView,
    }),
  ];
}
