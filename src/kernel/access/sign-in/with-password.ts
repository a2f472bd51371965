import type { Services } from '../../http/context.ts';
import { lockAccount } from '../account.store.ts';
import { signInLimits } from '../attempt.ts';
import { countAttempt, forgiveAttempt } from '../attempt.store.ts';
import { stepOfCode } from '../authenticator.ts';
import { findPasswordWay, isPasswordStill, spendRecoveryCode, spendStep, type PasswordWay } from '../credential.store.ts';
import { verifyPassword } from '../password.ts';
import { recoveryCodeHash } from '../recovery-code.ts';
import { openSealing } from '../sealing.ts';
import { startSession } from '../session.store.ts';
import type { Scope, Transaction } from '../../db/types.ts';

export interface PasswordTry {
  tenantId: string;
  email: string;
  password: string;
  /** Six digits from the app, or a recovery code. */
  code: string;
  address: string;
  device: string | null;
}

export type SignedIn = { kind: 'in'; secret: string } | { kind: 'wrong' } | { kind: 'stopped' };

/**
 * Password and code together. Every try is counted before it is looked at; with and without an account the same work is
 * done and the same answer given. The slow hash runs outside of any transaction; what it looked at is looked at again
 * before the session begins.
 */
export async function signInWithPassword(services: Services, asked: PasswordTry): Promise<SignedIn> {
  const { database } = services;
  const scope: Scope = { tenantId: asked.tenantId, actorId: null, actorRole: 'nobody' };
  const limits = signInLimits(asked.email, asked.address);
  const { way, isStopped } = await database.write(scope, async (tx) => {
    const counted = await countAttempt(tx, [...limits.account, ...limits.address]);
    if (counted.isLast && !counted.isStopped) tx.record({ act: 'sign-in-stopped', subjects: [] });
    return { way: await findPasswordWay(tx, asked.email), isStopped: counted.isStopped };
  });
  if (isStopped) return { kind: 'stopped' };
  const isPassword = await verifyPassword(asked.password, way?.passwordHash);
  const proof = await proofOf(services, way, asked);
  if (!way?.passwordHash || !isPassword || !proof) return { kind: 'wrong' };
  scope.actorId = way.accountId;
  scope.actorRole = 'account';
  return database.write(scope, async (tx) => {
    if (!(await lockAccount(tx, way.accountId))) return { kind: 'wrong' };
    if (!(await isPasswordStill(tx, way.accountId, way.passwordHash!))) return { kind: 'wrong' };
    if (!(await spend(tx, way.accountId, proof))) return { kind: 'wrong' };
    await forgiveAttempt(tx, { cleared: limits.account, counted: limits.address });
    const method = proof.kind === 'step' ? 'password' : 'recovery-code';
    const secret = await startSession(tx, { accountId: way.accountId, method, device: asked.device });
    tx.record({ act: 'signed-in', subjects: [{ type: 'account', id: way.accountId }], detail: { method } });
    return { kind: 'in', secret };
  });
}

export type Proof = { kind: 'step'; step: number } | { kind: 'recovery'; hash: Buffer };

/** What stands for the second factor, not yet spent; a code that looks like a recovery code is one. */
export async function proofOf(services: Services, way: PasswordWay | undefined, { tenantId, code }: { tenantId: string; code: string }): Promise<Proof | undefined> {
  const hash = recoveryCodeHash(code);
  if (hash) return { kind: 'recovery', hash };
  const sealing = await openSealing(services.dataFolder);
  const sealed = way?.sealedSecret ?? Buffer.alloc(48);
  const secret = sealing.unseal('authenticator', sealed, `${tenantId} ${way?.accountId ?? ''}`);
  const step = stepOfCode(secret ?? Buffer.alloc(20), code, services.database.now(), way?.lastStep);
  return secret && step !== undefined ? { kind: 'step', step } : undefined;
}

/** False when it was used before, also a moment ago by someone else. */
export async function spend(tx: Transaction, accountId: string, proof: Proof): Promise<boolean> {
  return proof.kind === 'step' ? spendStep(tx, accountId, proof.step) : spendRecoveryCode(tx, accountId, proof.hash);
}
