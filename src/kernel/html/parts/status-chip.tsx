import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icons.ts';

export type Tone = 'neutral' | 'waiting' | 'busy' | 'done' | 'harm' | 'closed';

export interface StatusChipProps {
  /** `waiting` asks for someone, `busy` is under way, `harm` is for harm only. */
  tone?: Tone;
  children: string;
}

const shapes: Record<Tone, IconName> = {
  neutral: 'circle',
  waiting: 'hourglass',
  busy: 'circle-dot',
  done: 'circle-check',
  harm: 'octagon-alert',
  closed: 'circle-x',
};

/** The word first; colour and shape only repeat it. */
export function StatusChip({ tone = 'neutral', children }: StatusChipProps) {
  return (
    <span class={`ww-status ww-status--${tone}`}>
      {children}
      <Icon name={shapes[tone]} size={16} />
    </span>
  );
}
