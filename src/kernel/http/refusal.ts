/** An expected no: the domain's own name for it, and where on the form it belongs. */
export class Refusal {
  readonly name: string;
  readonly field: string | undefined;
  readonly detail: Record<string, string | number>;
  readonly status: 409 | 422;

  constructor(name: string, options: { field?: string; detail?: Record<string, string | number>; status?: 409 | 422 } = {}) {
    this.name = name;
    this.field = options.field;
    this.detail = options.detail ?? {};
    this.status = options.status ?? 422;
  }
}

export function refuse(name: string, options?: { field?: string; detail?: Record<string, string | number>; status?: 409 | 422 }): Refusal {
  return new Refusal(name, options);
}

/** Nothing there, or nothing that this actor may know of: the two answer alike. */
export class NotFound {
  /** Makes the type its own: without a member it would be any value's. */
  readonly isNotFound = true;
}
export const notFound = new NotFound();

/** Someone else saved in between. Carries what the second writer needs to see both versions. */
export function changedMeanwhile(detail: Record<string, string | number> = {}): Refusal {
  return new Refusal('changed-meanwhile', { status: 409, detail });
}
