import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, Panel, RadioGroup, StatusChip, TextField } from '../../../../kernel/html/index.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatTime } from '../../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import { askers, handOverDays } from '../hand-over/terms.ts';
import { PersonPage } from '../person-page.tsx';
import { mayOpen, openMinutes } from '../restrict-person/may-open.ts';
import type { Rights } from './open-rights.ts';

export function openRightsView(rights: Rights, context: ViewContext) {
  const { person, errors, refused } = rights;
  const { locale, may } = context;
  return (
    <PersonPage person={person} part="rights" title={text(locale, 'rights.title')} lead={text(locale, 'rights.lead')} context={context}>
      <ErrorSummary locale={locale} errors={errors} labels={{ reason: text(locale, 'restrict.open.reason'), exportAskedBy: text(locale, 'export.asked-by') }} />
      {refused && <Alert kind="error">{refused}</Alert>}
      <Restricting {...rights} context={context} />
      {!person.isMasked && may('people:hand-over') && (
        <Form action={`/people/${person.id}/hand-over`} once={context.key} label={text(locale, 'export.panel')}>
          <Panel title={text(locale, 'export.panel')}>
            <p>{text(locale, 'export.about', { count: handOverDays })}</p>
            <RadioGroup locale={locale} name="exportAskedBy" label={text(locale, 'export.asked-by')} error={errors['exportAskedBy']} inline options={askers.map((value) => ({ value, label: text(locale, `erase.asked-by.${value}`) }))} />
            <ButtonRow>
              <Button look="secondary" icon="file-down">
                {text(locale, 'export.act')}
              </Button>
            </ButtonRow>
          </Panel>
        </Form>
      )}
      {!person.isMasked && may('people:erase') && (
        <Panel title={text(locale, 'erase.panel')}>
          <p>{text(locale, 'erase.about')}</p>
          <ButtonRow>
            <LinkButton icon="trash" href={`/people/${person.id}/erase`}>
              {text(locale, 'erase.act')}
            </LinkButton>
          </ButtonRow>
        </Panel>
      )}
    </PersonPage>
  );
}

function Restricting({ person, restriction, errors, context }: Rights & { context: ViewContext }) {
  const { locale, key, may } = context;
  if (!restriction)
    return (
      <Panel title={text(locale, 'restrict.panel')}>
        <p>{text(locale, 'restrict.about')}</p>
        <p>
          <a href="/people/restricted">{text(locale, 'restrict.list.title')}</a>
        </p>
        {may('people:restrict') && (
          <ButtonRow>
            <LinkButton icon="eye-off" href={`/people/${person.id}/restrict`}>
              {text(locale, 'restrict.act')}
            </LinkButton>
          </ButtonRow>
        )}
      </Panel>
    );
  const { reason, words, until, restrictedAt, openUntil } = restriction;
  return (
    <Panel title={text(locale, 'restrict.panel')} act={<StatusChip tone="waiting">{text(locale, 'restrict.is')}</StatusChip>}>
      {mayOpen(restriction, context) && <p>{text(locale, 'restrict.since', { day: formatDay(locale, dayOf(restrictedAt)), reason: text(locale, `restrict.reason.${reason}`) })}</p>}
      {openUntil && words && <p>{words}</p>}
      {until && <p>{text(locale, 'restrict.ends', { day: formatDay(locale, until) })}</p>}
      {openUntil && <p>{text(locale, 'restrict.open-until', { time: formatTime(locale, openUntil) })}</p>}
      {!openUntil && <p>{text(locale, 'restrict.masked')}</p>}
      {!openUntil && mayOpen(restriction, context) && (
        <Form action={`/people/${person.id}/open-restricted`} once={key} label={text(locale, 'restrict.open')}>
          <p>{text(locale, 'restrict.may-open', { count: openMinutes })}</p>
          <TextField locale={locale} name="reason" label={text(locale, 'restrict.open.reason')} error={errors['reason']} maxLength={300} />
          <ButtonRow>
            <Button icon="eye">{text(locale, 'restrict.open')}</Button>
          </ButtonRow>
        </Form>
      )}
      {openUntil && may('people:restrict') && (
        <Form action={`/people/${person.id}/lift-restriction`} once={key} label={text(locale, 'restrict.lift')}>
          <ButtonRow>
            <Button look="secondary" icon="undo-2">
              {text(locale, 'restrict.lift')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Panel>
  );
}
