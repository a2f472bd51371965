import { isId } from '../../../kernel/id.ts';
import type { Cursor } from '../find-services/find-services.store.ts';
import type { Searched } from '../find-services/search-services.ts';

/** Services on a page of the list. */
export const shownPerPage = 50;

/** Where the page after this one begins; undefined when this is the last. */
export function nextOf({ services }: Searched, perPage = shownPerPage): string | undefined {
  const last = services.at(-1);
  return services.length === perPage && last ? `${last.rank}.${last.id}` : undefined;
}

/** Reads what `nextOf` wrote; anything else begins at the beginning. */
export function cursorOf(typed: string | undefined): Cursor | undefined {
  const [rank = '', id = ''] = (typed ?? '').split('.');
  return /^\d{1,6}$/.test(rank) && isId(id) ? { rank: Number(rank), id } : undefined;
}
