import * as html from '../index.ts';
import type { Words } from './words.ts';

/** Every kind of field, one of them wrong. */
export function GalleryForm({ words }: { words: Words }) {
  const { locale, themes } = words;
  const options = themes.map((label, index) => ({ value: `theme-${index}`, label }));
  return (
    <html.Panel title={words.act}>
      <html.ErrorSummary locale={locale} errors={{ name: words.wrong, born: words.hint }} labels={{ name: words.name }} />
      <html.Form action="/questions" once="key-12345678" version={3} hasFiles>
        <html.FieldRow>
          <html.TextField locale={locale} name="name" label={words.name} hint={words.hint} error={words.wrong} autocomplete="off" required />
          <html.SelectField locale={locale} name="theme" label={words.heads[1]} placeholder={words.choose} options={[{ group: words.title, options }]} />
        </html.FieldRow>
        <html.DateField locale={locale} name="born" label={words.due} allowUnknown value={{ month: '13', year: '1990' }} error={words.wrong} wrong={['month']} />
        <html.RadioGroup locale={locale} name="status" label={words.heads[2]} value="theme-1" options={options.map((option, index) => ({ ...option, hint: index === 0 ? words.hint : undefined }))} />
        <html.RadioGroup locale={locale} name="answer" label={words.note} inline options={options.slice(0, 2)} optional />
        <html.CheckboxGroup locale={locale} name="themes" label={words.heads[1]} values={['theme-0']} tiles options={options.map((option) => ({ ...option, icon: 'house' }))} />
        <html.CheckboxField locale={locale} name="agree" label={words.rule} hint={words.hint} />
        <html.TextArea locale={locale} name="note" label={words.note} optional value={words.emptyText} />
        <html.FileField locale={locale} name="file" label={words.source} accept=".csv,.xlsx" />
        <html.SearchField locale={locale} name="service" label={words.title} />
        <html.ButtonRow>
          <html.Button icon="check" hotkey="s">
            {words.save}
          </html.Button>
          <html.Button look="secondary" name="later" value="yes" formNoValidate>
            {words.leave}
          </html.Button>
          <html.LinkButton look="subtle" href="/questions">
            {words.crumb}
          </html.LinkButton>
          <html.Button look="harm" icon="trash" small>
            {words.remove}
          </html.Button>
        </html.ButtonRow>
      </html.Form>
    </html.Panel>
  );
}
