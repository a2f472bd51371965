import type { AgainContext } from '../../../kernel/http/context.ts';
import { refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { formatNumber } from '../../../kernel/i18n/format.ts';
import type { TableRefusal } from '../../../kernel/tables/table.ts';
import { text } from './messages.ts';

/** Why a file was not read, as a refusal beside the field of the file. */
export function refuseFile(refusal: TableRefusal): Refusal {
  const detail: Record<string, string | number> = {};
  if ('limit' in refusal) detail['limit'] = refusal.limit;
  if ('limitBytes' in refusal) detail['megabytes'] = Math.floor(refusal.limitBytes / 1_000_000);
  if ('line' in refusal) detail['line'] = refusal.line;
  if ('found' in refusal && refusal.found) detail['found'] = refusal.found;
  return refuse(refusal.refused, { field: 'file', detail });
}

/** The sentence that says what is wrong and what to do. */
export function refusalText({ locale, refusal }: AgainContext): string | undefined {
  if (!refusal) return undefined;
  const { name, detail } = refusal;
  const shown = Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, typeof value === 'number' ? formatNumber(locale, value) : value]));
  switch (name) {
    case 'file-missing':
    case 'empty':
    case 'too-large':
    case 'too-many-rows':
    case 'too-many-columns':
    case 'old-xls':
    case 'encrypted-xlsx':
    case 'damaged-xlsx':
    case 'wrong-encoding':
    case 'unclosed-quote':
    case 'no-header':
    case 'no-rows':
    case 'changed-meanwhile':
    case 'no-name-column':
    case 'not-open':
    case 'nothing-ready':
    case 'no-such-candidate':
      return text(locale, `refusal.${name}`, shown);
    case 'not-a-table':
      return text(locale, detail['found'] ? `refusal.not-a-table.${detail['found'] as 'pdf'}` : 'refusal.not-a-table');
    case 'field-twice':
      return text(locale, 'refusal.field-twice', { field: text(locale, `field.${detail['field'] as 'full-name'}`) });
    default:
      return undefined;
  }
}
