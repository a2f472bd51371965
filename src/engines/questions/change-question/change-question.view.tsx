import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, SummaryList, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, languageName } from '../../../kernel/i18n/format.ts';
import { themeLabel } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { askedOn, channelLabel, handlingLabel, type Question } from '../question.ts';
import { QuestionFields } from '../question-form.tsx';
import type { ChangeScreen } from './change-question.ts';

export function changeQuestionView({ question, filled, options, errors, isChangedMeanwhile }: ChangeScreen, context: ViewContext) {
  const { locale, key } = context;
  const title = text(locale, 'question.title', { theme: themeLabel(locale, question.theme) });
  const crumbs = [
    { href: '/questions', label: text(locale, 'list.title') },
    { href: `/questions/${question.id}`, label: title },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'change.title')} crumbs={crumbs} islands={['person-picker.js']}>
      {isChangedMeanwhile && <Meanwhile question={question} options={options} locale={locale} />}
      <ErrorSummary locale={locale} errors={errors} />
      <Form action={`/questions/${question.id}/change`} once={key} version={question.version} label={text(locale, 'change.title')}>
        {/* Enter presses the first button of a form: that must save, not search for a name. */}
        <button class="ww-out-of-sight" type="submit" tabIndex={-1} aria-hidden="true" />
        <QuestionFields locale={locale} filled={filled} errors={errors} options={options} />
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.save')}</Button>
          <LinkButton look="subtle" href={`/questions/${question.id}`}>
            {text(locale, 'change.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

/** What the other writer saved; below it stands what was typed. Saving once more keeps what was typed. */
function Meanwhile({ question, options, locale }: { question: Question; options: ChangeScreen['options']; locale: ViewContext['locale'] }) {
  const asker = options.askers?.find(({ id }) => id === question.personId)?.name;
  const municipality = options.area.find(({ nis }) => nis === question.municipality)?.name ?? question.municipality;
  return (
    <Alert kind="warning" title={text(locale, 'change.meanwhile.title')} announced>
      <p>{text(locale, 'change.meanwhile.what')}</p>
      <SummaryList
        locale={locale}
        rows={[
          { label: text(locale, 'field.theme'), value: themeLabel(locale, question.theme) },
          { label: text(locale, 'field.channel'), value: channelLabel(locale, question.channel) },
          { label: text(locale, 'field.handling.short'), value: question.handling.map((code) => handlingLabel(locale, code)).join(', ') || undefined },
          { label: text(locale, 'field.language'), value: languageName(locale, question.language) },
          { label: text(locale, 'field.place'), value: [question.place?.label, municipality].filter(Boolean).join(', ') || undefined },
          { label: text(locale, 'field.minutes'), value: question.minutes ?? undefined },
          { label: text(locale, 'field.asker'), value: question.personId ? (asker ?? text(locale, 'asker.named')) : text(locale, 'asker.anonymous') },
          { label: text(locale, 'field.note'), value: question.note ?? undefined },
          { label: text(locale, 'field.asked-on'), value: formatDay(locale, askedOn(question)) },
        ]}
      />
    </Alert>
  );
}
