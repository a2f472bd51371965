import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

export { AlongPage, type AlongPageProps } from './shells/along-page.tsx';
export { PlainPage, type PlainPageProps } from './shells/plain-page.tsx';
export { WelcomePage, type WelcomeLanguage, type WelcomePageProps } from './shells/welcome-page.tsx';
export { WorkPage, type Crumb, type WorkPageProps } from './shells/work-page.tsx';

/** A whole page as HTML text. Everything typed by a person is escaped by Preact. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
