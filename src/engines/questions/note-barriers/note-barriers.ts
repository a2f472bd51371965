import { z } from 'zod';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse, Refusal } from '../../../kernel/http/refusal.ts';
import { isId } from '../../../kernel/id.ts';
import { findServices, findServicesByIds } from '../../directory/index.ts';
import { barrierReasons, type NewBarrier } from './barrier.ts';
import { replaceBarriers } from './barrier.store.ts';

/** Makes these the barriers of a question, and says so in its history; the same once more changes nothing. */
export async function noteBarriers(tx: Transaction, questionId: string, barriers: readonly NewBarrier[]): Promise<void> {
  const isChanged = await replaceBarriers(tx, questionId, barriers);
  if (isChanged) tx.record({ act: 'barriers-noted', subjects: [{ type: 'question', id: questionId }], detail: { reasons: barriers.map(({ reason }) => reason).join(',') } });
}

/** The fields of barriers as a form or a program sends them. */
export const barrierFields = {
  barriers: field.list(z.enum(barrierReasons, 'choose')),
  /** The service where it was met, by id; 'none' passes over a name that was typed. */
  barrierService: field.optionalText(36).pipe(z.union([z.literal('none'), z.string().refine(isId, 'not-known')], 'not-known').optional()),
  /** The name of a service that was typed and is to be found. */
  barrierServiceName: field.optionalText(200),
};

export type BarrierInput = z.output<z.ZodObject<typeof barrierFields>>;

/** What was filled in as barriers, or what is not right about it. A name that fits one service only is that service. */
export async function barriersOf(read: Read, input: BarrierInput): Promise<NewBarrier[] | Refusal> {
  const serviceId = await serviceOf(read, input);
  if (serviceId instanceof Refusal) return serviceId;
  if (serviceId && input.barriers.length === 0) return refuse('barrier-to-choose', { field: 'barriers' });
  return [...new Set(input.barriers)].map((reason) => ({ reason, serviceId }));
}

/** The service that was chosen or whose name was typed; null for none. */
export async function serviceOf(read: Read, { barrierService, barrierServiceName }: Pick<BarrierInput, 'barrierService' | 'barrierServiceName'>): Promise<string | null | Refusal> {
  if (barrierService === 'none' || (!barrierService && !barrierServiceName)) return null;
  if (barrierService) return (await findServicesByIds(read, [barrierService])).length === 1 ? barrierService : refuse('barrier-service-not-known', { field: 'barrierServiceName' });
  const found = await findBarrierServices(read, barrierServiceName!);
  const named = found.filter(({ name }) => name.toLowerCase() === barrierServiceName!.toLowerCase());
  if (named.length === 1) return named[0]!.id;
  return refuse(found.length === 0 ? 'barrier-service-not-known' : 'barrier-service-to-choose', { field: 'barrierServiceName' });
}

export interface ServiceChoice {
  id: string;
  name: string;
  organisation: string;
}

const shown = 8;

/** Services of the social map that the typed words lead to. */
export async function findBarrierServices(read: Read, words: string): Promise<ServiceChoice[]> {
  return (await findServices(read, { text: words }, shown)).map(({ id, name, organisation }) => ({ id, name, organisation: organisation.name }));
}

/** What can be chosen as the service: those found by the words typed, or the one chosen before. Undefined before anyone searched. */
export async function loadBarrierServices(read: Read, filled: { barrierService?: string; barrierServiceName?: string }): Promise<ServiceChoice[] | undefined> {
  if (filled.barrierServiceName) return findBarrierServices(read, filled.barrierServiceName);
  if (!filled.barrierService || !isId(filled.barrierService)) return undefined;
  return (await findServicesByIds(read, [filled.barrierService])).map(({ id, name, organisation }) => ({ id, name, organisation: organisation.name }));
}
