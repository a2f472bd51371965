import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Permission } from '../../../kernel/access/role.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Refusal } from '../../../kernel/http/refusal.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';

/** One line of somebody's life, its own columns beside these. */
export interface Entry {
  id: string;
  personId: string;
  version: number;
}

/** What was filled in, field by field, as text. */
export type Filled = Record<string, string>;

export interface PartFields<Extra> {
  context: ViewContext;
  filled: Filled;
  errors: FieldErrors;
  extra: Extra;
}

/**
 * A part of a person's life that is kept as lines with a beginning and perhaps an end: one table, one form. The pages and acts that
 * note, change and take away a line are made from this.
 */
export interface LifePart<Values extends Record<string, unknown> = any, Extra = any> {
  /** In addresses: /people/:id/schooling/… */
  path: string;
  /** In the schema people; its columns are the fields in snake case. */
  table: string;
  /** The page of the person on which the lines stand. */
  home: PersonPage;
  read: Permission;
  change: Permission;
  acts: { noted: string; changed: string; removed: string; returned: string };
  /** The event of opening the form. */
  opened: string;
  shape: z.ZodRawShape;
  /** What can be asked together with a new line and is not kept with it. */
  wishes?: z.ZodRawShape;
  titles: (locale: Locale) => { note: string; change: string; noted: string; removed: string };
  labels: (locale: Locale) => Record<string, string>;
  /** What the address of the form of a new line may say beforehand. */
  query?: z.ZodRawShape;
  /** What fills the form of a new line. */
  start?: (context: ViewContext, query: Record<string, unknown>) => Filled;
  /** A line as text for its form, where that is more than the value itself. */
  asFilled?: (locale: Locale, entry: Values & Entry) => Filled;
  /** What the form needs beside the line: a list to choose from. */
  extra?: (read: Read) => Promise<Extra>;
  fields: (props: PartFields<Extra>) => VNode;
  /** How a filled field reads where two versions stand beside each other, when that is not the text itself. */
  shown?: (locale: Locale, name: string, value: string, extra: Extra) => string;
  /** Refuses what cannot be true beside the other lines; `others` are all but the line itself. May grant a wish first: end another line. */
  check?: (tx: Transaction, values: Values, others: readonly (Values & Entry)[], context: ViewContext) => Promise<Refusal | undefined>;
  /** Codes and days that the log may hold. */
  codes?: (values: Values) => Record<string, string | null>;
  /** Once a line came, changed or went. */
  after?: (tx: Transaction, personId: string, values: Values) => Promise<void>;
}

/** The pages of one person. */
export type PersonPage = 'languages' | 'homes' | 'school-and-work' | 'status';

export const homeOf = (part: Pick<LifePart, 'home'>, personId: string): string => `/people/${personId}/${part.home}`;
