import type { Route } from '../../../kernel/http/route.ts';
import { commitListAct, discardListAct, stopListAct } from './carry-out/carry-out.ts';
import { downloadExamplePage, downloadTemplatePage } from './download-example/download-example.ts';
import { mapColumnsAct, mapColumnsPage } from './map-columns/map-columns.ts';
import { repairRowAct, repairRowPage } from './repair-row/repair-row.ts';
import { reviewListPage } from './review-list/review-list.ts';
import { settleDuplicateAct } from './settle-duplicate/settle-duplicate.ts';
import { uploadListAct, uploadListPage } from './upload-list/upload-list.ts';

export { importJobs, importSweeps } from './jobs.ts';

/** Names of their own stand before ids. */
export const importRoutes: Route[] = [
  uploadListPage,
  uploadListAct,
  downloadTemplatePage,
  downloadExamplePage,
  mapColumnsPage,
  mapColumnsAct,
  reviewListPage,
  repairRowPage,
  repairRowAct,
  settleDuplicateAct,
  commitListAct,
  stopListAct,
  discardListAct,
];
