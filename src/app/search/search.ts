import { z } from 'zod';
import type { Engine, SearchResult } from '../../kernel/engine.ts';
import { field } from '../../kernel/http/fields.ts';
import { page, unrecorded, type Route } from '../../kernel/http/route.ts';
import { searchView } from './search.view.tsx';

export interface SearchGroup {
  label: string;
  results: SearchResult[];
}

/** The search in the header: each engine finds its own, as far as the reader may see it. */
export function searchRoutes(engines: Engine[]): Route[] {
  const parts = engines.flatMap((engine) => engine.search ?? []).sort((a, b) => a.order - b.order);
  return [
    page({
      path: '/search',
      permission: 'search:use',
      event: unrecorded('a list of what matches, no file opened'),
      input: z.strictObject({ q: field.optionalText(100) }),
      load: async (context) => {
        const query = context.input.q;
        if (!query) return { query: '', groups: [] };
        const groups: SearchGroup[] = [];
        for (const part of parts.filter((each) => context.may(each.permission))) {
          const results = await part.find(context as never, query);
          if (results.length > 0) groups.push({ label: part.label(context.locale), results });
        }
        return { query, groups };
      },
      view: searchView,
    }),
  ];
}
