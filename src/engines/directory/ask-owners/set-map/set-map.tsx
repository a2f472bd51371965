import { z } from 'zod';
import { Button, ButtonRow, CheckboxField, ErrorSummary, FieldRow, Form, Panel, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { publicPathOf } from '../../public-map/public-page.ts';
import { hasPublicPages, setPublicPages } from '../../setting.store.ts';
import { text } from '../messages.ts';
import { findOwnerTerms, putOwnerTerms, type OwnerTerms } from '../owner-term.store.ts';

interface MapScreen {
  isPublic: boolean;
  now: OwnerTerms;
  values: FormValues;
  errors: FieldErrors;
}

export const setMapPage = page({
  path: '/settings/social-map',
  permission: 'directory:settings',
  event: unrecorded('settings, no one is read'),
  load: async ({ read, today }): Promise<MapScreen> => {
    const now = await findOwnerTerms(read, today);
    const { months, firstReminder, secondReminder, link } = now;
    return { isPublic: await hasPublicPages(read), now, values: { from: today.toString(), months: String(months), firstReminder: String(firstReminder), secondReminder: String(secondReminder), link: String(link) }, errors: {} };
  },
  view: setMapView,
});

const again = async (context: AgainContext) => {
  const { read, today, values, errors, refusal, locale } = context;
  const said: FieldErrors = refusal?.name === 'past' ? { from: text(locale, 'map.past') } : refusal ? { secondReminder: text(locale, 'map.order') } : {};
  return setMapView({ isPublic: await hasPublicPages(read), now: await findOwnerTerms(read, today), values, errors: { ...errors, ...said } }, context);
};

export const setPublicAct = act({
  path: '/settings/social-map/public',
  permission: 'directory:settings',
  event: 'public-map-set',
  input: z.strictObject({ isPublic: field.flag() }),
  act: async ({ tx, input: { isPublic } }) => {
    await setPublicPages(tx, isPublic);
    tx.record({ act: 'public-map-set', subjects: [], detail: { isPublic } });
    return { isPublic };
  },
  done: ({ isPublic }, { locale }) => seeOther('/settings/social-map', { kind: 'done', text: text(locale, isPublic ? 'map.public.on' : 'map.public.off') }),
  again,
});

/** Terms from a day on; who was asked before is reminded by those of the day. */
export const setOwnerTermsAct = act({
  path: '/settings/social-map/terms',
  permission: 'directory:settings',
  event: 'owner-terms-set',
  input: z.strictObject({ from: field.day(), months: field.integer(1, 36), firstReminder: field.integer(1, 90), secondReminder: field.integer(2, 180), link: field.integer(7, 365) }),
  act: async ({ tx, input: { from, ...terms }, today }): Promise<Outcome<object>> => {
    if (Temporal.PlainDate.compare(from, today) < 0) return refuse('past', { field: 'from' });
    if (terms.secondReminder <= terms.firstReminder || terms.link <= terms.secondReminder) return refuse('order', { field: 'secondReminder' });
    await putOwnerTerms(tx, from, terms);
    tx.record({ act: 'owner-terms-set', subjects: [], detail: { from: from.toString(), ...terms } });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/social-map', { kind: 'done', text: text(locale, 'map.saved') }),
  again,
});

function setMapView({ isPublic, now, values, errors }: MapScreen, context: ViewContext) {
  const { locale, key, tenant } = context;
  const of = (name: string) => ({ locale, name, value: [values[name] ?? []].flat()[0], error: errors[name] });
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'map.title')} lead={text(locale, 'map.about')}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel title={text(locale, 'map.public')}>
        <p>
          {text(locale, 'map.public.what')} {isPublic && <a href={publicPathOf(tenant)}>{text(locale, 'map.public.see')}</a>}
        </p>
        <Form action="/settings/social-map/public" once={key} label={text(locale, 'map.public')}>
          <CheckboxField locale={locale} name="isPublic" label={text(locale, 'map.public.label')} checked={isPublic} />
          <ButtonRow>
            <Button icon="save">{text(locale, 'map.save')}</Button>
          </ButtonRow>
        </Form>
      </Panel>
      <Panel title={text(locale, 'map.owners')}>
        <p>{text(locale, 'map.owners.now', { months: now.months, first: now.firstReminder, second: now.secondReminder, link: now.link })}</p>
        <Form action="/settings/social-map/terms" once={key} label={text(locale, 'map.owners')}>
          <TextField {...of('from')} type="date" size={12} label={text(locale, 'map.from')} min={context.today.toString()} />
          <FieldRow>
            <TextField {...of('months')} label={text(locale, 'map.months')} inputMode="numeric" size={4} />
            <TextField {...of('firstReminder')} label={text(locale, 'map.first')} inputMode="numeric" size={4} />
            <TextField {...of('secondReminder')} label={text(locale, 'map.second')} inputMode="numeric" size={4} />
            <TextField {...of('link')} label={text(locale, 'map.link')} inputMode="numeric" size={4} />
          </FieldRow>
          <ButtonRow>
            <Button icon="save">{text(locale, 'map.save')}</Button>
          </ButtonRow>
        </Form>
      </Panel>
    </WorkPage>
  );
}
