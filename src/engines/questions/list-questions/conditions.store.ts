import { sql, type RawBuilder } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import { wordsQuery } from '../../directory/index.ts';
import { filteredMoments, filteredThemes, type QuestionFilter } from './question-filter.ts';

/** What the filter leaves of the tenant's questions. */
export function conditions(read: Read, filter: QuestionFilter): RawBuilder<unknown> {
  const { q, channel, language, municipality, handling, state, asker, mine } = filter;
  const all: RawBuilder<unknown>[] = [sql`question.tenant_id = ${read.scope.tenantId}`];
  const themes = filteredThemes(filter);
  const { start, end } = filteredMoments(filter);
  if (themes) all.push(themes.length === 1 ? sql`question.theme = ${themes[0]!}` : sql`question.theme = any(${themes}::text[])`);
  if (channel) all.push(sql`question.channel = ${channel}`);
  if (language) all.push(sql`question.language = ${language}`);
  if (municipality) all.push(sql`question.municipality = ${municipality}`);
  if (start) all.push(sql`question.asked_at >= ${start}`);
  if (end) all.push(sql`question.asked_at < ${end}`);
  if (handling) all.push(handling === 'none' ? sql`question.handling = '{}'` : sql`${handling} = any(question.handling)`);
  if (state) all.push(state === 'open' ? sql`question.closed_at is null` : sql`question.closed_at is not null`);
  if (asker) all.push(asker === 'named' ? sql`question.person_id is not null` : sql`question.person_id is null`);
  if (mine) all.push(sql`question.recorded_by = ${read.scope.actorId}`);
  if (q) all.push(sql`question.search @@ ${wordsQuery(q)}`);
  return sql.join(all, sql` and `);
}
