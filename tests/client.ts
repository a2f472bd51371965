import { newId } from '../src/kernel/id.ts';

export type Fields = Record<string, string | number | boolean | string[] | undefined>;

export interface Reply {
  status: number;
  headers: Headers;
  /** The body as text. */
  body: string;
  /** Where a redirect leads, path and query. */
  location: string | null;
  /** The notice that the next page will show. */
  notice: string | undefined;
}

/** A browser without a screen: keeps cookies, follows nothing by itself. */
export class Client {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly #cookies = new Map<string, string>();

  constructor(url: string, headers: Record<string, string>) {
    this.url = url;
    const { cookie, ...rest } = headers;
    this.headers = rest;
    if (cookie) this.#cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send(path, { headers });
  }

  /** Submits a form, with a key of its own unless one is given as `_key`. */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Reply> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries<Fields[string]>({ _key: newId(), ...fields })) {
      if (value === undefined || value === false) continue;
      for (const each of Array.isArray(value) ? value : [value]) body.append(name, each === true ? 'on' : String(each));
    }
    return this.send(path, { method: 'POST', body, headers: { origin: this.url, ...headers } });
  }

  /** Submits a form with files. */
  upload(path: string, fields: Fields, files: Record<string, { filename: string; bytes: Uint8Array | string; type?: string }>): Promise<Reply> {
    const body = new FormData();
    for (const [name, value] of Object.entries({ _key: newId(), ...fields })) if (value !== undefined) body.append(name, String(value));
    for (const [name, file] of Object.entries(files)) body.append(name, new Blob([file.bytes as BlobPart], { type: file.type ?? 'text/csv' }), file.filename);
    return this.send(path, { method: 'POST', body, headers: { origin: this.url } });
  }

  /** Calls the API: GET without a body, POST with one. */
  async json(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; value: any }> {
    const init = body === undefined ? { headers } : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
    const reply = await this.send(path, init);
    return { status: reply.status, headers: reply.headers, value: reply.body === '' ? undefined : JSON.parse(reply.body) };
  }

  /** The value of a cookie that this client holds. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  async send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Reply> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, { redirect: 'manual', ...init, headers: { ...this.headers, ...(cookie ? { cookie } : {}), ...init.headers } });
    let notice: string | undefined;
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name === 'ww_notice' && value) notice = (JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as { text: string }).text;
      if (value === '' || /max-age=0/i.test(set)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, body: await response.text(), location: response.headers.get('location'), notice };
  }
}
