/** The API speaks English, to programs; a person reads these in a log of the other side. */
const titles = {
  'not-valid': 'Something in the request is not valid.',
  refused: 'The act was refused; `detail` names the rule.',
  'bad-key': 'An Idempotency-Key is 1 to 120 visible ASCII characters.',
  'key-reused': 'This Idempotency-Key was used with another input. Use a new key for a new request.',
  'not-identified': 'Give a live token: Authorization: Bearer …',
  'not-found': 'Nothing here, or nothing that this token may know of.',
  forbidden: 'This token does not have the scope for it.',
  link: 'This link does not work (any more).',
  'foreign-origin': 'The request came from another site.',
  full: 'The disk or the database is full. Nothing was saved.',
  down: 'The database does not answer. Nothing was saved; try again later.',
  'not-a-form': 'The body must be a JSON object.',
  'too-large': 'The body is too large.',
  fault: 'Something went wrong on our side. Nothing was half saved.',
} as const;

export function message(name: keyof typeof titles): string {
  return titles[name];
}
