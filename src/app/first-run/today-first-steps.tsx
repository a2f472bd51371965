import { countAccounts } from '../../kernel/access/account.store.ts';
import type { Permission } from '../../kernel/access/role.ts';
import type { TodayPart } from '../../kernel/engine.ts';
import { Panel, TaskList } from '../../kernel/html/index.ts';
import { findEarlyActs } from './early-acts.store.ts';
import { text } from './messages.ts';

interface FirstStep {
  name: 'colleagues' | 'list' | 'services';
  href: string;
  permission: Permission;
  /** The act in the log that shows that it was done. */
  act?: string;
}

const firstSteps: FirstStep[] = [
  { name: 'colleagues', href: '/settings/accounts/new', permission: 'accounts:manage' },
  { name: 'list', href: '/people/import', permission: 'people:import', act: 'import-committed' },
  { name: 'services', href: '/directory/services/new', permission: 'directory:change', act: 'service-added' },
];

/** For an authority that has just begun: what stands between it and its first family, until all of it is done. */
export const todayFirstSteps: TodayPart = {
  permission: 'accounts:manage',
  order: 1,
  load: async ({ read }) => {
    const acts = await findEarlyActs(read, firstSteps.flatMap(({ act }) => act ?? []));
    if (!acts) return undefined;
    const hasColleagues = (await countAccounts(read)) > 1;
    const done = firstSteps.map(({ act }) => (act ? acts.has(act) : hasColleagues));
    return done.every(Boolean) ? undefined : done;
  },
  view: (done: boolean[], { locale, may }) => (
    <Panel title={text(locale, 'first-steps.title')}>
      <p>{text(locale, 'first-steps.lead')}</p>
      <TaskList
        label={text(locale, 'first-steps.title')}
        items={firstSteps.map(({ name, href, permission }, index) => ({
          label: text(locale, `first-steps.${name}`),
          ...(may(permission) ? { href } : {}),
          hint: text(locale, may(permission) ? `first-steps.${name}.hint` : 'first-steps.elsewhere'),
          status: done[index] ? { label: text(locale, 'first-steps.done'), tone: 'done' as const } : { label: text(locale, 'first-steps.open'), tone: 'waiting' as const },
        }))}
      />
    </Panel>
  ),
};
