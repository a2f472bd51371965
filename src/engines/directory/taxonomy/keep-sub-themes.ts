import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { endSubTheme, insertSubThemes, putSubThemeUnder, renameSubTheme } from './sub-theme.store.ts';
import type { Theme } from '../themes.ts';

/** Adds sub-themes, each with its event; answers the ids of those that are new: a label that is in use stays one sub-theme. */
export async function addSubThemes(tx: Transaction, subThemes: readonly { id?: string; label: string; theme: Theme }[]): Promise<string[]> {
  const rows = subThemes.map(({ id = newId(), label, theme }) => ({ id, label, theme }));
  const made = await insertSubThemes(tx, rows, dayOf(tx.now));
  for (const id of made) tx.record({ act: 'sub-theme-added', subjects: [{ type: 'sub-theme', id }], detail: { theme: rows.find((row) => row.id === id)!.theme } });
  return made;
}

/** False when someone saved in between, or when it is not there (any more). */
export async function giveAnotherName(tx: Transaction, id: string, version: number, label: string): Promise<boolean> {
  const isRenamed = await renameSubTheme(tx, id, version, label);
  if (isRenamed) tx.record({ act: 'sub-theme-renamed', subjects: [{ type: 'sub-theme', id }] });
  return isRenamed;
}

/** Counts under another theme from a day on. False when it is not there (any more). */
export async function moveSubTheme(tx: Transaction, id: string, theme: Theme, from: Temporal.PlainDate): Promise<boolean> {
  const isMoved = await putSubThemeUnder(tx, id, theme, from);
  if (isMoved) tx.record({ act: 'sub-theme-moved', subjects: [{ type: 'sub-theme', id }], detail: { theme, from: from.toString() } });
  return isMoved;
}

/** Cannot be chosen any more from today. False when it is not there (any more). */
export async function stopSubTheme(tx: Transaction, id: string): Promise<boolean> {
  const isEnded = await endSubTheme(tx, id, dayOf(tx.now));
  if (isEnded) tx.record({ act: 'sub-theme-ended', subjects: [{ type: 'sub-theme', id }] });
  return isEnded;
}
