import type { Holding } from '../../../kernel/holdings/holding.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { rowsHolding } from '../holdings/rows-holding.store.ts';
import { findKnownElsewhere } from './elsewhere.store.ts';
import { text } from './messages.ts';

/** Where someone is known too: both authorities said so, and each learned just that. */
export const elsewhereHolding: Holding = rowsHolding({
  subject: 'person',
  name: 'known-elsewhere',
  table: 'people.elsewhere',
  gather: async (read, id) => (await findKnownElsewhere(read, id)).map(({ partnerName, foundAt }) => ({ authority: partnerName, since: dayOf(foundAt).toString() })),
  told: async (read, id, locale) =>
    (await findKnownElsewhere(read, id)).map(({ partnerName, foundAt }) => ({ on: dayOf(foundAt), recipient: partnerName, what: text(locale, 'told.what'), ground: text(locale, 'told.ground'), until: null })),
});
