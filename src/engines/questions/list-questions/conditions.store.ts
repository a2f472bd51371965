import { sql, type RawBuilder } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import { wordsQuery } from '../../directory/index.ts';
import { filteredMoments, filteredThemes, type QuestionFilter } from './question-filter.ts';

const askers = {
  named: sql`question.person_id is not null`,
  coded: sql`(question.person_id is null and question.pseudonym_id is not null)`,
  anonymous: sql`(question.person_id is null and question.pseudonym_id is null)`,
};

/** What the filter leaves of the tenant's questions. */
export function conditions(read: Read, filter: QuestionFilter): RawBuilder<unknown> {
  const { q, channel, language, municipality, handling, state, asker, mine, subTheme, employer, visit } = filter;
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
  if (asker) all.push(askers[asker]);
  if (subTheme) all.push(sql`question.sub_theme_id = ${subTheme}`);
  if (employer) all.push(sql`question.employer_id = ${employer}`);
  if (visit) all.push(sql`question.visited_on is not null`);
  if (mine) all.push(sql`question.recorded_by = ${read.scope.actorId}`);
  if (q) all.push(sql`question.search @@ ${wordsQuery(q)}`);
  return sql.join(all, sql` and `);
}
