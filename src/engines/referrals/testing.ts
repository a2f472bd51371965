import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import { insertOrganisations } from '../directory/organisation.store.ts';
import { insertServices } from '../directory/service.store.ts';
import type { Theme } from '../directory/index.ts';
import { registerPersons } from '../people/index.ts';
import { recordQuestion } from '../questions/index.ts';

export interface ServiceTraits {
  name?: string;
  theme?: Theme;
  email?: string | null;
}

/** A service of an organisation of its own. */
export async function aService(tx: Transaction, { name = 'Woonwinkel', theme = 'housing', email = 'wonen@example.org' }: ServiceTraits = {}): Promise<string> {
  const organisationId = newId();
  const id = newId();
  await insertOrganisations(tx, [{ id: organisationId, name: `${name} vzw`, phone: null, email: null, website: null }]);
  await insertServices(tx, [
    { id, organisationId, name, does: 'Helpt een woning zoeken.', themes: [theme], municipalities: [], languages: ['nl', 'ar'], address: null, phone: '0470 00 00 10', email, website: null, openingHours: null, notAccepting: null, lastConfirmedOn: dayOf(tx.now) },
  ]);
  return id;
}

export interface QuestionTraits {
  name?: string;
  phone?: string;
}

/** A question of a named person about housing. */
export async function aQuestionOf(tx: Transaction, { name = 'Amira Haddad', phone = '+32470000001' }: QuestionTraits = {}): Promise<{ questionId: string; personId: string }> {
  const [personId] = await registerPersons(tx, [
    { name: { given: null, family: null, full: name }, languages: [{ code: 'ar', contactRank: 1 }], contactWays: [{ kind: 'phone', value: phone, isPreferred: true }], birth: { year: 1990, month: null, day: null } },
  ]);
  const { id } = await recordQuestion(tx, { theme: 'housing', channel: 'desk', language: 'ar', personId: personId!, note: 'Zoekt een huis met twee kamers' });
  return { questionId: id, personId: personId! };
}
