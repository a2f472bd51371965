import type { Route } from '../../kernel/http/route.ts';
import { compareRoutes } from './compare-authorities/compare-authorities.ts';
import { compareEmployersRoutes } from './compare-employers/compare-employers.ts';
import { listFiguresPage } from './list-figures/list-figures.ts';
import { openFigureRoutes } from './open-figure/open-figure.ts';
import { releaseFiguresAct } from './release-figures/release-figures.ts';
import { discardStatisticAct, importStatisticAct, previewStatisticPage } from './statistics/import-statistic.ts';
import { applicationsFile, listStatisticsPage, protectionFile } from './statistics/list-statistics.ts';
import { uploadStatisticAct, uploadStatisticPage } from './statistics/upload-statistic.ts';

/** Paths with a name of their own stand before those with an id. */
export const routes: Route[] = [
  listFiguresPage,
  releaseFiguresAct,
  ...compareRoutes,
  ...compareEmployersRoutes,
  ...openFigureRoutes,
  listStatisticsPage,
  applicationsFile,
  protectionFile,
  uploadStatisticPage,
  uploadStatisticAct,
  previewStatisticPage,
  importStatisticAct,
  discardStatisticAct,
];
