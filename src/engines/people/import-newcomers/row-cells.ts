import type { Field, Mapping } from './fields.ts';
import type { Hint, RowNote, RowProblem, RowProblemCode, RowWarning, RowWarningCode } from './newcomer.ts';

export type Cell = { column: number; value: string };

/** The filled cells of one row by field, and what is noted about them while they are read. */
export class RowCells {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowWarning[] = [];
  readonly #byField = new Map<Field, Cell[]>();

  constructor(mapping: Mapping, cells: readonly string[]) {
    mapping.forEach((field, column) => {
      const value = (cells[column] ?? '').trim();
      if (field === null || value === '') return;
      const already = this.#byField.get(field);
      if (already) already.push({ column, value });
      else this.#byField.set(field, [{ column, value }]);
    });
  }

  all(field: Field): Cell[] {
    return this.#byField.get(field) ?? [];
  }

  first(field: Field): Cell | null {
    return this.all(field)[0] ?? null;
  }

  /** The text of all cells of a field, in the order of the columns; null when all are empty. */
  text(field: Field): string | null {
    return this.all(field).map(({ value }) => value).join(' ') || null;
  }

  problem(field: Field, cell: Cell | null, code: RowProblemCode, hint: Hint = {}): void {
    this.problems.push(note(field, cell, code, hint));
  }

  warn(field: Field, cell: Cell | null, code: RowWarningCode, hint: Hint = {}): void {
    this.warnings.push(note(field, cell, code, hint));
  }
}

function note<Code extends string>(field: Field, cell: Cell | null, code: Code, hint: Hint): RowNote<Code> {
  return { column: cell?.column ?? null, field, value: cell?.value ?? '', code, hint };
}
