import type { SettingsPlace } from '../../../kernel/engine.ts';
import { Card, Tiles, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { page, unrecorded, type PageRoute } from '../../../kernel/http/route.ts';
import { countFailedJobs } from '../../../kernel/jobs/failed-job.store.ts';
import { countTroubled } from '../../../kernel/messages/message.store.ts';
import { text } from '../messages.ts';

const ownPlaces: SettingsPlace[] = [
  { href: '/settings/accounts', permission: 'accounts:manage', icon: 'users', title: (locale) => text(locale, 'accounts.title'), about: (locale) => text(locale, 'accounts.about') },
  { href: '/settings/authority', permission: 'authority:change', icon: 'landmark', title: (locale) => text(locale, 'authority.title'), about: (locale) => text(locale, 'authority.about') },
  { href: '/settings/outbox', permission: 'outbox:read', icon: 'mail', title: (locale) => text(locale, 'outbox.title'), about: (locale) => text(locale, 'outbox.about') },
  { href: '/settings/log', permission: 'log:read', icon: 'list-checks', title: (locale) => text(locale, 'log.title'), about: (locale) => text(locale, 'log.about') },
  { href: '/settings/tokens', permission: 'tokens:manage', icon: 'key-round', title: (locale) => text(locale, 'tokens.title'), about: (locale) => text(locale, 'tokens.about') },
  { href: '/settings/jobs', permission: 'jobs:read', icon: 'refresh-cw', title: (locale) => text(locale, 'jobs.title'), about: (locale) => text(locale, 'jobs.about') },
];

/** What asks for someone's eyes, by the page that shows it. */
type Troubles = Record<string, number>;

/** The settings that the reader may open: those of the platform, and those that the engines list. */
export function openSettings(engines: readonly SettingsPlace[]): PageRoute {
  return page({
    path: '/settings',
    permission: 'settings:open',
    event: unrecorded('names of pages and two counts'),
    load: async ({ read, may }): Promise<Troubles> => ({
      '/settings/outbox': may('outbox:read') ? await countTroubled(read) : 0,
      '/settings/jobs': may('jobs:read') ? await countFailedJobs(read) : 0,
    }),
    view: (troubles: Troubles, context) => settingsView(context, [...ownPlaces, ...engines], troubles),
  });
}

function settingsView({ locale, frame, may }: ViewContext, places: readonly SettingsPlace[], troubles: Troubles) {
  return (
    <WorkPage frame={frame()} title={text(locale, 'settings.title')}>
      <section>
        <h2 class="ww-out-of-sight">{text(locale, 'settings.pages')}</h2>
        <Tiles>
          {places
            .filter(({ permission }) => may(permission))
            .map(({ href, icon, title, about }) => (
              <Card title={title(locale)} href={href} icon={icon}>
                <p>{about(locale)}</p>
                {troubles[href] ? <p class="ww-status ww-status--waiting">{text(locale, 'settings.trouble', { count: troubles[href] })}</p> : null}
              </Card>
            ))}
        </Tiles>
      </section>
    </WorkPage>
  );
}
