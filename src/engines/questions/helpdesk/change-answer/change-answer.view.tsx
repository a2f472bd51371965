import { Alert, Button, ButtonRow, ErrorSummary, FieldRow, Form, LinkButton, Panel, SelectField, TextArea, TextField, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { Lines } from '../../signals/signal-parts.tsx';
import { NamesWarning } from '../../signals/names-warning.tsx';
import { expertThemes } from '../expert.ts';
import { themeName, typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import type { ChangeAnswerScreen } from './change-answer.ts';

export function changeAnswerView({ answer, values, errors, isChangedMeanwhile, names }: ChangeAnswerScreen, context: ViewContext) {
  const { locale, key, today } = context;
  const crumbs = [
    { href: '/legal', label: text(locale, 'answers.title') },
    { href: `/legal/answers/${answer.id}`, label: answer.question },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'change.title')} lead={text(locale, 'change.lead')} crumbs={crumbs}>
      {isChangedMeanwhile && (
        <Alert kind="warning" title={text(locale, 'change.meanwhile')} announced>
          <p>
            <strong>{answer.question}</strong>
          </p>
          <p>
            <Lines>{answer.answer}</Lines>
          </p>
        </Alert>
      )}
      <ErrorSummary locale={locale} errors={errors} />
      <Panel>
        <Form action={`/legal/answers/${answer.id}/change`} once={key} version={answer.version} label={text(locale, 'change.title')}>
          <TextField locale={locale} name="question" label={text(locale, 'field.general')} value={typed(values, 'question')} error={errors['question']} maxLength={500} />
          <TextArea locale={locale} name="answer" label={text(locale, 'field.answer')} value={typed(values, 'answer')} error={errors['answer']} rows={10} maxLength={8000} />
          {errors['answer'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
          <TextArea locale={locale} name="sources" label={text(locale, 'field.sources')} hint={text(locale, 'field.sources.hint')} value={typed(values, 'sources')} error={errors['sources']} rows={3} maxLength={2000} />
          <FieldRow>
            <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={typed(values, 'theme')} error={errors['theme']} options={expertThemes.map((value) => ({ value, label: themeName(locale, value) }))} />
            <TextField locale={locale} name="reviewBy" type="date" size={12} label={text(locale, 'field.review-by')} value={typed(values, 'reviewBy')} error={errors['reviewBy']} min={today.add({ days: 1 }).toString()} />
          </FieldRow>
          <ButtonRow>
            <Button icon="save">{text(locale, 'change.save')}</Button>
            <LinkButton look="subtle" href={`/legal/answers/${answer.id}`}>
              {text(locale, 'change.cancel')}
            </LinkButton>
          </ButtonRow>
        </Form>
      </Panel>
      <Form action={`/legal/answers/${answer.id}/withdraw`} once={key} version={answer.version} label={text(locale, 'answer.withdraw.act')}>
        <ButtonRow>
          <Button look="harm">{text(locale, 'answer.withdraw.act')}</Button>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}
