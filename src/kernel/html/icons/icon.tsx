import { icons, type IconName } from './icons.ts';

export interface IconProps {
  name: IconName;
  /** Side in pixels; 20 unless told. */
  size?: 16 | 20 | 24 | 32 | 48;
  /** Points along the reading direction (arrows, send): mirrored in right-to-left pages. */
  mirrors?: boolean;
}

/** A drawing beside a word: hidden from assistive technology, since the word says it. */
export function Icon({ name, size = 20, mirrors }: IconProps) {
  return (
    <svg
      class={mirrors ? 'ww-icon ww-icon--mirrors' : 'ww-icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
      // The drawings are constants of this repository.
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  );
}
