import { Columns, LinkButton, Panel, StatusChip, Table, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { countryName } from '../../../kernel/i18n/format.ts';
import type { Entry } from '../life/life-part.ts';
import { text } from '../life/messages.ts';
import { holdsOn } from '../life/period.ts';
import { periodText, yearsText } from '../life/period-text.ts';
import type { Job, Schooling, WorkSituation } from '../life/school-and-work.tsx';
import { PersonFrame } from '../person-frame.tsx';
import type { SchoolAndWork } from './list-school-and-work.ts';

export function listSchoolAndWorkView({ person, household, schooling, jobs, situations }: SchoolAndWork, context: ViewContext) {
  const { locale, may } = context;
  const change = (part: string, id: string) => (may('people:change') ? `/people/${person.id}/${part}/${id}/change` : undefined);
  return (
    <PersonFrame person={person} household={household} tab="school-and-work" context={context}>
      <Columns
        main={
          <>
            <Panel title={text(locale, 'schooling.title')} flush={schooling.length > 0} act={<Note path="schooling" words={text(locale, 'schooling.note')} personId={person.id} context={context} />}>
              <Table locale={locale} caption={text(locale, 'schooling.title')} rows={schooling} rowKey={({ id }) => id} rowHref={({ id }) => change('schooling', id)} columns={schoolColumns(schooling, context)} empty={<p>{text(locale, 'schooling.none')}</p>} />
            </Panel>
            <Panel title={text(locale, 'job.title')} flush={jobs.length > 0} act={<Note path="jobs" words={text(locale, 'job.note')} personId={person.id} context={context} />}>
              <Table locale={locale} caption={text(locale, 'job.title')} rows={jobs} rowKey={({ id }) => id} rowHref={({ id }) => change('jobs', id)} columns={jobColumns(context)} empty={<p>{text(locale, 'job.none')}</p>} />
            </Panel>
          </>
        }
        side={
          <Panel title={text(locale, 'situation.title')} act={<Note path="work-situations" words={text(locale, 'situation.note')} personId={person.id} context={context} />}>
            {situations.length === 0 ? <p>{text(locale, 'situation.none')}</p> : <Situations situations={situations} personId={person.id} context={context} />}
          </Panel>
        }
      />
    </PersonFrame>
  );
}

function Note({ path, words, personId, context: { may } }: { path: string; words: string; personId: string; context: ViewContext }) {
  return may('people:change') ? (
    <LinkButton small look="secondary" icon="plus" href={`/people/${personId}/${path}/new`}>
      {words}
    </LinkButton>
  ) : null;
}

function Situations({ situations, personId, context: { locale, today, may } }: { situations: readonly (WorkSituation & Entry)[]; personId: string; context: ViewContext }) {
  return (
    <ul>
      {situations.map(({ id, situation, ...period }) => (
        <li>
          {holdsOn(today, period) ? <strong>{text(locale, `work-situation.${situation}`)}</strong> : text(locale, `work-situation.${situation}`)} <small>{periodText(locale, period)}</small>{' '}
          {may('people:change') && (
            <a href={`/people/${personId}/work-situations/${id}/change`}>
              {text(locale, 'life.change')}
              <span class="ww-out-of-sight"> {text(locale, `work-situation.${situation}`)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function schoolColumns(all: readonly (Schooling & Entry)[], { locale }: ViewContext): Column<Schooling & Entry>[] {
  const [highest] = all;
  return [
    {
      key: 'level',
      head: text(locale, 'schooling.level'),
      grow: true,
      cell: (line) => (
        <>
          {text(locale, `school-level.${line.level}`)}
          {line.field && `, ${line.field}`} {line === highest && all.length > 1 && <StatusChip>{text(locale, 'schooling.highest')}</StatusChip>}
        </>
      ),
    },
    { key: 'school', head: text(locale, 'schooling.school'), cell: ({ school, country }) => [school, country && countryName(locale, country)].filter(Boolean).join(', ') },
    { key: 'years', head: text(locale, 'homes.when'), cell: (line) => [yearsText(locale, line), line.isCompleted === false && text(locale, 'schooling.not-completed')].filter(Boolean).join(', ') },
    { key: 'recognition', head: text(locale, 'schooling.recognition'), cell: ({ recognition, recognisedAs }) => (recognition === 'unknown' ? '' : [text(locale, `recognition.${recognition}`), recognisedAs].filter(Boolean).join(': ')) },
  ];
}

function jobColumns({ locale }: ViewContext): Column<Job & Entry>[] {
  return [
    { key: 'occupation', head: text(locale, 'job.occupation'), grow: true, cell: ({ occupation, isCurrent }) => <>{occupation} {isCurrent && <StatusChip tone="busy">{text(locale, 'life.now')}</StatusChip>}</> },
    { key: 'employer', head: text(locale, 'job.employer'), cell: ({ employer, country }) => [employer, country && countryName(locale, country)].filter(Boolean).join(', ') },
    { key: 'years', head: text(locale, 'homes.when'), nowrap: true, cell: (line) => yearsText(locale, line) },
  ];
}
