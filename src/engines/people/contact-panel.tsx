import { LinkButton, Panel, StatusChip, SummaryList } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { text } from './messages.ts';
import type { ContactWay, Person } from './person.ts';
import { phoneText } from './show.ts';

/** By which ways a person is reached, the preferred one first. */
export function ContactPanel({ person, context: { locale, may } }: { person: Person; context: ViewContext }) {
  return (
    <Panel
      title={text(locale, 'person.contact')}
      act={
        may('people:change') && (
          <LinkButton small look="secondary" icon="pencil" href={`/people/${person.id}/contact`}>
            {text(locale, 'person.change')}
            <span class="ww-out-of-sight"> {text(locale, 'person.contact')}</span>
          </LinkButton>
        )
      }
    >
      {person.contactWays.length === 0 ? (
        <p>{text(locale, 'contact.none')}</p>
      ) : (
        <SummaryList
          locale={locale}
          rows={person.contactWays.map((way) => ({
            label: way.kind === 'through' ? text(locale, 'reach.via.label', { through: way.through ?? '' }) : text(locale, `contact.${way.kind}`),
            value: (
              <>
                <WayValue way={way} locale={locale} /> {way.takesTexts !== undefined && <small>{text(locale, way.takesTexts ? 'reach.texts-yes' : 'reach.no-texts')}</small>}{' '}
                {way.isPreferred && person.contactWays.length > 1 && <StatusChip>{text(locale, 'contact.preferred')}</StatusChip>}
              </>
            ),
          }))}
        />
      )}
    </Panel>
  );
}

function WayValue({ way: { kind, value, through }, locale }: { way: ContactWay; locale: ViewContext['locale'] }) {
  if (kind === 'phone') return <a href={`tel:${value}`}>{phoneText(value)}</a>;
  if (kind === 'email') return <a href={`mailto:${value}`}>{value}</a>;
  if (kind === 'post' && value === '') return <>{text(locale, 'reach.home')}</>;
  return <bdi>{value || through}</bdi>;
}
