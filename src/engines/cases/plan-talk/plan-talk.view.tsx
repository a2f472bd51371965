import { Alert, Button, ButtonRow, Columns, ErrorSummary, FieldRow, Form, LinkButton, Panel, RadioGroup, TextField, WorkPage } from '../../../kernel/html/index.ts';
import { civilZone, dayOf } from '../../../kernel/clock/clock.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatMoment, formatTime, languageName } from '../../../kernel/i18n/format.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { addressLines } from '../../people/index.ts';
import { minutesOf } from '../adoption.ts';
import { placeKinds } from '../case.ts';
import { text } from '../messages.ts';
import { workerHint } from '../worker-words.ts';
import type { PlanForm } from './plan-talk.ts';

export function planTalkView(form: PlanForm, context: ViewContext | AgainContext, typed?: FormValues) {
  const { locale } = context;
  const { file, household, ahead, request } = form;
  const name = household.members[0]?.name.full ?? '';
  const errors = 'errors' in context ? errorsOf(context) : {};
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, ahead ? 'plan.move-title' : 'plan.title')}
      lead={text(locale, 'plan.lead', { name, languages: file.languages.map((code) => languageName(locale, code)).join(', ') || text(locale, 'plan.no-language') })}
      crumbs={[
        { href: '/welcome', label: text(locale, 'list.title') },
        { href: `/cases/${file.id}`, label: name },
      ]}
    >
      <ErrorSummary locale={locale} errors={errors} />
      {ahead && 'refusal' in context && context.refusal?.name === 'changed-meanwhile' && <Alert kind="warning">{text(locale, 'plan.now', { moment: formatMoment(locale, ahead.startsAt), guide: ahead.workerName })}</Alert>}
      {request && (
        <Alert kind="warning" title={text(locale, 'moment.asked')}>
          <p>{[...request.suits.map((code) => text(locale, `suits.${code as 'morning'}`)), request.words].filter(Boolean).join(' · ') || text(locale, 'moment.no-wish')}</p>
        </Alert>
      )}
      <Columns main={<PlanFields form={form} context={context} typed={typed} errors={errors} />} side={<Agenda form={form} context={context} />} />
    </WorkPage>
  );
}

function PlanFields({ form, context, typed, errors }: { form: PlanForm; context: ViewContext; typed: FormValues | undefined; errors: Record<string, string> }) {
  const { locale } = context;
  const { file, proposals, ahead } = form;
  const values = { ...suggested(form, context), ...typed };
  const value = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return (
    <Form action={`/cases/${file.id}/plan`} once={context.key} version={ahead?.version}>
      <RadioGroup
        locale={locale}
        name="guide"
        label={text(locale, 'plan.guide')}
        hint={text(locale, 'plan.guide-hint')}
        error={errors['guide']}
        value={value('guide')}
        options={proposals.map((proposal) => ({ value: proposal.worker.id, label: proposal.worker.name, hint: workerHint(locale, proposal) }))}
      />
      {proposals.length === 0 && <Alert kind="warning">{text(locale, 'plan.no-guides')}</Alert>}
      <FieldRow>
        <TextField locale={locale} name="day" type="date" label={text(locale, 'plan.day')} error={errors['day']} value={value('day')} min={context.today.toString()} />
        <TextField locale={locale} name="time" type="time" label={text(locale, 'plan.time')} error={errors['time']} value={value('time')} />
        <TextField locale={locale} name="minutes" label={text(locale, 'plan.minutes')} inputMode="numeric" size={4} error={errors['minutes']} value={value('minutes')} />
      </FieldRow>
      <RadioGroup locale={locale} name="placeKind" label={text(locale, 'plan.place')} error={errors['placeKind']} value={value('placeKind')} options={placeKinds.map((kind) => ({ value: kind, label: text(locale, `place.${kind}`), hint: placeHint(form, kind, context) }))} />
      <TextField locale={locale} name="place" label={text(locale, 'plan.place-words')} hint={text(locale, 'plan.place-hint')} optional error={errors['place']} value={value('place')} maxLength={200} />
      <ButtonRow>
        <Button icon="calendar-check">{text(locale, ahead ? 'plan.move' : 'plan.act')}</Button>
        <LinkButton href={`/cases/${file.id}`}>{text(locale, 'plan.back')}</LinkButton>
      </ButtonRow>
    </Form>
  );
}

/** What stands in the form at first: the talk as it is planned, or the guide who fits best and no moment yet. */
function suggested({ file, ahead, proposals, adoption }: PlanForm, { tenant }: ViewContext): FormValues {
  if (ahead) {
    const at = ahead.startsAt.toZonedDateTimeISO(civilZone);
    return {
      guide: ahead.workerId,
      day: at.toPlainDate().toString(),
      time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
      minutes: String(ahead.startsAt.until(ahead.endsAt).total('minutes')),
      placeKind: ahead.placeKind,
      place: ahead.place ?? '',
    };
  }
  const best = proposals[0];
  const guide = file.guideId ?? (best && best.shared.length > 0 ? best.worker.id : undefined);
  return { ...(guide ? { guide } : {}), minutes: String(adoption ? minutesOf(adoption) : 60), placeKind: 'desk', place: adoption?.overrides.place ?? tenant.settings.address?.join(', ') ?? '' };
}

function placeHint({ household }: PlanForm, kind: 'home' | 'desk' | 'other', { locale }: ViewContext): string | undefined {
  if (kind !== 'home') return undefined;
  return household.address ? addressLines(household.address).join(', ') : text(locale, 'place.home-unknown');
}

/** What those who were proposed first have in the coming three weeks: a moment that is free can be picked at once. */
function Agenda({ form: { agenda, proposals }, context: { locale } }: { form: PlanForm; context: ViewContext }) {
  const planned = agenda.filter(({ state }) => state === 'planned');
  const names = [...new Set(planned.map(({ workerId }) => workerId))];
  if (planned.length === 0) return <Panel title={text(locale, 'agenda.title')}>{text(locale, 'agenda.empty')}</Panel>;
  return (
    <Panel title={text(locale, 'agenda.title')}>
      {names.map((id) => (
        <>
          <h3 class="utrecht-heading-4">{proposals.find(({ worker }) => worker.id === id)?.worker.name ?? planned.find(({ workerId }) => workerId === id)?.workerName}</h3>
          <ul>
            {planned.filter(({ workerId }) => workerId === id).map(({ startsAt, endsAt }) => (
              <li>
                {formatDay(locale, dayOf(startsAt))}, {formatTime(locale, startsAt)} – {formatTime(locale, endsAt)}
              </li>
            ))}
          </ul>
        </>
      ))}
    </Panel>
  );
}

function errorsOf({ locale, errors, refusal }: AgainContext): Record<string, string> {
  switch (refusal?.name) {
    case 'guide-busy':
      return { time: refusal.detail['from'] ? text(locale, 'refusal.guide-busy-at', { from: formatMoment(locale, instant(refusal.detail['from'])), until: formatTime(locale, instant(refusal.detail['until']!)) }) : text(locale, 'refusal.guide-busy') };
    case 'guide-not-active':
      return { guide: text(locale, 'refusal.guide-not-active') };
    case 'moment-past':
      return { day: text(locale, 'refusal.moment-past') };
    case 'place-missing':
      return { place: text(locale, 'refusal.place-missing') };
    case 'case-closed':
      return { '': text(locale, 'refusal.case-closed') };
    case 'changed-meanwhile':
      return { '': text(locale, 'refusal.talk-changed') };
    default:
      return errors;
  }
}

function instant(value: string | number): Temporal.Instant {
  return Temporal.Instant.from(String(value));
}
