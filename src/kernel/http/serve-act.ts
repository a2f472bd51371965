import { createHash } from 'node:crypto';
import { canonical } from '../audit/chain.ts';
import type { Scope } from '../db/types.ts';
import type { ActContext, AgainContext, FormValues, UploadedFile, ViewContext } from './context.ts';
import { fieldErrors, type FieldErrors } from './fields.ts';
import { credentialOf } from './identify.ts';
import { NotFound, Refusal } from './refusal.ts';
import { findAnswer, keepAnswer } from './request-key.store.ts';
import type { ActRoute } from './route.ts';
import { NothingThere, withoutSecret } from './serve-page.ts';
import { admit, NotIdentified, viewContext, type Serving } from './serving.ts';

export interface ActRequest {
  request: Request;
  params: Record<string, string>;
  values: Record<string, unknown>;
  files: Record<string, UploadedFile>;
  /** The request's key. A form's key counts together with what was filled in; a program's stands for one input only. */
  key: { value: string; isStrict: boolean } | undefined;
}

export type Acted<Kept> =
  /** `isRepeat`: an earlier request did it, and this one left nothing behind. */
  | { kind: 'done'; kept: Kept; isRepeat: boolean }
  | { kind: 'refused'; errors: FieldErrors; refusal?: Refusal }
  | { kind: 'key-reused' };

/** The act was refused: its transaction must not stand. */
class Refused extends Error {
  readonly errors: FieldErrors;
  readonly refusal: Refusal | undefined;
  constructor(errors: FieldErrors, refusal?: Refusal) {
    super('Refused');
    this.errors = errors;
    this.refusal = refusal;
  }
}
/** Another request with the same key did the act. */
class DoneAlready extends Error {}

/**
 * Runs an act in one transaction with its events, jobs and kept answer. `answer` makes of the result what is kept for
 * a repeated request; it must be plain JSON.
 */
export async function runAct<Kept>(serving: Serving, route: ActRoute, asked: ActRequest, answer: (result: unknown, context: ViewContext) => Kept): Promise<Acted<Kept>> {
  const credential = credentialOf(asked.request, route.permission, asked.params['secret']);
  if (!credential) throw new NotIdentified();
  const scope: Scope = { tenantId: credential.secret.tenantId, actorId: null, actorRole: 'nobody' };
  // With the path: two buttons of one page share its key, and each is an act of its own.
  const inputHash = hashOf({ path: route.path, params: asked.params, values: asked.values }, asked.files);
  const key = asked.key && (asked.key.isStrict ? asked.key.value : `${asked.key.value}.${inputHash.toString('hex').slice(0, 16)}`);
  try {
    const kept = await withRetry(() =>
      serving.services.database.write(scope, async (tx) => {
        const identified = await admit(tx, scope, credential, route.permission, serving.grants);
        const context = viewContext(serving, asked.request, identified, asked.params['secret']);
        const parsed = route.input.safeParse({ ...asked.values, ...withoutSecret(asked.params) });
        if (!parsed.success) throw new Refused(fieldErrors(context.locale, parsed.error.issues));
        const act: ActContext<unknown> = Object.assign(context, { input: parsed.data, tx, services: serving.services, files: asked.files });
        const result = await route.act(act);
        if (result instanceof NotFound) throw new NothingThere(identified);
        if (result instanceof Refusal) throw new Refused({}, result);
        const keptAnswer = answer(result, context);
        if (key && !(await keepAnswer(tx, identified.actor.id, key, route.path, { inputHash, answer: keptAnswer }))) throw new DoneAlready();
        return keptAnswer;
      }),
    );
    return { kind: 'done', kept, isRepeat: false };
  } catch (error) {
    if (!(error instanceof Refused || error instanceof DoneAlready || error instanceof NothingThere)) throw error;
    // What a repeated request finds may be the first one's work: its answer stands.
    const before = key ? await serving.services.database.read(scope, (read) => findAnswer(read, scope.actorId!, key)) : undefined;
    if (before && !before.inputHash.equals(inputHash)) return { kind: 'key-reused' };
    if (before) return { kind: 'done', kept: before.answer as Kept, isRepeat: true };
    if (error instanceof Refused) return { kind: 'refused', errors: error.errors, ...(error.refusal ? { refusal: error.refusal } : {}) };
    throw error;
  }
}

/** Draws the form again, as whoever sent it, with what was typed. */
export async function formAgain(serving: Serving, route: ActRoute, asked: ActRequest, refused: { errors: FieldErrors; refusal?: Refusal }) {
  const credential = credentialOf(asked.request, route.permission, asked.params['secret'])!;
  const scope: Scope = { tenantId: credential.secret.tenantId, actorId: null, actorRole: 'nobody' };
  return serving.services.database.read(scope, async (read) => {
    const identified = await admit(read, scope, credential, route.permission, serving.grants);
    const { refusal } = refused;
    const context: AgainContext = Object.assign(viewContext(serving, asked.request, identified, asked.params['secret']), {
      read,
      services: serving.services,
      params: withoutSecret(asked.params),
      values: asked.values as FormValues,
      errors: refused.errors,
      ...(refusal ? { refusal: { name: refusal.name, detail: refusal.detail, field: refusal.field } } : {}),
    });
    const page = await route.again(context);
    if (page instanceof NotFound || page instanceof Refusal) throw new NothingThere(identified);
    return page;
  });
}

function hashOf(values: Record<string, unknown>, files: Record<string, UploadedFile>): Buffer {
  const hash = createHash('sha256').update(canonical(values));
  for (const file of Object.values(files)) hash.update(file.field).update(file.filename).update(file.bytes);
  return hash.digest();
}

const worthRetrying = new Set(['40001', '40P01']);

/** Two acts that lock each other out: the loser starts anew. Nothing of it stood, so nothing is done twice. */
async function withRetry<T>(run: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (left > 0 && worthRetrying.has((error as { code?: string }).code ?? '')) return withRetry(run, left - 1);
    throw error;
  }
}
