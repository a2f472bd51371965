import type { VNode } from 'preact';
import type { NotFound, Refusal } from './refusal.ts';

export interface Notice {
  kind: 'done' | 'warning' | 'error';
  text: string;
  /** A button beside the notice that takes the act back. */
  undo?: { action: string; label: string };
}

export class SeeOther {
  readonly to: string;
  readonly notice: Notice | undefined;
  /** Set-Cookie values: a session that begins or ends with this act. */
  readonly cookies: readonly string[];
  constructor(to: string, notice?: Notice, cookies: readonly string[] = []) {
    this.to = to;
    this.notice = notice;
    this.cookies = cookies;
  }
}

export class FileAnswer {
  readonly body: Uint8Array | string | ReadableStream<Uint8Array>;
  readonly type: string;
  readonly filename: string | undefined;
  readonly inline: boolean;
  readonly headers: Record<string, string>;
  constructor(body: FileAnswer['body'], type: string, options: { filename?: string; inline?: boolean; headers?: Record<string, string> } = {}) {
    this.body = body;
    this.type = type;
    this.filename = options.filename;
    this.inline = options.inline ?? false;
    this.headers = options.headers ?? {};
  }
}

export class PageAnswer {
  readonly page: VNode;
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(page: VNode, status = 200, headers: Record<string, string> = {}) {
    this.page = page;
    this.status = status;
    this.headers = headers;
  }
}

export type Answer = VNode | SeeOther | FileAnswer | PageAnswer;
export type Outcome<T> = T | Refusal | NotFound;

/** POST, then redirect: the page that follows an act, with what was done said on it. */
export function seeOther(to: string, notice?: Notice, cookies?: readonly string[]): SeeOther {
  return new SeeOther(to, notice, cookies);
}

/** A file to save. */
export function download(body: FileAnswer['body'], type: string, filename: string): FileAnswer {
  return new FileAnswer(body, type, { filename });
}
