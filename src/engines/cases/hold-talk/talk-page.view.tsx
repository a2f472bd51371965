import { Alert, AlongPage, Beside, Button, ButtonRow, ErrorSummary, Form, LinkButton } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { fieldsOf, PageFields, said, SavedMeanwhile, suggestionFor, type Page } from '../../questionnaires/index.ts';
import { alongPlaces } from '../along-places.ts';
import { text } from '../messages.ts';
import { newcomerLocale } from '../newcomer-locale.ts';
import { neighbours, type OpenedTalk } from './load-talk.ts';
import { ReadBack } from './read-back.view.tsx';

interface Again {
  typed: Record<string, unknown>;
  errors: FieldErrors;
  refusal: string | undefined;
}

/** One page of the talk: what to tell, then what to ask, in the language of the talk beside the guide's own. */
export function talkPageView(opened: OpenedTalk, asked: Page, context: ViewContext, again?: Again) {
  const { locale } = context;
  const { file, pages, response } = opened;
  const { before, step } = neighbours(opened, asked);
  const isFinished = response?.completedAt !== null;
  const back = isFinished ? { href: `/cases/${file.id}`, label: text(locale, 'talk.back-to-case') } : { href: before ? `/cases/${file.id}/talk/${before.id}` : `/cases/${file.id}/talk`, label: text(locale, 'talk.previous') };
  return (
    <AlongPage frame={context.frame()} title={said(asked.title, locale)} step={isFinished ? undefined : step} of={isFinished ? undefined : pages.length} back={back} places={alongPlaces(context)}>
      <Wrong again={again} opened={opened} asked={asked} locale={locale} />
      <Tell opened={opened} asked={asked} />
      {asked.kind === 'read-back' ? <ReadBackPage opened={opened} asked={asked} context={context} /> : <PageForm opened={opened} asked={asked} context={context} again={again} isFinished={isFinished} />}
    </AlongPage>
  );
}

function Wrong({ again, opened, asked, locale }: { again: Again | undefined; opened: OpenedTalk; asked: Page; locale: Locale }) {
  if (!again) return null;
  const saved = opened.response?.pages[asked.id];
  if (again.refusal === 'changed-meanwhile' && saved) return <SavedMeanwhile questionnaire={opened.questionnaire} page={asked} saved={saved} locale={locale} />;
  if (again.refusal === 'talk-closed') return <Alert kind="error">{text(locale, 'refusal.talk-closed')}</Alert>;
  return <ErrorSummary locale={locale} errors={again.errors} />;
}

/** The points to explain: Dutch, and under it the language of the talk, to point at or to read aloud. */
function Tell({ opened: { file }, asked }: { opened: OpenedTalk; asked: Page }) {
  const other = newcomerLocale(file.talkLanguage ?? 'nl') ?? 'nl';
  if (!asked.tell?.length) return null;
  return (
    <>
      {asked.tell.map((point) => (
        <Beside nl={<p>{point.nl}</p>} other={other === 'nl' ? undefined : <p>{point[other]}</p>} locale={other} />
      ))}
    </>
  );
}

function PageForm({ opened, asked, context, again, isFinished }: { opened: OpenedTalk; asked: Page; context: ViewContext; again: Again | undefined; isFinished: boolean }) {
  const { locale, key } = context;
  const { file, questionnaire, response } = opened;
  const saved = response?.pages[asked.id];
  return (
    <Form action={`/cases/${file.id}/talk/${asked.id}`} once={key} version={saved?.version}>
      <Suggestions opened={opened} asked={asked} locale={locale} />
      <PageFields questionnaire={questionnaire} page={asked} values={again?.typed ?? saved?.answers ?? {}} errors={again?.errors ?? {}} locale={locale} other={newcomerLocale(file.talkLanguage ?? 'nl')} />
      <Button icon="arrow-right" iconMirrors>
        {text(locale, isFinished ? 'talk.correct' : 'talk.save-on')}
      </Button>
    </Form>
  );
}

/** What the answers so far point to, with the reason; whoever asks decides. */
function Suggestions({ opened: { questionnaire, answers }, asked, locale }: { opened: OpenedTalk; asked: Page; locale: Locale }) {
  return (
    <>
      {fieldsOf(questionnaire, asked).map((field) => {
        const rule = suggestionFor(questionnaire, field, answers);
        const option = field.kind === 'one-of' ? field.options.find(({ id }) => id === rule?.choose) : undefined;
        if (!rule || !option) return null;
        return (
          <Alert title={text(locale, 'talk.suggestion', { option: said(option.label, locale) })}>
            <p>{said(rule.because, locale)}</p>
          </Alert>
        );
      })}
    </>
  );
}

function ReadBackPage({ opened, asked, context: { locale } }: { opened: OpenedTalk; asked: Page; context: ViewContext }) {
  const { after } = neighbours(opened, asked);
  return (
    <>
      <ReadBack opened={opened} locale={locale} />
      <ButtonRow>
        <LinkButton look="primary" icon="arrow-right" iconMirrors href={after ? `/cases/${opened.file.id}/talk/${after.id}` : `/cases/${opened.file.id}/finish`}>
          {text(locale, 'talk.next')}
        </LinkButton>
      </ButtonRow>
    </>
  );
}
