import type { Sweep } from '../../../../kernel/jobs/job.ts';
import { appendErased, readErased } from './erased-file.ts';
import { findUnwritten, markWritten } from './erasure.store.ts';

/** Sees to it that everyone who was erased stands in the file outside the database, whatever happened between the two. */
export const sweepErasures: Sweep = async (context) => {
  const unwritten = await context.read(findUnwritten);
  if (unwritten.length === 0) return;
  const { tenantId } = context.scope;
  const { dataFolder } = context.services;
  const written = new Set(readErased(dataFolder).filter((line) => line.tenantId === tenantId).map(({ personId }) => personId));
  appendErased(dataFolder, unwritten.filter(({ personId }) => !written.has(personId)).map(({ personId, erasedAt }) => ({ tenantId, personId, at: erasedAt.toString() })));
  await context.write((tx) => markWritten(tx, unwritten.map(({ personId }) => personId)));
};
