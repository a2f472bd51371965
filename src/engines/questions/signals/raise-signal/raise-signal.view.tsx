import { Button, ButtonRow, ErrorSummary, FieldRow, Form, LinkButton, Panel, SelectField, TextArea, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { themeLabel, themes } from '../../../directory/index.ts';
import { barrierLabel, barrierReasons } from '../../note-barriers/barrier.ts';
import { ServiceField } from '../../note-barriers/barrier-fields.tsx';
import { text } from '../messages.ts';
import { NamesWarning } from '../names-warning.tsx';
import { typed } from '../signal-parts.tsx';
import type { RaiseScreen } from './raise-signal.ts';

export function raiseSignalView({ values, errors, area, services, names }: RaiseScreen, context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'raise.title')} lead={text(locale, 'raise.lead')} crumbs={[{ href: '/signals', label: text(locale, 'list.title') }]}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel>
        <Form action="/signals" once={key} label={text(locale, 'raise.title')}>
          <TextArea locale={locale} name="words" label={text(locale, 'field.words')} hint={text(locale, 'field.words.hint')} value={typed(values, 'words')} error={errors['words']} rows={5} maxLength={2000} />
          {errors['words'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
          <FieldRow>
            <SelectField locale={locale} name="reason" label={text(locale, 'field.reason')} value={typed(values, 'reason')} error={errors['reason']} placeholder={text(locale, 'field.choose')} options={barrierReasons.map((value) => ({ value, label: barrierLabel(locale, value) }))} />
            <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={typed(values, 'theme')} error={errors['theme']} placeholder={text(locale, 'field.choose')} options={themes.map((value) => ({ value, label: themeLabel(locale, value) }))} />
            {area.length > 1 && <SelectField locale={locale} name="municipality" label={text(locale, 'field.municipality')} value={typed(values, 'municipality')} error={errors['municipality']} placeholder={text(locale, 'field.municipality.all')} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />}
          </FieldRow>
          <ServiceField locale={locale} filled={{ barrierService: typed(values, 'barrierService'), barrierServiceName: typed(values, 'barrierServiceName') }} errors={errors} services={services} />
          <ButtonRow>
            <Button icon="send">{text(locale, 'raise.send')}</Button>
            <LinkButton look="subtle" href="/signals">
              {text(locale, 'raise.cancel')}
            </LinkButton>
          </ButtonRow>
        </Form>
      </Panel>
    </WorkPage>
  );
}
