import type { Frame, NavigationItem } from '../frame.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';

export interface PlaceWithKey extends NavigationItem {
  key: string;
}

/** Gives each place the letter that goes there after `g`: its own, or the first letter of its label that is free, or else a digit. */
export function withKeys(navigation: readonly NavigationItem[]): PlaceWithKey[] {
  const taken = new Set(navigation.flatMap(({ key }) => (key ? [key] : [])));
  return navigation.map((item, index) => {
    const letters = [...item.label.toLowerCase()].filter((letter) => /[a-z]/.test(letter));
    const key = item.key ?? letters.find((letter) => !taken.has(letter)) ?? String((index + 1) % 10);
    taken.add(key);
    return { ...item, key };
  });
}

/** The links to the places: in the rail, in the menu of a narrow screen and in the bar at the bottom. */
export function PlaceLinks({ frame, places, withHotkeys }: { frame: Frame; places: readonly PlaceWithKey[]; withHotkeys?: boolean }) {
  return (
    <ul class="ww-places">
      {places.map(({ href, label, icon, current, waits, key }) => (
        <li>
          <a class="ww-places__link" href={href} aria-current={current ? 'page' : undefined} data-go={withHotkeys ? key : undefined}>
            <span class="ww-places__icon">
              <Icon name={icon} size={24} />
              {waits ? <span class="ww-places__waits" dir="ltr">{waits > 99 ? '99+' : waits}</span> : null}
            </span>
            <span class="ww-places__word">{label}</span>
            {waits ? <span class="ww-out-of-sight"> ({text(frame.locale, 'navigation.waits', { count: waits })})</span> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
