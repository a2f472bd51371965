import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icons.ts';

export type ButtonLook = 'primary' | 'secondary' | 'subtle' | 'harm';

const looks: Record<ButtonLook, string> = {
  primary: 'ww-button utrecht-button utrecht-button--primary-action',
  secondary: 'ww-button utrecht-button utrecht-button--secondary-action',
  subtle: 'ww-button utrecht-button utrecht-button--subtle',
  harm: 'ww-button utrecht-button utrecht-button--secondary-action utrecht-button--danger',
};

interface Shared {
  look?: ButtonLook;
  icon?: IconName;
  /** The icon points along the reading direction. */
  iconMirrors?: boolean;
  small?: boolean;
  /** A key of the desk that presses this (`n` is a page's main act). */
  hotkey?: string;
  children: ComponentChildren;
}

export interface ButtonProps extends Shared {
  name?: string;
  value?: string;
  id?: string;
  /** Id of the form it submits, when it stands outside of it. */
  form?: string;
  /** Address that this button posts to instead of the form's own. */
  formAction?: string;
  /** Submit without the browser's own checks: "save and go on later". */
  formNoValidate?: boolean;
  type?: 'submit' | 'button';
}

/** A verb that acts: submits its form. */
export function Button({ look = 'primary', icon, iconMirrors, small, hotkey, children, type = 'submit', formAction, formNoValidate, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} formaction={formAction} formnovalidate={formNoValidate} class={buttonClass(look, small)} data-key={hotkey} aria-keyshortcuts={hotkey}>
      {icon && <Icon name={icon} mirrors={iconMirrors} />}
      <span>{children}</span>
    </button>
  );
}

export interface LinkButtonProps extends Shared {
  href: string;
  /** Makes the browser save the answer as a file. */
  download?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ look = 'secondary', icon, iconMirrors, small, hotkey, children, href, download }: LinkButtonProps) {
  return (
    <a href={href} download={download} class={buttonClass(look, small)} data-key={hotkey} aria-keyshortcuts={hotkey}>
      {icon && <Icon name={icon} mirrors={iconMirrors} />}
      <span>{children}</span>
    </a>
  );
}

/** Acts beside each other, the main one first; under each other on a telephone. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="ww-button-row">{children}</div>;
}

function buttonClass(look: ButtonLook, small: boolean | undefined): string {
  return small ? `${looks[look]} ww-button--small` : looks[look];
}
