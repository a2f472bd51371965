import { Button, CheckboxField, ErrorSummary, Form, Panel, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../messages.ts';
import { AskerField } from '../question-form.tsx';
import type { TieScreen } from './tie-code.ts';

export function tieCodeView({ values, askers, errors }: TieScreen, context: ViewContext) {
  const { locale, key } = context;
  const one = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : undefined);
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'code.tie')} lead={text(locale, 'code.tie.what')} crumbs={[{ href: '/questions/new', label: text(locale, 'record.title') }]} islands={['person-picker.js']}>
      <ErrorSummary locale={locale} errors={errors} />
      <Panel>
        <Form action="/questions/codes" once={key} label={text(locale, 'code.tie')}>
          <button class="ww-out-of-sight" type="submit" tabIndex={-1} aria-hidden="true" />
          <TextField locale={locale} name="code" label={text(locale, 'code.title')} hint={text(locale, 'field.code.hint')} value={one('code')} error={errors['code']} maxLength={40} size={20} />
          <AskerField locale={locale} filled={{ handling: [], person: one('person'), personName: one('personName') }} errors={errors} askers={askers} focus={false} isAlwaysNamed />
          <CheckboxField locale={locale} name="wish" label={text(locale, 'code.wish')} checked={one('wish') !== undefined} error={errors['wish']} />
          <div>
            <Button icon="link">{text(locale, 'code.tie.act')}</Button>
          </div>
        </Form>
      </Panel>
    </WorkPage>
  );
}
