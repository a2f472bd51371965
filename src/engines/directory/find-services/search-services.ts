import { civilZone } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Municipality, ServiceFilter } from '../service.ts';
import type { Theme } from '../themes.ts';
import { findServicePage, type Cursor, type FoundServices } from './find-services.store.ts';
import { readNeed, type Need } from './read-need.ts';

/** What is asked: plain words, and what was chosen beside them, which goes before what the words say. */
export interface Asked {
  text?: string | undefined;
  theme?: Theme | undefined;
  language?: string | undefined;
  municipality?: string | undefined;
  accepting?: boolean | undefined;
  open?: boolean | undefined;
  free?: boolean | undefined;
}

export interface Searched extends FoundServices {
  need: Need;
  /** By what was searched, words and choices together. */
  filter: ServiceFilter;
}

export interface SearchOptions {
  area: readonly Municipality[];
  limit: number;
  after?: Cursor | undefined;
  publicOnly?: boolean;
}

/** Finds services by a need in plain words ("dokter die arabisch spreekt, nu open") and by what was chosen. */
export async function searchServices(read: Read, asked: Asked, { area, ...page }: SearchOptions): Promise<Searched> {
  const need = readNeed(asked.text ?? '', area);
  const filter = filterOf(asked, need, read.now);
  return { ...(await findServicePage(read, filter, page)), need, filter };
}

function filterOf(asked: Asked, need: Need, now: Temporal.Instant): ServiceFilter {
  const theme = asked.theme ?? need.theme;
  const language = asked.language ?? need.language;
  const municipality = asked.municipality ?? need.municipality;
  const accepting = asked.accepting ?? need.accepting;
  const isAllThatIsAsked = Object.values(asked).filter((value) => value !== undefined).length === 1;
  const isUnderstood = need.theme || need.language || need.municipality || need.isOpenNow || need.accepting || need.isFree;
  return {
    ...(theme ? { theme } : {}),
    ...(language ? { language } : {}),
    ...(municipality ? { municipality } : {}),
    ...(accepting !== undefined ? { accepting } : {}),
    ...(asked.open || need.isOpenNow ? { openAt: now.toZonedDateTimeISO(civilZone).toPlainDateTime() } : {}),
    ...(asked.free || need.isFree ? { free: true } : {}),
    ...(need.rest.length > 0 ? { text: need.rest.join(' ') } : {}),
    ...(need.wanted.length > 0 ? { wanted: need.wanted } : {}),
    // "Huis van het Kind" is a name before it is a house: whatever is called so comes first.
    ...(asked.text && isUnderstood && isAllThatIsAsked ? { named: asked.text } : {}),
  };
}
