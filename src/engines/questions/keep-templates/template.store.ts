import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Theme } from '../../directory/index.ts';
import type { Channel, Handling } from '../question.ts';

/** What is recorded again and again, under a name. */
export interface Template {
  id: string;
  /** Everyone's, or the reader's own. */
  isShared: boolean;
  label: string;
  /** A capital, pressed with Shift. */
  hotkey: string | null;
  theme: Theme;
  subThemeId: string | null;
  channel: Channel | null;
  /** BCP 47. */
  language: string | null;
  handling: Handling[];
  minutes: number | null;
  serviceId: string | null;
}

export type NewTemplate = Omit<Template, 'id'>;

/** The reader's own templates and those of all, by key and then by name. */
export async function findTemplates(read: Read): Promise<Template[]> {
  const found = await sql<Template>`
    select id, owner_id is null as "isShared", label, hotkey, theme, sub_theme_id as "subThemeId", channel, language, handling, minutes, service_id as "serviceId"
    from questions.template
    where tenant_id = ${read.scope.tenantId} and (owner_id is null or owner_id = ${read.scope.actorId}::uuid)
    order by hotkey nulls last, lower(label)`.execute(read.on<never>());
  return found.rows;
}

/** The id; undefined when the key is another template's already, of the same owner. */
export async function insertTemplate(tx: Transaction, template: NewTemplate): Promise<string | undefined> {
  const { isShared, label, hotkey, theme, subThemeId, channel, language, handling, minutes, serviceId } = template;
  const made = await sql<{ id: string }>`
    insert into questions.template (tenant_id, id, owner_id, label, hotkey, theme, sub_theme_id, channel, language, handling, minutes, service_id, made_at)
    values (${tx.scope.tenantId}, ${newId()}, ${isShared ? null : tx.scope.actorId}, ${label}, ${hotkey}, ${theme}, ${subThemeId}, ${channel}, ${language},
      ${[...handling]}::text[], ${minutes}, ${serviceId}, ${tx.now})
    on conflict (tenant_id, owner_id, hotkey) where hotkey is not null do nothing returning id`.execute(tx.on<never>());
  return made.rows[0]?.id;
}

/** Takes away one of the actor's own, or a shared one when that may be. False when there is none. */
export async function deleteTemplate(tx: Transaction, id: string, { maySharedToo }: { maySharedToo: boolean }): Promise<boolean> {
  const gone = await sql`
    delete from questions.template
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and (owner_id = ${tx.scope.actorId}::uuid or (owner_id is null and ${maySharedToo}))`.execute(tx.on<never>());
  return gone.numAffectedRows === 1n;
}
