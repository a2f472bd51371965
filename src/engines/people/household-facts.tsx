import { ButtonRow, LinkButton, Panel, SummaryList } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { formatDay, formatDayRelative } from '../../kernel/i18n/format.ts';
import { addressLines, type Household, type Member } from './household.ts';
import { text } from './messages.ts';
import { Names } from './names-shown.tsx';
import { ageText, municipalityText } from './show.ts';

/** Who lives together, where and since when: beside a person. */
export function HouseholdFacts({ household, personId, caseId, context }: { household: Household; personId: string; caseId: string | undefined; context: ViewContext }) {
  const { locale, may } = context;
  return (
    <Panel title={text(locale, 'household.title.size', { count: household.members.length })} act={<a href={`/households/${household.id}`}>{text(locale, 'household.open')}</a>}>
      <ul>
        {household.members.map((member) => (
          <li>
            <MemberLine member={member} isSelf={member.personId === personId} context={context} />
          </li>
        ))}
      </ul>
      <HomeSummary household={household} context={context} />
      <ButtonRow>
        {may('people:change') && (
          <LinkButton small look="secondary" icon="user-plus" href={`/households/${household.id}/add-member`}>
            {text(locale, 'member.add')}
          </LinkButton>
        )}
        {caseId && (
          <LinkButton small look="subtle" icon="messages-square" href={`/cases/${caseId}`}>
            {text(locale, 'household.welcome')}
          </LinkButton>
        )}
      </ButtonRow>
    </Panel>
  );
}

function MemberLine({ member, isSelf, context: { locale, today } }: { member: Member; isSelf: boolean; context: ViewContext }) {
  const details = [text(locale, `role.${member.role}`), ageText(locale, member.birth, today)].filter(Boolean).join(', ');
  return (
    <>
      {isSelf ? (
        <strong>
          <Names name={member.name} otherNames={[]} />
        </strong>
      ) : (
        <a href={`/people/${member.personId}`}>
          <Names name={member.name} otherNames={[]} />
        </a>
      )}{' '}
      <small>{details}</small>
    </>
  );
}

export function HomeSummary({ household, context: { locale, today, may } }: { household: Household; context: ViewContext }) {
  const { address, arrivedOn, municipality } = household;
  const changeHref = may('people:change') ? `/households/${household.id}/change` : undefined;
  const lines = address ? addressLines(address) : [];
  return (
    <SummaryList
      locale={locale}
      rows={[
        { label: text(locale, 'field.arrived-on'), value: arrivedOn ? `${formatDay(locale, arrivedOn)} (${formatDayRelative(locale, arrivedOn, today)})` : undefined, changeHref },
        { label: text(locale, 'field.address'), value: lines.length > 0 ? lines.map((line) => <div>{line}</div>) : undefined, changeHref },
        ...(address?.municipality.name ? [] : [{ label: text(locale, 'field.municipality'), value: municipalityText(municipality) }]),
      ]}
    />
  );
}
