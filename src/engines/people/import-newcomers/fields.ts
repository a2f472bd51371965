/** What a column of a newcomer list can hold, in the order of the template. Names are the keys of messages under `import.field.`. */
export const fields = [
  'household-key',
  'household-role',
  'first-name',
  'last-name',
  'full-name',
  'other-script-name',
  'register-number',
  'reference',
  'birth-date',
  'gender',
  'nationality',
  'contact-language',
  'languages',
  'needs-interpreter',
  'arrival-date',
  'street',
  'house-number',
  'box',
  'address',
  'postcode',
  'municipality',
  'phone',
  'email',
] as const;
export type Field = (typeof fields)[number];

/** The field of each column by its place; null for a column that is not taken over. */
export type Mapping = readonly (Field | null)[];

/** Fields that several columns may fill together ("Nationaliteit 1", "Nationaliteit 2", "Telefoon", "Gsm"). */
const severalColumns: readonly Field[] = ['first-name', 'nationality', 'languages', 'phone', 'email', 'other-script-name'];

export function isField(value: string): value is Field {
  return (fields as readonly string[]).includes(value);
}

/** What keeps a mapping from being used: a field that two columns claim, or no column that holds a name. */
export type MappingProblem = { problem: 'field-twice'; field: Field } | { problem: 'no-name-column' };

export function mappingProblems(mapping: Mapping): MappingProblem[] {
  const twice = fields.filter((field) => !severalColumns.includes(field) && mapping.filter((mapped) => mapped === field).length > 1);
  const hasName = mapping.some((field) => field === 'first-name' || field === 'last-name' || field === 'full-name' || field === 'other-script-name');
  const problems: MappingProblem[] = twice.map((field) => ({ problem: 'field-twice', field }));
  return hasName ? problems : [...problems, { problem: 'no-name-column' }];
}

export function allowsSeveralColumns(field: Field): boolean {
  return severalColumns.includes(field);
}
