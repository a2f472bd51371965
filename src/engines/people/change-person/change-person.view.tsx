import { Button, ButtonRow, ErrorSummary, Form, LinkButton, Panel, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { BothVersions, type Version } from '../both-versions.tsx';
import { filledOf, type FilledPerson } from '../filled.ts';
import { errorLabels } from '../form-errors.ts';
import { text } from '../messages.ts';
import { NameLists, PersonFields } from '../person-form.tsx';
import { contactKinds, genders } from '../person.ts';
import type { ChangeScreen } from './change-person.ts';

export function changePersonView({ person, filled, errors, isChangedMeanwhile }: ChangeScreen, context: ViewContext) {
  const { locale, key } = context;
  const crumbs = [
    { href: '/people', label: text(locale, 'list.title') },
    { href: `/people/${person.id}`, label: person.name.full },
  ];
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'change.title', { name: person.name.full })} crumbs={crumbs}>
      {isChangedMeanwhile && <BothVersions locale={locale} versions={versions(locale, filledOf(locale, person), filled)} />}
      <ErrorSummary locale={locale} errors={errors} labels={errorLabels(locale, errors)} />
      <Form action={`/people/${person.id}/change`} once={key} version={person.version} label={text(locale, 'change.title', { name: person.name.full })}>
        <Panel>
          <PersonFields locale={locale} filled={filled} errors={errors} isWhole />
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.act')}</Button>
          <LinkButton look="subtle" href={`/people/${person.id}`}>
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
        <NameLists locale={locale} />
      </Form>
    </WorkPage>
  );
}

function versions(locale: Locale, saved: FilledPerson, typed: FilledPerson): Version[] {
  const row = (label: string, shown: (filled: FilledPerson) => string): Version => ({ label, saved: shown(saved), typed: shown(typed) });
  const all = (list: readonly string[]) => list.filter(Boolean).join(', ');
  return [
    row(text(locale, 'field.given'), ({ given }) => given),
    row(text(locale, 'field.family'), ({ family }) => family),
    row(text(locale, 'field.own-script'), ({ otherNames }) => all(otherNames)),
    row(text(locale, 'field.birth'), ({ birth }) => [birth.day, birth.month, birth.year].map((part) => part || '?').join('/')),
    row(text(locale, 'field.gender'), ({ gender }) => shownChoice(gender, genders, (each) => text(locale, `gender.${each}`))),
    row(text(locale, 'field.nationality'), ({ nationalities }) => all(nationalities)),
    row(text(locale, 'field.contact-languages'), ({ contactLanguages }) => all(contactLanguages)),
    row(text(locale, 'field.other-languages'), ({ otherLanguages }) => all(otherLanguages)),
    row(text(locale, 'field.interpreter'), ({ interpreter }) => shownChoice(interpreter, ['yes', 'no'], (each) => text(locale, `answer.${each}`))),
    row(text(locale, 'contact.phone'), ({ phones }) => all(phones)),
    row(text(locale, 'contact.email'), ({ emails }) => all(emails)),
    row(text(locale, 'field.other-contact'), ({ otherContacts }) => all(otherContacts)),
    row(text(locale, 'field.preferred-contact'), ({ preferredContact }) => shownChoice(preferredContact, contactKinds, (each) => text(locale, `contact.${each}`))),
  ];
}

function shownChoice<Code extends string>(typed: string, codes: readonly Code[], shown: (code: Code) => string): string {
  const code = codes.find((each) => each === typed);
  return code ? shown(code) : typed;
}
