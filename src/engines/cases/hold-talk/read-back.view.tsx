import { Beside, Panel } from '../../../kernel/html/index.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { answerWords, fieldsOf, said, type Page } from '../../questionnaires/index.ts';
import { text } from '../messages.ts';
import { newcomerLocale } from '../newcomer-locale.ts';
import type { OpenedTalk } from './load-talk.ts';

/** What was said, in plain words to read aloud: Dutch, with the language of the talk beside it. What was typed stays as it was typed. */
export function ReadBack({ opened, locale }: { opened: OpenedTalk; locale: Locale }) {
  const other = newcomerLocale(opened.file.talkLanguage ?? 'nl') ?? 'nl';
  const told = opened.pages.filter((page) => page.kind === 'questions' && sentences(opened, page, 'nl').length > 0);
  if (told.length === 0) return <p>{text(locale, 'talk.nothing-yet')}</p>;
  return (
    <>
      {told.map((page) => (
        <Panel title={said(page.title, locale)} act={<a href={`/cases/${opened.file.id}/talk/${page.id}`}>{text(locale, 'talk.change')}</a>}>
          <Beside nl={<Sentences opened={opened} page={page} language="nl" />} other={other === 'nl' ? undefined : <Sentences opened={opened} page={page} language={other} />} locale={other} />
        </Panel>
      ))}
    </>
  );
}

function Sentences({ opened, page, language }: { opened: OpenedTalk; page: Page; language: Locale }) {
  return (
    <ul>
      {sentences(opened, page, language).map(({ label, words }) => (
        <li>
          {label} <strong dir="auto">{words.join(' · ')}</strong>
        </li>
      ))}
    </ul>
  );
}

function sentences({ questionnaire, answers }: OpenedTalk, page: Page, language: Locale): { label: string; words: string[] }[] {
  return fieldsOf(questionnaire, page)
    .map((field) => ({ label: said(field.label, language), words: answerWords(field, answers[page.id]?.[field.id], language) }))
    .filter(({ words }) => words.length > 0);
}
