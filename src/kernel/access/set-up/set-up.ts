import type { Transaction } from '../../db/types.ts';
import type { Services } from '../../http/context.ts';
import type { Locale } from '../../i18n/locale.ts';
import { readAuthenticatorSecret, stepOfCode } from '../authenticator.ts';
import { saveAuthenticator, savePassword } from '../credential.store.ts';
import { text } from '../messages.ts';
import { finishRegistration, type Answered, type PasskeyParty } from '../passkey.ts';
import { insertPasskey, spendChallenge, type NewPasskey } from '../passkey.store.ts';
import { hashPassword, passwordFault, passwordRules, type PasswordFault } from '../password.ts';
import { openSealing } from '../sealing.ts';

/** A password and an authenticator as someone sets them up, as typed. */
export interface TypedPassword {
  password: string;
  again: string;
  /** The authenticator's secret, which the page made and showed. */
  secret: string;
  /** The code that the app shows for it. */
  code: string;
}

export interface SetUpFault {
  fault: PasswordFault | 'passwords-differ' | 'wrong-code' | 'passkey-not-valid';
  field: string;
}

export interface PreparedPassword {
  hash: string;
  sealedSecret: Buffer;
  step: number;
}

interface Owner {
  tenantId: string;
  accountId: string;
  /** What a password may not be made of: name, address, authority. */
  known: readonly string[];
}

/** Checks what was typed and makes of it what is kept; nothing is saved yet, since hashing takes its time. */
export async function preparePassword(services: Services, owner: Owner, typed: TypedPassword): Promise<PreparedPassword | SetUpFault> {
  const fault = passwordFault(typed.password, owner.known);
  if (fault) return { fault, field: 'password' };
  if (typed.password !== typed.again) return { fault: 'passwords-differ', field: 'again' };
  const authenticator = await prepareAuthenticator(services, owner, typed);
  if ('fault' in authenticator) return authenticator;
  return { hash: await hashPassword(typed.password), ...authenticator };
}

/** The app alone, for who gets another telephone. */
export async function prepareAuthenticator(services: Services, { tenantId, accountId }: Pick<Owner, 'tenantId' | 'accountId'>, typed: Pick<TypedPassword, 'secret' | 'code'>): Promise<Omit<PreparedPassword, 'hash'> | SetUpFault> {
  const secret = readAuthenticatorSecret(typed.secret);
  const step = secret && stepOfCode(secret, typed.code, services.database.now());
  if (!secret || step === undefined) return { fault: 'wrong-code', field: 'code' };
  const sealing = await openSealing(services.dataFolder);
  return { sealedSecret: sealing.seal('authenticator', secret, `${tenantId} ${accountId}`), step };
}

export async function savePrepared(tx: Transaction, accountId: string, { hash, sealedSecret, step }: PreparedPassword): Promise<void> {
  await savePassword(tx, accountId, hash);
  await saveAuthenticator(tx, accountId, sealedSecret, step);
}

export interface PreparedPasskey {
  accountId: string;
  passkey: Omit<NewPasskey, 'name'>;
  answered: Answered;
}

export async function preparePasskey(services: Services, tenantId: string, returned: { sealed: string; passkey: string }): Promise<PreparedPasskey | SetUpFault> {
  const made = await finishRegistration(await passkeyParty(services, tenantId), { sealed: returned.sealed, response: returned.passkey }, services.database.now());
  return made ?? { fault: 'passkey-not-valid', field: '' };
}

/** False when its challenge was answered before, or the passkey is someone's already. */
export async function savePasskey(tx: Transaction, { accountId, passkey, answered }: PreparedPasskey, name: string): Promise<boolean> {
  return (await spendChallenge(tx, answered.hash, answered.expiresAt)) && (await insertPasskey(tx, accountId, { ...passkey, name })) !== undefined;
}

export async function passkeyParty(services: Services, tenantId: string): Promise<PasskeyParty> {
  return { sealing: await openSealing(services.dataFolder), publicUrl: services.publicUrl, tenantId };
}

/** What is wrong, and what to do. */
export function faultText(locale: Locale, fault: string): string {
  switch (fault as SetUpFault['fault']) {
    case 'password-too-short':
      return text(locale, 'fault.password-too-short', { count: passwordRules.shortest });
    case 'password-too-long':
      return text(locale, 'fault.password-too-long', { count: passwordRules.longest });
    case 'password-too-simple':
      return text(locale, 'fault.password-too-simple');
    case 'passwords-differ':
      return text(locale, 'fault.passwords-differ');
    case 'passkey-not-valid':
      return text(locale, 'fault.passkey-not-valid');
    default:
      return text(locale, 'fault.wrong-code');
  }
}
