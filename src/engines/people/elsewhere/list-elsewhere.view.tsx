import { Alert, Button, EmptyState, Form, Hidden, LinkButton, StatusChip, Table, Tabs, WorkPage } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import { Names } from '../names-shown.tsx';
import { birthText } from '../show.ts';
import { pairNumber } from './elsewhere.ts';
import type { ElsewhereList, ListedElsewhere } from './list-elsewhere.ts';
import { text } from './messages.ts';

const home = '/people/elsewhere';
const tabs = ['open', 'same', 'different'] as const;

export function listElsewhereView({ state, hasPartners, pairs, error }: ElsewhereList, context: ViewContext) {
  const { locale, may } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'title')} lead={text(locale, 'lead')} crumbs={[{ href: '/people', label: text(locale, 'crumb') }]}>
      {error && <Alert kind="error">{error}</Alert>}
      <Tabs label={text(locale, 'title')} items={tabs.map((tab) => ({ href: `${home}?state=${tab}`, label: text(locale, `tab.${tab}`), current: tab === state }))} />
      <Table
        locale={locale}
        caption={text(locale, 'title')}
        rows={pairs}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="users" title={text(locale, hasPartners ? `none.${state}` : 'none.agreed')} act={!hasPartners && may('partners:manage') && <LinkButton href="/settings/partners">{text(locale, 'agree')}</LinkButton>}>
            {text(locale, hasPartners ? 'none.what' : 'none.agreed.what')}
          </EmptyState>
        }
        columns={[
          {
            key: 'person',
            head: text(locale, 'person'),
            grow: true,
            cell: ({ person }) => (
              <>
                <a href={`/people/${person.id}`}>
                  <Names name={person.name} otherNames={person.otherNames} />
                </a>{' '}
                <small>{birthText(locale, person.birth)}</small>
              </>
            ),
          },
          { key: 'partner', head: text(locale, 'partner'), cell: ({ partnerName, telephone }) => <>{partnerName} {telephone && <small>{telephone}</small>}</> },
          { key: 'number', head: text(locale, 'number'), nowrap: true, cell: ({ id }) => <code>{pairNumber(id)}</code> },
          { key: 'sure', head: text(locale, 'sure'), cell: ({ kinds }) => text(locale, 'sure.kinds', { count: kinds }) },
          { key: 'found', head: text(locale, 'found'), wideOnly: true, nowrap: true, cell: ({ foundAt }) => formatDay(locale, dayOf(foundAt)) },
          { key: 'partner-says', head: text(locale, 'partner-says'), cell: ({ partnerSays }) => <StatusChip tone={partnerSays === 'same' ? 'done' : partnerSays === 'different' ? 'closed' : 'waiting'}>{text(locale, `says.${partnerSays ?? 'nothing'}`)}</StatusChip> },
          { key: 'own-says', head: text(locale, 'own-says'), cell: (pair) => <Say pair={pair} context={context} /> },
        ]}
      />
    </WorkPage>
  );
}

function Say({ pair: { id, version, ownSays, person }, context: { locale, key } }: { pair: ListedElsewhere; context: ViewContext }) {
  const answers = ownSays ? (['undecided'] as const) : (['same', 'different'] as const);
  return (
    <>
      {ownSays && <StatusChip tone={ownSays === 'same' ? 'done' : 'closed'}>{text(locale, `says.${ownSays}`)}</StatusChip>}
      {answers.map((answer) => (
        <Form action={`${home}/${id}/say`} once={`${key}-${answer}`} version={version} label={text(locale, 'say.of', { what: text(locale, `say.${answer}`), name: person.name.full })}>
          <Hidden name="says" value={answer} />
          <Button look="secondary" small>
            {text(locale, `say.${answer}`)}
          </Button>
        </Form>
      ))}
    </>
  );
}
