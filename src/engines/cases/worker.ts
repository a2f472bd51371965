import type { CaseFile } from './case.ts';

/** Someone who holds talks. */
export interface Worker {
  /** The account's. */
  id: string;
  name: string;
  /** Has the role; others hold talks only when they have a profile. */
  isGuide: boolean;
  /** BCP 47. */
  languages: string[];
  /** NIS codes; none is everywhere. */
  municipalities: string[];
  /** Takes new talks. */
  isActive: boolean;
  casesRunning: number;
  talksAhead: number;
  /** 0 when there is no profile yet. */
  version: number;
}

export interface Proposal {
  worker: Worker;
  /** Those of the household's contact languages that the worker speaks, best first. */
  shared: string[];
  goesThere: boolean;
}

/**
 * Who could hold this talk, the best first: who speaks the household's first language before who speaks its second,
 * then who goes to its municipality, then who has the fewest talks ahead.
 */
export function proposeWorkers(workers: readonly Worker[], { languages, municipality }: Pick<CaseFile, 'languages' | 'municipality'>): Proposal[] {
  const proposals = workers
    .filter(({ isActive }) => isActive)
    .map((worker) => ({
      worker,
      shared: languages.filter((language) => worker.languages.some((spoken) => isSameLanguage(spoken, language))),
      goesThere: worker.municipalities.length === 0 || municipality === null || worker.municipalities.includes(municipality),
    }));
  const rank = ({ shared }: Proposal) => (shared.length === 0 ? languages.length : languages.indexOf(shared[0]!));
  return proposals.toSorted(
    (one, other) => rank(one) - rank(other) || Number(other.goesThere) - Number(one.goesThere) || one.worker.talksAhead - other.worker.talksAhead || one.worker.name.localeCompare(other.worker.name, 'nl'),
  );
}

/** Whether who speaks the one speaks the other: a region or script after the language makes no other language. */
export function isSameLanguage(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}
