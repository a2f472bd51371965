import { actWords } from '../../kernel/audit/act-words.ts';
import type { Role } from '../../kernel/access/role.ts';
import type { Engine } from '../../kernel/engine.ts';
import type { Route } from '../../kernel/http/route.ts';
import { changeAuthority, changeAuthorityPage } from './change-authority/change-authority.ts';
import { authorityTheme } from './change-authority/theme.ts';
import { addAccount, addAccountPage } from './manage-accounts/add-account.ts';
import { changeAccount, endAccountAct, openAccount, resetAccount } from './manage-accounts/change-account.ts';
import { listAccounts } from './manage-accounts/list-accounts.ts';
import { tokenRoutes } from './manage-tokens/manage-tokens.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { text } from './messages.ts';
import { openSettings } from './open-settings/open-settings.tsx';
import { readLog } from './read-log/read-log.ts';
import { readMessage, readOutbox, resendMessage } from './read-outbox/read-outbox.ts';
import { retryFailedJob, seeFailedJobs } from './see-failed-jobs/see-failed-jobs.ts';

/**
 * What an administrator does. `routes` is the whole table: tokens and the log speak of every route in it. Whoever may change
 * a setting of some engine finds it here too.
 */
export function administration(engines: readonly Engine[], routes: () => Route[]): Engine {
  const settings = engines.flatMap((engine) => engine.settings ?? []);
  const mayOpen = new Set<Role>(['administrator', ...settings.flatMap(({ permission }) => engines.flatMap((engine) => engine.grants[permission] ?? []))]);
  const own: Route[] = [
    openSettings(settings),
    ...[listAccounts, addAccountPage, addAccount, openAccount, changeAccount, endAccountAct, resetAccount],
    ...[changeAuthorityPage, changeAuthority, authorityTheme],
    ...tokenRoutes(routes),
    ...[readOutbox, readMessage, resendMessage],
    readLog(routes),
    ...[seeFailedJobs, retryFailedJob],
  ];
  return {
    name: 'administration',
    hasTables: false,
    grants: {
      'settings:open': [...mayOpen],
      'accounts:manage': ['administrator'],
      'authority:change': ['administrator'],
      'tokens:manage': ['administrator'],
      'outbox:read': ['administrator'],
      'log:read': ['administrator'],
      'jobs:read': ['administrator'],
    },
    routes: own,
    words: actWords(text, nl),
    navigation: [{ href: '/settings', icon: 'settings', permission: 'settings:open', order: 100, label: (locale) => text(locale, 'settings.title') }],
  };
}
