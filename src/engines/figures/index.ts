import { actWords } from '../../kernel/audit/act-words.ts';
import type { Engine } from '../../kernel/engine.ts';
import nl from './messages/nl.json' with { type: 'json' };
import { shareFigures } from './compare-authorities/share-figures.ts';
import { text } from './messages.ts';
import { releaseSettledMonths } from './release-figures/release-figures.ts';
import { routes } from './routes.ts';
import { forgetPreviews } from './statistics/import-statistic.ts';

export { releaseFigures } from './release-figures/release-figures.ts';

export const engine: Engine = {
  name: 'figures',
  hasTables: true,
  grants: {
    'figures:read': ['guide', 'front-desk', 'social-worker', 'coordinator', 'policy', 'administrator'],
    'figures:release': ['coordinator', 'policy', 'administrator'],
    'figures:import': ['policy', 'administrator'],
  },
  routes,
  sweeps: { 'release-settled-months': releaseSettledMonths, 'forget-previews': forgetPreviews },
  navigation: [{ href: '/figures', icon: 'chart-column', permission: 'figures:read', order: 80, label: (locale) => text(locale, 'navigation.label') }],
  words: actWords(text, nl),
  exchanges: [shareFigures],
};
