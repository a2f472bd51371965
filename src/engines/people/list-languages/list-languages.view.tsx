import { Columns, LinkButton, Panel, StatusChip, SummaryList, Table, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, languageName } from '../../../kernel/i18n/format.ts';
import { skills, type Assessment } from '../life/level.ts';
import type { Entry } from '../life/life-part.ts';
import { text } from '../life/messages.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { LanguagesOfPerson } from './list-languages.ts';

type Known = LanguagesOfPerson['languages'][number];

export function listLanguagesView({ person, household, languages, assessments }: LanguagesOfPerson, context: ViewContext) {
  const { locale, may } = context;
  const needs = person.needsInterpreter;
  return (
    <PersonFrame
      person={person}
      household={household}
      tab="languages"
      context={context}
      act={
        may('people:change') && (
          <LinkButton look="primary" icon="plus" href={`/people/${person.id}/language-levels/new`} hotkey="n">
            {text(locale, 'level.note')}
          </LinkButton>
        )
      }
    >
      <Columns
        main={
          <>
            <Panel title={text(locale, 'languages.title')} flush={languages.length > 0}>
              <Table locale={locale} caption={text(locale, 'languages.title')} rows={languages} rowKey={({ code }) => code} columns={languageColumns(person.id, context)} empty={<p>{text(locale, 'languages.none')}</p>} />
            </Panel>
            <Panel title={text(locale, 'languages.assessments')} flush={assessments.length > 0}>
              <Table locale={locale} caption={text(locale, 'languages.assessments')} rows={assessments} rowKey={({ id }) => id} rowHref={({ id }) => (may('people:change') ? `/people/${person.id}/language-levels/${id}/change` : undefined)} columns={assessmentColumns(context)} empty={<p>{text(locale, 'languages.assessments.none')}</p>} />
            </Panel>
          </>
        }
        side={
          <Panel
            title={text(locale, 'languages.contact')}
            act={
              may('people:change') && (
                <LinkButton small look="secondary" icon="pencil" href={`/people/${person.id}/languages/change`} hotkey="w">
                  {text(locale, 'languages.change')}
                </LinkButton>
              )
            }
          >
            <SummaryList
              locale={locale}
              rows={[
                ...person.contactLanguages.map((code, index) => ({ label: text(locale, 'languages.rank', { place: index + 1 }), value: languageName(locale, code) })),
                { label: text(locale, 'languages.interpreter'), value: needs === null ? text(locale, 'languages.interpreter.unknown') : text(locale, needs ? 'life.yes' : 'life.no') },
              ]}
            />
          </Panel>
        }
      />
    </PersonFrame>
  );
}

function languageColumns(personId: string, { locale, may }: ViewContext): Column<Known>[] {
  return [
    { key: 'language', head: text(locale, 'level.language'), grow: true, cell: ({ code, contactRank }) => <>{languageName(locale, code)} {contactRank === 1 && <StatusChip>{text(locale, 'languages.contact')}</StatusChip>}</> },
    ...skills.map((skill): Column<Known> => ({
      key: skill,
      head: text(locale, `skill.${skill}`),
      nowrap: true,
      cell: ({ levels }) => {
        const known = levels[skill];
        return known ? <span title={`${text(locale, `level.how.${known.how}`)}, ${formatDay(locale, known.assessedOn)}`}>{text(locale, `level.${known.level}`)}</span> : text(locale, 'languages.not-known');
      },
    })),
    ...(may('people:change')
      ? [{ key: 'note', head: text(locale, 'life.change'), nowrap: true, cell: ({ code }: Known) => <a href={`/people/${personId}/language-levels/new?language=${code}`}>{text(locale, 'languages.note-level')}<span class="ww-out-of-sight"> {languageName(locale, code)}</span></a> }]
      : []),
  ];
}

function assessmentColumns({ locale }: ViewContext): Column<Assessment & Entry>[] {
  return [
    { key: 'day', head: text(locale, 'level.assessed-on'), nowrap: true, cell: ({ assessedOn }) => formatDay(locale, assessedOn) },
    { key: 'language', head: text(locale, 'level.language'), cell: ({ language }) => languageName(locale, language) },
    ...skills.map((skill): Column<Assessment & Entry> => ({ key: skill, head: text(locale, `skill.${skill}`), nowrap: true, cell: (assessment) => (assessment[skill] ? text(locale, `level.${assessment[skill]}`) : text(locale, 'languages.not-known')) })),
    { key: 'how', head: text(locale, 'level.how'), grow: true, cell: ({ how, assessedBy }) => (assessedBy ? text(locale, 'languages.by', { how: text(locale, `level.how.${how}`), who: assessedBy }) : text(locale, `level.how.${how}`)) },
  ];
}
