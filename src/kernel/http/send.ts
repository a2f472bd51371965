import type { VNode } from 'preact';
import { FileAnswer, PageAnswer, SeeOther, type Answer } from './answer.ts';
import { clearNotice, noticeHeader } from './cookies.ts';
import type { Serving } from './serving.ts';

/** Turns a handler's answer into a response. */
export function send(serving: Serving, request: Request, answer: Answer): Response {
  if (answer instanceof SeeOther) return sendRedirect(serving, answer);
  if (answer instanceof FileAnswer) return sendFile(answer);
  if (answer instanceof PageAnswer) return sendPage(serving, request, answer.page, answer.status, answer.headers);
  return sendPage(serving, request, answer);
}

export function sendPage(serving: Serving, request: Request, page: VNode, status = 200, extra: Record<string, string> = {}): Response {
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...extra });
  if (request.headers.get('cookie')?.includes('ww_notice=')) headers.append('set-cookie', clearNotice(serving.services.publicUrl));
  return new Response(serving.render(page), { status, headers });
}

function sendRedirect(serving: Serving, { to, notice, cookies }: SeeOther): Response {
  const headers = new Headers({ location: to, 'cache-control': 'no-store' });
  for (const value of cookies) headers.append('set-cookie', value);
  if (notice) headers.append('set-cookie', noticeHeader(notice, serving.services.publicUrl));
  return new Response(null, { status: 303, headers });
}

function sendFile({ body, type, filename, inline, headers }: FileAnswer): Response {
  const disposition = filename
    ? `${inline ? 'inline' : 'attachment'}; filename="${filename.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(filename)}`
    : inline ? 'inline' : 'attachment';
  return new Response(body as BodyInit, { headers: { 'content-type': type, 'content-disposition': disposition, 'cache-control': 'no-store', ...headers } });
}
