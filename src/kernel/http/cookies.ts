import { parse, serialize } from 'hono/utils/cookie';
import type { Notice } from './answer.ts';

export const sessionCookie = 'ww_session';
const noticeCookie = 'ww_notice';

export function readCookie(request: Request, name: string): string | undefined {
  const header = request.headers.get('cookie');
  return header ? parse(header, name)[name] : undefined;
}

/** A Set-Cookie value. Lax, so that a link in a mail opens signed in but a stranger's form does not. */
export function cookie(name: string, value: string, options: { publicUrl: string; maxAge: number }): string {
  return serialize(name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure: options.publicUrl.startsWith('https:'), maxAge: options.maxAge });
}

/** The notice travels from the act to the page that follows, in its reader's own browser. */
export function noticeHeader(notice: Notice, publicUrl: string): string {
  return cookie(noticeCookie, Buffer.from(JSON.stringify(notice)).toString('base64url'), { publicUrl, maxAge: 60 });
}

export function readNotice(request: Request): Notice | undefined {
  const value = readCookie(request, noticeCookie);
  if (!value) return undefined;
  try {
    const notice = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as Notice;
    return typeof notice.text === 'string' && ['done', 'warning', 'error'].includes(notice.kind) ? notice : undefined;
  } catch {
    return undefined;
  }
}

export function clearNotice(publicUrl: string): string {
  return cookie(noticeCookie, '', { publicUrl, maxAge: 0 });
}
