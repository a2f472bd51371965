import { Button, ButtonRow, DescriptionDetails, ErrorSummary, FieldRow, Form, LinkButton, Panel, SelectField, TextArea, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { BothVersions } from '../both-versions.tsx';
import { isValidOn, termText } from '../terms/term.ts';
import type { NoteScreen } from './keep-notes.ts';
import { text } from './messages.ts';

export function keepNoteView({ person, note, terms, filled, errors, isChangedMeanwhile }: NoteScreen, context: ViewContext) {
  const { locale, key, today } = context;
  const title = text(locale, note ? 'note.change.title' : 'note.title');
  const labels = { type: text(locale, 'note.type'), since: text(locale, 'note.since'), words: text(locale, 'note.words') };
  const base = `/people/${person.id}/sealed`;
  const crumbs = [
    { href: '/people', label: text(locale, 'people') },
    { href: `/people/${person.id}`, label: person.name.full },
    { href: base, label: text(locale, 'sealed') },
  ];
  return (
    <WorkPage frame={context.frame()} title={title} lead={text(locale, 'note.lead')} crumbs={crumbs}>
      {isChangedMeanwhile && note && (
        <BothVersions
          locale={locale}
          versions={[
            { label: labels.type, saved: termText(locale, terms, note.type), typed: termText(locale, terms, filled.type) },
            { label: labels.since, saved: note.since?.toString() ?? '', typed: filled.since },
            { label: labels.words, saved: note.words ?? '', typed: filled.words },
          ]}
        />
      )}
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <Form action={note ? `${base}/${note.id}/change` : `${base}/new`} once={key} version={note?.version} label={title}>
        <Panel>
          <FieldRow>
            <SelectField
              locale={locale}
              name="type"
              label={labels.type}
              placeholder={text(locale, 'open.choose')}
              value={filled.type}
              error={errors['type']}
              options={terms.filter((term) => term.code === filled.type || isValidOn(today, term)).map((term) => ({ value: term.code, label: term.label(locale) }))}
            />
            <TextField locale={locale} name="since" type="date" label={labels.since} value={filled.since} error={errors['since']} size={12} optional />
          </FieldRow>
          <TextArea locale={locale} name="words" label={labels.words} hint={text(locale, 'note.words.hint')} value={filled.words} error={errors['words']} rows={6} maxLength={4000} />
        </Panel>
        <ButtonRow>
          <Button icon="lock">{text(locale, 'note.save')}</Button>
          <LinkButton look="subtle" href={base}>
            {text(locale, 'note.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
      {note && (
        <Form action={`${base}/${note.id}/erase`} once={`${key}-erase`} version={note.version} label={text(locale, 'note.erase')}>
          <DescriptionDetails summary={text(locale, 'note.erase.summary')}>
            <p>{text(locale, 'note.erase.what')}</p>
            <ButtonRow>
              <Button look="harm" icon="trash" small>
                {text(locale, 'note.erase')}
              </Button>
            </ButtonRow>
          </DescriptionDetails>
        </Form>
      )}
    </WorkPage>
  );
}
