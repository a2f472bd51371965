import { createHmac, randomBytes } from 'node:crypto';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { findPartners } from '../../../kernel/partners/agreement.store.ts';
import type { Exchange, Partner, Reading } from '../../../kernel/partners/exchange.ts';
import { sendToPartner } from '../../../kernel/partners/send.ts';
import { blindKeys, compareBlind, type BlindPerson } from '../blind/blind-keys.ts';
import { deleteElsewhere, hearOfElsewhere, insertElsewhere, markCompared, type FoundElsewhere, type Saying } from './elsewhere.store.ts';
import { text } from './messages.ts';

export const duplicatesPurpose = 'duplicates';

/**
 * Two authorities find who is probably known with both, and neither sees anything of the other's file. The platform makes blind keys of
 * both with a secret for this one comparison, lays them beside each other in memory, and gives each its own persons of the pairs; keys and
 * secret are kept nowhere.
 */
export const shareDuplicates: Exchange = {
  purpose: duplicatesPurpose,
  label: (locale) => text(locale, 'exchange.label'),
  about: (locale) => text(locale, 'exchange.about'),
  kinds: {
    compare: {
      meet: comparePersons,
      receive: async (tx, { agreementId, name }, pairs: FoundElsewhere[]) => {
        const found = await insertElsewhere(tx, { id: agreementId, partnerName: name }, pairs);
        if (found > 0) tx.record({ act: 'elsewhere-found', subjects: [{ type: 'agreement', id: agreementId }], detail: { found } });
      },
    },
    say: {
      make: async (_, __, detail) => detail,
      receive: async (tx, { agreementId }, { pair, says }: { pair: string; says: Saying | null }) => {
        if (await hearOfElsewhere(tx, pair, says)) tx.record({ act: 'elsewhere-heard', subjects: [{ type: 'agreement', id: agreementId }], detail: { says } });
      },
    },
  },
  begun: async (tx, partner) => {
    if (isTheOneWhoCompares(tx.scope.tenantId, partner)) sendToPartner(tx, partner, { purpose: duplicatesPurpose, kind: 'compare' });
  },
  ended: (tx, { agreementId }) => deleteElsewhere(tx, agreementId),
};

/** One of the two compares for both. */
function isTheOneWhoCompares(tenantId: string, partner: Partner): boolean {
  return tenantId < partner.id;
}

async function comparePersons(own: Reading, partner: Reading, { secret }: Partner): Promise<{ own: FoundElsewhere[]; partner: FoundElsewhere[] }> {
  const once = randomBytes(32);
  const [here, there] = [await allKeys(own, once), await allKeys(partner, once)];
  const pairs = compareBlind(here, there).map(({ oneId, otherId, kinds }) => ({ id: pairId(secret, oneId, otherId), oneId, otherId, kinds }));
  return {
    own: pairs.map(({ id, oneId, kinds }) => ({ id, personId: oneId, kinds })),
    partner: pairs.map(({ id, otherId, kinds }) => ({ id, personId: otherId, kinds })),
  };
}

async function allKeys(reading: Reading, secret: Uint8Array): Promise<BlindPerson[]> {
  const all: BlindPerson[] = [];
  for await (const batch of blindKeys(reading, secret)) all.push(...batch);
  return all;
}

/** The same at every comparison, so that a pair that was refused is not proposed again; tells nothing of either person. */
function pairId(secret: Uint8Array, one: string, other: string): string {
  const hex = createHmac('sha256', secret).update([one, other].toSorted().join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Once a day: who came since may be known elsewhere too. */
export async function compareElsewhereDaily(context: JobContext): Promise<void> {
  const partners = (await context.read((read) => findPartners(read, duplicatesPurpose))).filter((partner) => isTheOneWhoCompares(context.scope.tenantId, partner));
  if (partners.length === 0) return;
  const today = dayOf(context.now());
  await context.write(async (tx) => {
    for (const partner of partners) if (await markCompared(tx, partner.agreementId, today)) sendToPartner(tx, partner, { purpose: duplicatesPurpose, kind: 'compare' });
  });
}
