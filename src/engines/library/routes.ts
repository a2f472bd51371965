import type { Route } from '../../kernel/http/route.ts';
import { helpContentsPage, helpPage } from './read-help/read-help.ts';

export const routes: Route[] = [helpContentsPage, helpPage];
