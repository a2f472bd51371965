import { Button, ButtonRow, ErrorSummary, FieldRow, Form, LinkButton, Panel, RadioGroup, SelectField, TextArea, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { BothVersions } from '../both-versions.tsx';
import { text } from '../messages.ts';
import { contactKinds, type ContactKind } from '../person.ts';
import type { ContactScreen } from './change-contact.ts';
import { filledOf, type FilledWay } from './filled-ways.ts';

/** Always one line more than are filled in. */
const empty: FilledWay = { kind: '', value: '', through: '', texts: '' };

export function changeContactView({ person, ways, preferred, home, errors, isChangedMeanwhile }: ContactScreen, context: ViewContext) {
  const { locale, key } = context;
  const title = text(locale, 'reach.title', { name: person.name.full });
  const filled = ways.filter(({ kind, value, through }) => kind || value || through);
  const lines = [...(Object.keys(errors).length > 0 ? ways : filled), ...(Object.keys(errors).length > 0 && ways.length > filled.length ? [] : [empty])].slice(0, 12);
  const crumbs = [
    { href: '/people', label: text(locale, 'list.title') },
    { href: `/people/${person.id}`, label: person.name.full },
  ];
  const shown = (all: readonly FilledWay[], place: string) => all.map((way, index) => wayText(way, context) + (String(index) === place ? ` (${text(locale, 'contact.preferred')})` : '')).join('; ');
  const saved = filledOf(person);
  return (
    <WorkPage frame={context.frame()} title={title} lead={text(locale, 'reach.lead')} crumbs={crumbs}>
      {isChangedMeanwhile && <BothVersions locale={locale} versions={[{ label: text(locale, 'person.contact'), saved: shown(saved.ways, saved.preferred), typed: shown(filled, preferred) }]} />}
      <ErrorSummary locale={locale} errors={errors} labels={Object.fromEntries(Object.keys(errors).map((name) => [name, text(locale, 'reach.way', { place: Number(name.split('.')[1] ?? 0) + 1 })]))} />
      <Form action={`/people/${person.id}/contact`} once={key} version={person.version} label={title}>
        <Panel>
          {lines.map((way, index) => (
            <WayFields index={index} way={way} errors={errors} context={context} />
          ))}
          <RadioGroup
            locale={locale}
            name="preferred"
            label={text(locale, 'reach.preferred')}
            hint={text(locale, home.length > 0 ? 'reach.preferred.hint' : 'reach.preferred.hint.no-home', { home: home.join(', ') })}
            value={preferred}
            inline
            options={[{ value: '', label: text(locale, 'not-asked') }, ...lines.map((way, index) => ({ value: String(index), label: filled.includes(way) ? wayText(way, context) : text(locale, 'reach.way', { place: index + 1 }) }))]}
          />
        </Panel>
        <ButtonRow>
          <Button icon="save">{text(locale, 'change.act')}</Button>
          <LinkButton look="subtle" href={`/people/${person.id}`}>
            {text(locale, 'form.cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </WorkPage>
  );
}

function WayFields({ index, way, errors, context: { locale } }: { index: number; way: FilledWay; errors: FieldErrors; context: ViewContext }) {
  const name = (part: string) => `ways.${index}.${part}`;
  const error = (part: string) => errors[name(part)];
  return (
    <FieldRow>
      <SelectField locale={locale} name={name('kind')} label={text(locale, 'reach.way', { place: index + 1 })} placeholder={text(locale, 'reach.kind.guess')} value={way.kind} error={error('kind')} options={contactKinds.map((value) => ({ value, label: text(locale, `contact.${value}`) }))} />
      {way.kind === 'post' ? (
        <TextArea locale={locale} name={name('value')} label={text(locale, 'reach.value')} hint={text(locale, 'reach.value.post')} value={way.value} error={error('value')} rows={3} maxLength={300} />
      ) : (
        <TextField locale={locale} name={name('value')} label={text(locale, 'reach.value')} value={way.value} error={error('value')} size={20} maxLength={300} dir="auto" />
      )}
      <TextField locale={locale} name={name('through')} label={text(locale, 'reach.through')} value={way.through} error={error('through')} size={12} maxLength={80} />
      <SelectField
        locale={locale}
        name={name('texts')}
        label={text(locale, 'reach.texts')}
        placeholder={text(locale, 'not-asked')}
        value={way.texts}
        error={error('texts')}
        options={[
          { value: 'yes', label: text(locale, 'answer.yes') },
          { value: 'no', label: text(locale, 'answer.no') },
        ]}
      />
    </FieldRow>
  );
}

function wayText({ kind, value, through, texts }: FilledWay, { locale }: ViewContext): string {
  const known = contactKinds.find((each): each is ContactKind => each === kind);
  const words = [through && text(locale, 'reach.via', { through }), value || (known === 'post' && text(locale, 'contact.post'))].filter(Boolean).join(' ');
  return texts === 'no' ? `${words} (${text(locale, 'reach.no-texts')})` : words;
}
