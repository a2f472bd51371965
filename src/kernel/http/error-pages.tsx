import type { Identified } from '../access/identify.store.ts';
import { LinkButton, PlainPage, WorkPage } from '../html/index.ts';
import type { Locale } from '../i18n/locale.ts';
import { text } from './messages.ts';
import { sendPage } from './send.ts';
import { bareFrame, viewContext, type Serving } from './serving.ts';

export type Trouble =
  | { kind: 'not-found' | 'forbidden' | 'link' | 'foreign-origin' | 'key-reused' | 'full' | 'down' | 'not-a-form' }
  | { kind: 'too-large'; megabytes: number }
  | { kind: 'fault'; number: string };

export const troubleStatus: Record<Trouble['kind'], number> = {
  'not-found': 404,
  forbidden: 403,
  link: 404,
  'foreign-origin': 403,
  'key-reused': 422,
  full: 507,
  down: 503,
  'not-a-form': 400,
  'too-large': 413,
  fault: 500,
};

export function troubleTitle(locale: Locale, { kind }: Trouble): string {
  return text(locale, `error.${kind}.title`);
}

export function troubleText(locale: Locale, trouble: Trouble): string {
  const parameters: Record<string, string | number> =
    trouble.kind === 'too-large' ? { megabytes: trouble.megabytes } : trouble.kind === 'fault' ? { number: trouble.number } : {};
  return text(locale, `error.${trouble.kind}.text`, parameters);
}

/** The page that says what went wrong and what to do; inside the shell for someone who is signed in. */
export function sendTrouble(serving: Serving, request: Request, trouble: Trouble, identified?: Identified): Response {
  const isAccount = identified?.actor.kind === 'account';
  const context = isAccount ? viewContext(serving, request, identified) : undefined;
  const locale = context?.locale ?? preferredLocale(request);
  const title = troubleTitle(locale, trouble);
  const inside = (
    <>
      <p>{troubleText(locale, trouble)}</p>
      {trouble.kind !== 'link' && (
        <p>
          <LinkButton href="/">{text(locale, 'error.back')}</LinkButton>
        </p>
      )}
    </>
  );
  const page = context ? (
    <WorkPage frame={context.frame()} title={title}>
      {inside}
    </WorkPage>
  ) : (
    <PlainPage frame={bareFrame(serving, request, locale)} title={title}>
      {inside}
    </PlainPage>
  );
  return sendPage(serving, request, page, troubleStatus[trouble.kind]);
}

/** Before anyone is known: English for a browser that asks for it first, Dutch for all others. */
export function preferredLocale(request: Request): Locale {
  return /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'nl';
}
