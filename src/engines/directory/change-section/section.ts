import type { VNode } from 'preact';
import type { z } from 'zod';
import type { FormValues } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Refusal } from '../../../kernel/http/refusal.ts';
import type { SummaryRow } from '../../../kernel/html/index.ts';
import type { StaffLocale } from '../../../kernel/i18n/locale.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Facts, Section } from '../change-facts.ts';
import type { WholeService } from '../service.ts';

/** A part of a service with a page of its own: its fields, how they read, and what they come to. */
export interface SectionPart<Shape extends z.ZodRawShape = z.ZodRawShape> {
  name: Exclude<Section, 'about'>;
  fields: Shape;
  /** What stands in the register, as its form shows it. */
  filled: (service: WholeService) => FormValues;
  /** What was filled in, as facts, or why it cannot be. */
  facts: (input: z.output<z.ZodObject<Shape>>, service: WholeService) => Facts | Refusal;
  form: (props: SectionFormProps) => VNode;
  /** As it stands, to read. */
  rows: (locale: Locale, service: WholeService) => SummaryRow[];
}

export interface SectionFormProps {
  locale: StaffLocale | Locale;
  values: FormValues;
  errors: FieldErrors;
}

/** Keeps what its form sends and what it makes of it tied to one another. */
export function sectionPart<Shape extends z.ZodRawShape>(part: SectionPart<Shape>): SectionPart {
  return part as unknown as SectionPart;
}

/** The values of a field that stands once per row. */
export function listed(values: FormValues, name: string): string[] {
  return [values[name] ?? []].flat();
}

export function single(values: FormValues, name: string): string | undefined {
  return [values[name] ?? []].flat()[0];
}

/** Fields that stand once per row, as rows; rows of which everything is blank are left out. */
export function rowsOf<Name extends string>(input: Record<Name, readonly string[]>): (Record<Name, string> & { row: number })[] {
  const names = Object.keys(input) as Name[];
  const length = Math.max(0, ...names.map((name) => input[name].length));
  return Array.from({ length }, (_, row) => ({ row, ...(Object.fromEntries(names.map((name) => [name, (input[name][row] ?? '').trim()])) as Record<Name, string>) })).filter((each) => names.some((name) => each[name] !== ''));
}
