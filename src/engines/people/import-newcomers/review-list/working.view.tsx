import { Progress, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatNumber } from '../../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import type { NewcomerList } from '../newcomer-list.ts';
import { listCrumbs } from './list-crumbs.ts';

/** A job runs over the list: how far it is, and how to stop it. The page becomes the list again when it has ended. */
export function workingView(list: NewcomerList, context: ViewContext) {
  const { locale, key } = context;
  const { id, state, done, total, isStopping } = list;
  const label = text(locale, state === 'checking' ? 'working.checking' : 'working.committing');
  const share = total > 0 ? formatNumber(locale, done / total, { style: 'percent', maximumFractionDigits: 0 }) : '';
  return (
    <WorkPage frame={context.frame()} title={label} lead={list.filename} crumbs={listCrumbs(locale)} islands={['refresh.js']}>
      <Progress
        locale={locale}
        label={label}
        done={done}
        total={total}
        detail={isStopping ? text(locale, 'working.stopping') : share}
        refreshHref={`/people/import/${id}`}
        stop={state === 'committing' && !isStopping ? { action: `/people/import/${id}/stop`, once: key } : undefined}
      />
      <p>{text(locale, state === 'checking' ? 'working.checking.what' : 'working.committing.what')}</p>
    </WorkPage>
  );
}
