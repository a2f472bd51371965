import { z } from 'zod';
import { download, FileAnswer } from '../../../../kernel/http/answer.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { findWholeService, findWholeServices, findWholeServicesAfter } from '../../whole-service.store.ts';
import { documentsOf, findServicePage } from '../documents.store.ts';

const document = z.record(z.string(), z.unknown());
const atATime = 1000;

/** The whole map as one file: the same shape as a page of the HSDS API. */
export const exportServicesPage = page({
  path: '/directory/export',
  permission: 'directory:read',
  event: unrecorded('services, no person'),
  load: async ({ read }) => ({ chunks: await allDocuments(read) }),
  view: ({ chunks }, { today }) => download(streamOf(chunks), 'application/json', `sociale-kaart-${today}.json`),
});

/** One text per stretch, so that a large map is not one text of many megabytes. */
async function allDocuments(read: Read): Promise<string[]> {
  const chunks: string[] = [];
  for (let after: string | null = null; ; ) {
    const services = await findWholeServicesAfter(read, after, atATime);
    if (services.length > 0) chunks.push((await documentsOf(read, services)).map((each) => JSON.stringify(each)).join(',\n'));
    if (services.length < atATime) return chunks;
    after = services.at(-1)!.id;
  }
}

function streamOf(chunks: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = ['{"contents":[\n', ...chunks.flatMap((chunk, index) => (index === 0 ? [chunk] : [',\n', chunk])), '\n]}\n'];
  return new ReadableStream({
    pull: (controller) => {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(encoder.encode(part));
    },
  });
}

/** The HSDS API's list of services, fully nested, page by page. */
export const hsdsServicesPage = page({
  path: '/directory/hsds.json',
  permission: 'directory:read',
  event: unrecorded('services, no person'),
  input: z.strictObject({ page: field.optionalInteger(1, 1_000_000), per_page: field.optionalInteger(1, 500) }),
  load: async ({ read, input: { page: number = 1, per_page: perPage = 50 } }) => {
    const { ids, total } = await findServicePage(read, number, perPage);
    const services = (await findWholeServices(read, ids)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const pages = Math.max(1, Math.ceil(total / perPage));
    return {
      total_items: total,
      total_pages: pages,
      page_number: number,
      size: services.length,
      first_page: number === 1,
      last_page: number >= pages,
      empty: services.length === 0,
      contents: await documentsOf(read, services),
    };
  },
  view: (answer) => new FileAnswer(JSON.stringify(answer), 'application/json', { inline: true }),
  api: {
    summary: 'Services as Open Referral HSDS 3.0 documents',
    path: '/hsds/services',
    output: z.object({ total_items: z.int(), total_pages: z.int(), page_number: z.int(), size: z.int(), first_page: z.boolean(), last_page: z.boolean(), empty: z.boolean(), contents: z.array(document) }),
  },
});

export const hsdsServicePage = page({
  path: '/directory/services/:id/hsds.json',
  permission: 'directory:read',
  event: unrecorded('a service, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }) => {
    const service = await findWholeService(read, input.id);
    return service ? (await documentsOf(read, [service]))[0]! : notFound;
  },
  view: (answer) => new FileAnswer(JSON.stringify(answer), 'application/json', { inline: true }),
  api: { summary: 'One service as an Open Referral HSDS 3.0 document', path: '/hsds/services/:id', output: document },
});
