import type { ComponentChildren } from 'preact';
import { WorkPage } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { text } from './messages.ts';

export interface SettingsPageProps {
  context: ViewContext;
  title: string;
  lead?: ComponentChildren;
  act?: ComponentChildren;
  /** Pages between the settings and this one. */
  crumbs?: readonly { href: string; label: string }[];
  wide?: boolean;
  children: ComponentChildren;
}

/** A page under Settings, with the way back to them. */
export function SettingsPage({ context: { locale, frame }, title, lead, act, crumbs = [], wide, children }: SettingsPageProps) {
  return (
    <WorkPage frame={frame()} title={title} lead={lead} act={act} wide={wide} crumbs={[{ href: '/settings', label: text(locale, 'settings.title') }, ...crumbs]}>
      {children}
    </WorkPage>
  );
}
