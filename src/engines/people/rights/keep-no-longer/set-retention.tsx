import { z } from 'zod';
import type { SettingsPlace, TodayPart } from '../../../../kernel/engine.ts';
import { Alert, Button, ButtonRow, ErrorSummary, FieldRow, Form, Panel, RadioGroup, SummaryList, Table, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { findPersonSummaries } from '../../find-persons.store.ts';
import { text } from '../messages.ts';
import { endRules, findDue, findRules, putRule, retentionKinds, type Due, type RetentionKind, type RetentionRule } from './retention.store.ts';

const path = '/settings/retention';

interface RetentionScreen {
  rules: RetentionRule[];
  /** Whom the rules, or the one that is tried out, would erase within a year. */
  due: (Due & { name: string })[];
  values: FormValues;
  errors: FieldErrors;
}

async function loadRetention(read: Read, today: Temporal.PlainDate, tried: RetentionRule | undefined): Promise<Pick<RetentionScreen, 'rules' | 'due'>> {
  const rules = await findRules(read, today);
  const due = await findDue(read, tried ? [tried] : rules, today.add({ years: 1 }), { limit: 1000 });
  const names = await findPersonSummaries(read, due.slice(0, 100).map(({ personId }) => personId));
  return { rules, due: due.map((each) => ({ ...each, name: names.get(each.personId)?.name.full ?? '…' })) };
}

export const retentionPage = page({
  path,
  permission: 'people:retention',
  event: unrecorded('a list of names that would go opens nobody’s file'),
  input: z.strictObject({ kind: field.optionalChoice(retentionKinds), years: field.optionalInteger(1, 50), weeks: field.optionalInteger(0, 52) }),
  load: async ({ read, today, input: { kind, years, weeks = 4 } }): Promise<RetentionScreen> => {
    const tried = kind && years ? { id: null, kind, years, warnWeeks: weeks, source: '', from: today } : undefined;
    const values: FormValues = tried ? { kind: tried.kind, years: String(tried.years), weeks: String(weeks) } : { weeks: '4' };
    return { ...(await loadRetention(read, today, tried)), values: { ...values, from: today.toString() }, errors: {} };
  },
  view: (screen, context) => retentionView(screen, context),
});

export const setRetentionAct = act({
  path,
  permission: 'people:retention',
  event: 'retention-set',
  input: z.strictObject({ kind: field.choice(retentionKinds), years: field.integer(1, 50), weeks: field.integer(0, 52), source: field.text(200), from: field.day() }),
  act: async ({ tx, input: { kind, years, weeks, source, from }, today }): Promise<Outcome<{ kind: RetentionKind }>> => {
    if (from.until(today).sign > 0) return refuse('past', { field: 'from' });
    const id = await putRule(tx, { kind, years, warnWeeks: weeks, source, from });
    tx.record({ act: 'retention-set', subjects: [{ type: 'retention', id }], detail: { kind, years, weeks, from: from.toString() } });
    return { kind };
  },
  done: (_, { locale }) => seeOther(path, { kind: 'done', text: text(locale, 'retention.set.done') }),
  again: async (context: AgainContext) => {
    const { read, today, values, errors, refusal, locale } = context;
    const beside: FieldErrors = refusal?.name === 'past' ? { from: text(locale, 'refusal.past') } : {};
    return retentionView({ ...(await loadRetention(read, today, undefined)), values, errors: { ...errors, ...beside } }, context);
  },
});

export const endRetentionAct = act({
  path: `${path}/end`,
  permission: 'people:retention',
  event: 'retention-set',
  input: z.strictObject({ kind: field.choice(retentionKinds) }),
  act: async ({ tx, input: { kind } }): Promise<Outcome<{ kind: RetentionKind }>> => {
    if (!(await endRules(tx, kind))) return notFound;
    tx.record({ act: 'retention-set', subjects: [], detail: { kind, years: null } });
    return { kind };
  },
  done: (_, { locale }) => seeOther(path, { kind: 'done', text: text(locale, 'retention.ended') }),
  again: async (context) => retentionView({ ...(await loadRetention(context.read, context.today, undefined)), values: context.values, errors: context.errors }, context),
});

function retentionView(screen: RetentionScreen, context: ViewContext) {
  const { rules, values, errors } = screen;
  const { locale, key } = context;
  const labels = { kind: text(locale, 'retention.kind'), years: text(locale, 'retention.years'), weeks: text(locale, 'retention.weeks'), source: text(locale, 'retention.source'), from: text(locale, 'retention.from') };
  const valueOf = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const fields = (
    <>
      <RadioGroup locale={locale} name="kind" label={labels.kind} value={valueOf('kind')} error={errors['kind']} options={retentionKinds.map((value) => ({ value, label: text(locale, `retention.kind.${value}`) }))} />
      <FieldRow>
        <TextField locale={locale} name="years" label={labels.years} value={valueOf('years')} error={errors['years']} inputMode="numeric" size={4} />
        <TextField locale={locale} name="weeks" label={labels.weeks} value={valueOf('weeks')} error={errors['weeks']} inputMode="numeric" size={4} />
      </FieldRow>
    </>
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'retention.title')} lead={text(locale, 'retention.lead')}>
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <Panel title={text(locale, 'retention.running')}>
        <SummaryList
          locale={locale}
          rows={retentionKinds.map((kind) => {
            const rule = rules.find((each) => each.kind === kind);
            return { label: text(locale, `retention.kind.${kind}`), value: rule ? text(locale, 'retention.now', { count: rule.years, day: formatDay(locale, rule.from), source: rule.source }) : text(locale, 'retention.none') };
          })}
        />
        {rules.map(({ kind }) => (
          <Form action={`${path}/end`} once={key} label={`${text(locale, 'retention.end')}: ${text(locale, `retention.kind.${kind}`)}`}>
            <input type="hidden" name="kind" value={kind} />
            <Button small look="subtle" icon="ban">
              {`${text(locale, 'retention.end')}: ${text(locale, `retention.kind.${kind}`)}`}
            </Button>
          </Form>
        ))}
      </Panel>
      <Preview screen={screen} context={context} />
      <Form action={path} once={key} label={text(locale, 'retention.set')}>
        <Panel title={text(locale, 'retention.set')}>
          {fields}
          <TextField locale={locale} name="source" label={labels.source} value={valueOf('source')} error={errors['source']} maxLength={200} size={32} />
          <TextField locale={locale} name="from" type="date" label={labels.from} value={valueOf('from')} error={errors['from']} size={12} />
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'retention.set')}</Button>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

