import { Alert, Button, ButtonRow, Columns, ErrorSummary, Form, LinkButton, Panel, RadioGroup, SelectField, Table, TextField } from '../../../../kernel/html/index.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import type { FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { formatDay, formatNumber } from '../../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import { PersonPage } from '../person-page.tsx';
import { askers } from './askers.ts';
import type { ErasePreview } from './erase-person.ts';
import { holdGrounds, refusalGrounds } from './hold.store.ts';
import { partText } from './part-words.ts';

export function erasePersonView(preview: ErasePreview, context: ViewContext) {
  const { person, holds, values, errors, refused } = preview;
  const { locale, key } = context;
  const title = text(locale, 'erase.title', { name: person.name.full });
  const back = `/people/${person.id}/rights`;
  return (
    <PersonPage person={person} part="rights" title={title} lead={text(locale, 'erase.lead')} below={{ href: back, label: text(locale, 'rights.title') }} context={context}>
      <ErrorSummary locale={locale} errors={errors} labels={{ askedBy: text(locale, 'erase.asked-by'), requestedBy: text(locale, 'erase.asked-by'), refusalGround: text(locale, 'erase.ground'), refusalSource: text(locale, 'erase.source'), holdGround: text(locale, 'erase.ground'), holdUntil: text(locale, 'hold.until.label') }} />
      {refused && <Alert kind="error">{refused}</Alert>}
      <Columns
        main={
          <>
            <What preview={preview} context={context} />
            {holds.length === 0 && (
              <Form action={`/people/${person.id}/erase`} once={key} label={title}>
                <Panel>
                  <RadioGroup locale={locale} name="askedBy" label={text(locale, 'erase.asked-by')} value={valueOf(values, 'askedBy')} error={errors['askedBy']} options={askers.map((value) => ({ value, label: text(locale, `erase.asked-by.${value}`) }))} />
                </Panel>
                <ButtonRow>
                  <Button look="harm" icon="trash">
                    {text(locale, 'erase.do')}
                  </Button>
                  <LinkButton look="subtle" href={back}>
                    {text(locale, 'cancel')}
                  </LinkButton>
                </ButtonRow>
              </Form>
            )}
          </>
        }
        side={
          <>
            <Holding preview={preview} context={context} />
            <Refusing preview={preview} context={context} />
          </>
        }
      />
    </PersonPage>
  );
}

function What({ preview: { parts, merged, hasLonelyHousehold }, context: { locale } }: { preview: ErasePreview; context: ViewContext }) {
  const rows = parts.map(({ name, count }) => ({ name: partText(locale, name), count: formatNumber(locale, count) }));
  return (
    <Panel title={text(locale, 'erase.what')}>
      <ul>
        <li>{text(locale, 'erase.record')}</li>
        {merged > 0 && <li>{text(locale, 'erase.merged', { count: merged })}</li>}
        {hasLonelyHousehold && <li>{text(locale, 'erase.household')}</li>}
      </ul>
      {rows.length > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'erase.what')}
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: 'part', head: text(locale, 'erase.part'), grow: true, cell: ({ name }) => name },
            { key: 'count', head: text(locale, 'erase.count'), numeric: true, cell: ({ count }) => count },
          ]}
        />
      )}
      <p>
        <strong>{text(locale, 'erase.stays')}.</strong> {text(locale, 'erase.stays.what')}
      </p>
    </Panel>
  );
}

function Holding({ preview: { person, holds, values, errors }, context: { locale, key } }: { preview: ErasePreview; context: ViewContext }) {
  const said = (until: (typeof holds)[number]['until']) => (until ? text(locale, 'hold.until', { day: formatDay(locale, until) }) : text(locale, 'hold.open'));
  return (
    <Panel title={text(locale, 'hold.title')} tone={holds.length > 0 ? 'waiting' : undefined}>
      <p>{text(locale, 'hold.about')}</p>
      {holds.map(({ id, ground, source, until }) => (
        <Form action={`/people/${person.id}/holds/${id}/lift`} once={key} label={text(locale, 'hold.lift')}>
          <p>{text(locale, 'hold.entry', { ground: text(locale, `erase.ground.${ground}`), source: source ?? '…', until: said(until) })}</p>
          <ButtonRow>
            <Button small look="secondary" icon="undo-2">
              {text(locale, 'hold.lift')}
            </Button>
          </ButtonRow>
        </Form>
      ))}
      <Form action={`/people/${person.id}/holds`} once={key} label={text(locale, 'hold.title')}>
        <SelectField locale={locale} name="holdGround" label={text(locale, 'erase.ground')} value={valueOf(values, 'holdGround')} error={errors['holdGround']} placeholder="" options={holdGrounds.map((value) => ({ value, label: text(locale, `erase.ground.${value}`) }))} />
        <TextField locale={locale} name="holdSource" label={text(locale, 'erase.source')} value={valueOf(values, 'holdSource')} error={errors['holdSource']} maxLength={200} optional />
        <TextField locale={locale} name="holdUntil" type="date" label={text(locale, 'hold.until.label')} value={valueOf(values, 'holdUntil')} error={errors['holdUntil']} size={12} optional />
        <ButtonRow>
          <Button small look="secondary" icon="lock">
            {text(locale, 'hold.act')}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function Refusing({ preview: { person, refusals, values, errors }, context: { locale, key } }: { preview: ErasePreview; context: ViewContext }) {
  return (
    <Panel title={text(locale, 'erase.refuse.title')}>
      <p>{text(locale, 'erase.refuse.about')}</p>
      {refusals.length > 0 && (
        <>
          <h3>{text(locale, 'erase.refusals')}</h3>
          <ul>
            {refusals.map(({ refusedAt, askedBy, ground, source }) => (
              <li>{text(locale, 'erase.refusal', { day: formatDay(locale, dayOf(refusedAt)), who: text(locale, `erase.asked-by.${askedBy}`), ground: text(locale, `erase.ground.${ground}`), source })}</li>
            ))}
          </ul>
        </>
      )}
      <Form action={`/people/${person.id}/refuse-erasure`} once={key} label={text(locale, 'erase.refuse.title')}>
        <SelectField locale={locale} name="requestedBy" label={text(locale, 'erase.asked-by')} value={valueOf(values, 'requestedBy')} error={errors['requestedBy']} placeholder="" options={askers.map((value) => ({ value, label: text(locale, `erase.asked-by.${value}`) }))} />
        <SelectField locale={locale} name="refusalGround" label={text(locale, 'erase.ground')} value={valueOf(values, 'refusalGround')} error={errors['refusalGround']} placeholder="" options={refusalGrounds.map((value) => ({ value, label: text(locale, `erase.ground.${value}`) }))} />
        <TextField locale={locale} name="refusalSource" label={text(locale, 'erase.source')} value={valueOf(values, 'refusalSource')} error={errors['refusalSource']} maxLength={200} />
        <ButtonRow>
          <Button small look="secondary" icon="ban">
            {text(locale, 'erase.refuse')}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function valueOf(values: FormValues, name: string): string {
  return [values[name] ?? ''].flat()[0] ?? '';
}
