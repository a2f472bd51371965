import type { Actor } from '../access/actor.ts';
import type { AllWords } from '../audit/act-words.ts';
import type { Permission } from '../access/role.ts';
import type { Tenant } from '../access/tenant.ts';
import type { Database, Read, Transaction } from '../db/database.ts';
import type { Holding } from '../holdings/holding.ts';
import type { Frame } from '../html/frame.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Mailer } from '../messages/mailer.ts';
import type { Temporal } from '../time/temporal.ts';
import type { FieldErrors } from './fields.ts';

/** What a view may know of the request. */
export interface ViewContext {
  tenant: Tenant;
  actor: Actor;
  /** The interface's language for this reader. */
  locale: Locale;
  now: Temporal.Instant;
  /** The civil day in Brussels. */
  today: Temporal.PlainDate;
  /** Path with query, for links back. */
  path: string;
  url: URL;
  /** Base of links that leave the platform, without a slash at the end. */
  publicUrl: string;
  may(permission: Permission): boolean;
  /** Browser and system of whoever asks, as their owner knows them: 'Firefox, Windows'. */
  device(): string | null;
  /** What acts and their subjects are called. */
  words: AllWords;
  /** The shell's frame: navigation, tenant, notice. */
  frame(): Frame;
  /** A fresh key for the forms of this page, so that a double click is one act. */
  key: string;
  /** The secret of the link by which the reader came, for forms that act on it. */
  linkSecret?: string;
}

export interface LoadContext<Input> extends ViewContext {
  input: Input;
  read: Read;
  services: Services;
}

export interface ActContext<Input> extends ViewContext {
  input: Input;
  tx: Transaction;
  services: Services;
  files: Record<string, UploadedFile>;
}

/** The form once more, with what was typed and what is wrong. */
export interface AgainContext extends ViewContext {
  read: Read;
  services: Services;
  params: Record<string, string>;
  /** What was typed, as it was typed; a repeated field is a list. */
  values: FormValues;
  errors: FieldErrors;
  /** Set when the act itself refused. */
  refusal?: { name: string; field?: string | undefined; detail: Record<string, string | number> };
}

export type FormValues = Record<string, string | string[]>;

export interface UploadedFile {
  field: string;
  filename: string;
  type: string;
  bytes: Uint8Array;
}

/** Outside parties that a handler may need; made once at boot. */
export interface Services {
  database: Database;
  /** Folder for stored files. */
  filesFolder: string;
  /** Folder for what must stand outside the database: the key that seals secrets, the set-up link. */
  dataFolder: string;
  publicUrl: string;
  demo: boolean;
  /** From an asset's logical name to its address, for a page of an open route. */
  assets: (logicalName: string) => string;
  mailer: Mailer;
  /** What every engine keeps about persons and households. */
  holdings: readonly Holding[];
}
