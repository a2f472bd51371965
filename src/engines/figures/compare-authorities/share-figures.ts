import type { Exchange } from '../../../kernel/partners/exchange.ts';
import { sendToPartner } from '../../../kernel/partners/send.ts';
import { text } from '../messages.ts';
import { deletePartnerCells, findSharedCells, replacePartnerCells, type SharedCell } from './partner-cell.store.ts';

export const figuresPurpose = 'figures';

/**
 * Authorities share what each has released: numbers that may be seen already, never the counts beneath. Whatever is made of them tells no
 * more than the parts do, so adding up and comparing need no protection of their own.
 */
export const shareFigures: Exchange = {
  purpose: figuresPurpose,
  label: (locale) => text(locale, 'exchange.label'),
  about: (locale) => text(locale, 'exchange.about'),
  kinds: {
    released: {
      make: (read) => findSharedCells(read),
      receive: (tx, { agreementId }, cells: SharedCell[]) => replacePartnerCells(tx, agreementId, cells),
    },
  },
  begun: async (tx, partner) => sendToPartner(tx, partner, { purpose: figuresPurpose, kind: 'released' }),
  ended: (tx, { agreementId }) => deletePartnerCells(tx, agreementId),
};
