import { Alert, AlongPage, Button, Form, LinkButton, RadioGroup, SelectField } from '../../../kernel/html/index.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { formatMomentLong, languageName } from '../../../kernel/i18n/format.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { alongPlaces } from '../along-places.ts';
import { text } from '../messages.ts';
import { placeWords } from '../place-words.ts';
import type { OpenedTalk } from './load-talk.ts';

/** Before the talk: who, where, in which language. A talk that was begun goes on where it stopped. */
export function beginTalkView(opened: OpenedTalk, context: ViewContext | AgainContext) {
  const { file, household, ahead, response, pages } = opened;
  const { locale } = context;
  const name = household.members[0]?.name.full ?? text(locale, 'case.nameless');
  const when = ahead && formatMomentLong(locale, ahead.startsAt);
  return (
    <AlongPage frame={context.frame()} title={name} places={alongPlaces(context)} back={{ href: context.may('cases:list') ? `/cases/${file.id}` : '/talks', label: text(locale, 'talk.back-to-case') }}>
      {'refusal' in context && context.refusal && <Alert kind="error">{text(locale, 'refusal.case-closed')}</Alert>}
      <p>{text(locale, 'family.size', { count: household.members.length })}</p>
      {when && ahead && (
        <p>
          {text(locale, 'talk.when', when)} {placeWords(locale, ahead, household.address)}
        </p>
      )}
      {response ? (
        <>
          <p>{text(locale, response.completedAt ? 'talk.is-finished' : 'talk.was-begun')}</p>
          <LinkButton look="primary" icon="arrow-right" iconMirrors href={response.completedAt ? `/cases/${file.id}` : `/cases/${file.id}/talk/${(pages.find(({ id }) => !response.pages[id]) ?? pages[0]!).id}`}>
            {text(locale, response.completedAt ? 'talk.show' : 'talk.go-on')}
          </LinkButton>
        </>
      ) : (
        <Begin opened={opened} context={context} />
      )}
    </AlongPage>
  );
}

function Begin({ opened: { file }, context }: { opened: OpenedTalk; context: ViewContext | AgainContext }) {
  const { locale, key } = context;
  const typed = 'values' in context ? context.values['language'] : undefined;
  const error = 'errors' in context ? context.errors['language'] : undefined;
  const own = [...new Set([...file.languages, 'nl'])];
  const value = typeof typed === 'string' ? typed : file.languages[0];
  const words = { locale, name: 'language', label: text(locale, 'talk.in-language'), error, value };
  return (
    <Form action={`/cases/${file.id}/talk`} once={key}>
      {file.languages.length > 0 ? (
        <RadioGroup {...words} tiles options={own.map((code) => ({ value: code, label: languageName(locale, code) }))} />
      ) : (
        <SelectField {...words} placeholder={text(locale, 'talk.choose-language')} options={spokenLanguageOptions(locale)} />
      )}
      <Button icon="messages-square">{text(locale, 'talk.start')}</Button>
    </Form>
  );
}
