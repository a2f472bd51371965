import { Columns, LinkButton, Panel, StatusChip, SummaryList, Table, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { addressLines } from '../household.ts';
import type { Entry } from '../life/life-part.ts';
import { text } from '../life/messages.ts';
import { linesOf, type OwnAddress } from '../life/own-addresses.tsx';
import { holdsOn } from '../life/period.ts';
import { periodText } from '../life/period-text.ts';
import { text as words } from '../messages.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { Home } from './home.store.ts';
import type { HomesOfPerson } from './list-homes.ts';

export function listHomesView({ person, household, homes, own }: HomesOfPerson, context: ViewContext) {
  const { locale, today, may } = context;
  const apart = own.find((line) => holdsOn(today, line));
  const letters = own.find((line) => line.takesLetters && holdsOn(today, line));
  const together = household?.address ? addressLines(household.address) : [];
  const lettersTo = letters ? linesOf(letters) : together;
  return (
    <PersonFrame person={person} household={household} tab="homes" context={context}>
      <Columns
        main={
          <>
            <Panel title={text(locale, 'homes.past')} flush={homes.length > 0}>
              <Table locale={locale} caption={text(locale, 'homes.past')} rows={homes} rowKey={(home) => `${home.householdId}-${String(home.fromDay)}-${String(home.untilDay)}`} columns={homeColumns(context)} empty={<p>{text(locale, 'homes.past.none')}</p>} />
            </Panel>
            <Panel
              title={text(locale, 'own-address.title')}
              flush={own.length > 0}
              act={
                may('people:change') && (
                  <LinkButton small look="secondary" icon="plus" href={`/people/${person.id}/own-addresses/new`} hotkey="n">
                    {text(locale, 'own-address.note')}
                  </LinkButton>
                )
              }
            >
              <Table locale={locale} caption={text(locale, 'own-address.title')} rows={own} rowKey={({ id }) => id} rowHref={({ id }) => (may('people:change') ? `/people/${person.id}/own-addresses/${id}/change` : undefined)} columns={ownColumns(context)} empty={<p>{text(locale, 'own-address.none')}</p>} />
            </Panel>
          </>
        }
        side={
          <Panel title={text(locale, 'homes.now')} act={household && <a href={`/households/${household.id}`}>{words(locale, 'household.open')}</a>}>
            {apart || together.length > 0 ? (
              <SummaryList
                locale={locale}
                rows={[
                  ...(apart ? [{ label: text(locale, `own-address.kind.${apart.kind}`), value: <Lines lines={linesOf(apart)} /> }] : []),
                  { label: text(locale, 'homes.household'), value: together.length > 0 ? <Lines lines={together} /> : undefined },
                  { label: text(locale, 'homes.letters'), value: lettersTo.length > 0 ? <Lines lines={lettersTo} /> : undefined },
                ]}
              />
            ) : (
              <p>{text(locale, 'homes.none')}</p>
            )}
          </Panel>
        }
      />
    </PersonFrame>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <div>{line}</div>
      ))}
    </>
  );
}

function homeColumns({ locale, today, may }: ViewContext): Column<Home>[] {
  return [
    { key: 'where', head: text(locale, 'homes.where'), grow: true, cell: (home) => <>{(home.address && addressLines(home.address).join(', ')) || words(locale, 'day.unknown')} {holdsOn(today, home) && <StatusChip tone="busy">{text(locale, 'life.now')}</StatusChip>}</> },
    { key: 'when', head: text(locale, 'homes.when'), nowrap: true, cell: (home) => periodText(locale, home) },
    { key: 'with', head: text(locale, 'homes.with'), nowrap: true, cell: ({ householdId, size }) => (may('people:read') ? <a href={`/households/${householdId}`}>{words(locale, 'household.size', { count: size })}</a> : words(locale, 'household.size', { count: size })) },
  ];
}

function ownColumns({ locale, today }: ViewContext): Column<OwnAddress & Entry>[] {
  return [
    { key: 'where', head: text(locale, 'homes.where'), grow: true, cell: (line) => <>{linesOf(line).join(', ')} {holdsOn(today, line) && <StatusChip tone="busy">{text(locale, 'life.now')}</StatusChip>}</> },
    { key: 'kind', head: text(locale, 'own-address.kind'), cell: ({ kind, takesLetters }) => [text(locale, `own-address.kind.${kind}`), takesLetters && text(locale, 'own-address.gets-letters')].filter(Boolean).join(', ') },
    { key: 'when', head: text(locale, 'homes.when'), nowrap: true, cell: (line) => periodText(locale, line) },
  ];
}
