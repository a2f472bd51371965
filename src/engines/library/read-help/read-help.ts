import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { guide } from '../guide/guide.ts';
import { helpContentsView, helpPageView } from './read-help.view.tsx';

export const helpContentsPage = page({
  path: '/help',
  permission: 'library:read',
  event: unrecorded('the guide, no one is read'),
  load: async () => guide,
  view: helpContentsView,
});

export const helpPage = page({
  path: '/help/:slug',
  permission: 'library:read',
  event: unrecorded('the guide, no one is read'),
  input: z.strictObject({ slug: field.text(60) }),
  load: async ({ input }) => {
    const place = guide.findIndex(({ slug }) => slug === input.slug);
    return place < 0 ? notFound : { page: guide[place]!, next: guide[place + 1] };
  },
  view: helpPageView,
});
