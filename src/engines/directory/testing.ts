import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import { addOrganisations, addServices, type NewService } from './register.ts';

/** A service that helps to find a home, of an organisation of its own; whatever is given differs. Answers its id. */
export async function aService(tx: Transaction, { organisation, ...traits }: Partial<NewService> & { organisation?: string } = {}): Promise<string> {
  const [organisationId] = traits.organisationId ? [traits.organisationId] : await addOrganisations(tx, [{ name: organisation ?? `Voorbeeld vzw ${newId().slice(-6)}` }]);
  const usual = { name: 'Woonwinkel', does: 'Helpt een woning zoeken en het huurcontract nalezen.', themes: ['housing' as const], email: 'wonen@example.org' };
  const [id] = await addServices(tx, [{ ...usual, ...traits, organisationId: organisationId! }]);
  return id!;
}
