import { everyRole } from '../../kernel/access/role.ts';
import type { Engine } from '../../kernel/engine.ts';
import { text } from './messages.ts';
import { routes } from './routes.ts';

export const engine: Engine = {
  name: 'library',
  hasTables: false,
  grants: { 'library:read': everyRole },
  routes,
  navigation: [{ href: '/help', icon: 'book-open', permission: 'library:read', order: 90, label: (locale) => text(locale, 'navigation.label') }],
};
