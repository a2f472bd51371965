import type { QuestionFilter, Sort } from './question-filter.ts';

/** The filter as it stands in an address; the usual is left out. */
export function filterParameters(filter: QuestionFilter): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === false) continue;
    parameters[name] = value === true ? 'yes' : String(value);
  }
  return parameters;
}

/** The address of the list, or of its export, with this filter and order. */
export function listAddress(filter: QuestionFilter, sort: Sort, more: Record<string, string> = {}, path = '/questions'): string {
  const query = new URLSearchParams({ ...filterParameters(filter), ...(sort === 'newest' ? {} : { sort }), ...more }).toString();
  return query ? `${path}?${query}` : path;
}
