import { Button, ButtonRow, Columns, ErrorSummary, Form, LinkButton, Panel, RadioGroup, SelectField, TextArea } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { PersonFrame } from '../person-frame.tsx';
import { text } from './messages.ts';
import { openingLengths, openingReasons } from './note.ts';
import type { ClosedSeal } from './open-seal.ts';
import type { Opening } from './sealed.store.ts';

export function openSealView({ person, household, count, openings, filled, errors }: ClosedSeal, context: ViewContext) {
  const { locale, key } = context;
  const labels = { reason: text(locale, 'open.reason'), reasonText: text(locale, 'open.reason-text'), minutes: text(locale, 'open.minutes') };
  return (
    <PersonFrame
      person={person}
      household={household}
      tab="sealed"
      context={context}
      act={
        <LinkButton look="secondary" icon="plus" href={`/people/${person.id}/sealed/new`} hotkey="n">
          {text(locale, 'note.act')}
        </LinkButton>
      }
    >
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <Columns
        main={
          <Panel title={text(locale, 'open.title')}>
            <p>{text(locale, count > 0 ? 'open.count' : 'open.count.none', { count })}</p>
            {count > 0 && (
              <Form action={`/people/${person.id}/sealed`} once={key} label={text(locale, 'open.title')}>
                <p>{text(locale, 'open.what')}</p>
                <SelectField locale={locale} name="reason" label={labels.reason} placeholder={text(locale, 'open.choose')} value={filled.reason} error={errors['reason']} options={openingReasons.map((value) => ({ value, label: text(locale, `reason.${value}`) }))} />
                <TextArea locale={locale} name="reasonText" label={labels.reasonText} hint={text(locale, 'open.reason-text.hint')} value={filled.reasonText} error={errors['reasonText']} rows={2} maxLength={500} />
                <RadioGroup locale={locale} name="minutes" label={labels.minutes} inline value={filled.minutes} error={errors['minutes']} options={openingLengths.map((value) => ({ value, label: text(locale, 'open.for', { count: Number(value) }) }))} />
                <ButtonRow>
                  <Button icon="lock">{text(locale, 'open.act')}</Button>
                </ButtonRow>
              </Form>
            )}
          </Panel>
        }
        side={
          <Panel title={text(locale, 'openings.of-person')}>
            {openings.length === 0 ? <p>{text(locale, 'openings.none-of-person')}</p> : <OpeningList openings={openings} context={context} />}
          </Panel>
        }
      />
    </PersonFrame>
  );
}

export function OpeningList({ openings, context: { locale } }: { openings: readonly Opening[]; context: ViewContext }) {
  return (
    <ul>
      {openings.map(({ openedAt, accountName, reason, reasonText }) => (
        <li>
          {formatMoment(locale, openedAt)} · {accountName ?? text(locale, 'openings.nobody')}
          <br />
          <small>
            {text(locale, `reason.${reason}`)}: {reasonText}
          </small>
        </li>
      ))}
    </ul>
  );
}