/** How many, who and when: of the rules as they are, or of one that is tried out by the address. */
function Preview({ screen: { due, values }, context: { locale, may } }: { screen: RetentionScreen; context: ViewContext }) {
  const valueOf = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  return (
    <Panel title={text(locale, 'retention.preview.title')}>
      <Form action={path} method="get" label={text(locale, 'retention.preview')}>
        <RadioGroup locale={locale} name="kind" id="preview-kind" label={text(locale, 'retention.kind')} value={valueOf('kind')} options={retentionKinds.map((value) => ({ value, label: text(locale, `retention.kind.${value}`) }))} />
        <TextField locale={locale} name="years" id="preview-years" label={text(locale, 'retention.years')} value={valueOf('years')} inputMode="numeric" size={4} />
        <ButtonRow>
          <Button look="secondary" icon="eye">
            {text(locale, 'retention.preview')}
          </Button>
        </ButtonRow>
      </Form>
      {due.length === 0 ? <p>{text(locale, 'retention.preview.none')}</p> : <Alert kind="warning">{text(locale, 'retention.preview.count', { count: due.length, day: formatDay(locale, due[0]!.on) })}</Alert>}
      {due.length > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'retention.preview.title')}
          rows={due.slice(0, 100)}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'person', head: text(locale, 'retention.person'), grow: true, cell: ({ name, personId }) => (may('people:read') ? <a href={`/people/${personId}`}>{name}</a> : name) },
            { key: 'last', head: text(locale, 'retention.last'), nowrap: true, cell: ({ last }) => formatDay(locale, last) },
            { key: 'due', head: text(locale, 'retention.due'), nowrap: true, cell: ({ on }) => formatDay(locale, on) },
            { key: 'hold', head: text(locale, 'column.acts'), cell: ({ personId }) => may('people:erase') && <a href={`/people/${personId}/erase`}>{text(locale, 'retention.hold')}</a> },
          ]}
        />
      )}
    </Panel>
  );
}

export const retentionSettings: SettingsPlace = {
  href: path,
  icon: 'hourglass',
  permission: 'people:retention',
  title: (locale) => text(locale, 'retention.title'),
  about: (locale) => text(locale, 'retention.about'),
};

/** Weeks ahead: who goes soon, so that whoever has a reason can hold it. */
export const retentionToday: TodayPart = {
  permission: 'people:retention',
  order: 46,
  load: async ({ read, today }): Promise<{ count: number; first: Temporal.PlainDate } | undefined> => {
    const rules = await findRules(read, today);
    if (rules.length === 0) return undefined;
    const due = await findDue(read, rules, today.add({ weeks: Math.max(...rules.map(({ warnWeeks }) => warnWeeks)) }));
    return due[0] && { count: due.length, first: due[0].on };
  },
  view: ({ count, first }: { count: number; first: Temporal.PlainDate }, { locale }: ViewContext) => (
    <Panel title={text(locale, 'retention.today')} tone="waiting">
      <p>
        <a href={path}>{text(locale, 'retention.today.count', { count, day: formatDay(locale, first) })}</a>
      </p>
    </Panel>
  ),
};
