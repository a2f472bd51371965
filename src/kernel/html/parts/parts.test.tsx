import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { drawingOf } from '../icons/take-icons.ts';
import { withKeys } from '../shells/navigation.tsx';
import * as html from '../index.ts';

const icon = 'house' as const;

/** The words of a page, without its elements. */
function wordsOf(node: VNode): string {
  return renderToString(node).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
}

describe('the clock chip', () => {
  const chip = (daysLeft: number, more: Partial<html.ClockChipProps> = {}) => wordsOf(<html.ClockChip locale="nl" daysLeft={daysLeft} {...more} />);

  test('says in words how much time is left', () => {
    expect(chip(41)).toBe('nog 41 dagen');
    expect(chip(1)).toBe('nog 1 dag');
    expect(chip(0)).toBe('vandaag laatste dag');
    expect(chip(-1)).toBe('1 dag te laat');
    expect(chip(-12)).toBe('12 dagen te laat');
  });

  test('no longer counts when it is paused or finished', () => {
    expect(chip(-3, { state: 'met' })).toBe('afgerond');
    expect(chip(12, { state: 'paused' })).toBe('staat stil, nog 12 dagen');
  });

  test('has a drawing of its own for each state, so that colour is not needed', () => {
    const drawings = [41, 0, -1].map((daysLeft) => /<svg.*<\/svg>/.exec(renderToString(<html.ClockChip locale="nl" daysLeft={daysLeft} />))![0]);
    expect(new Set(drawings).size).toBe(3);
  });

  test('explains itself: rule, event, pauses, source', () => {
    const words = chip(5, { rule: 'Binnen 3 maanden', event: 'Aankomst op 3 maart', due: '3 juni', pauses: ['4 tot 18 april: ziekenhuis'], source: { label: 'Afspraak 2026' } });
    for (const part of ['Binnen 3 maanden', 'Aankomst op 3 maart', '3 juni', '4 tot 18 april: ziekenhuis', 'Afspraak 2026']) expect(words).toContain(part);
  });
});

describe('fields', () => {
  test('an error stands beside its field, is tied to it, and the summary links to it', () => {
    const errors = { 'child.name': 'Vul een naam in.', '': 'Iemand anders bewaarde intussen.' };
    const out = renderToString(
      <>
        <html.ErrorSummary locale="nl" errors={errors} labels={{ 'child.name': 'Naam' }} />
        <html.TextField locale="nl" name="child.name" label="Naam" hint="Eén naam is genoeg." error={errors['child.name']} />
      </>,
    );
    expect(out).toContain('<a href="#child-name">Naam: Vul een naam in.</a>');
    expect(out).toContain('<li>Iemand anders bewaarde intussen.</li>');
    const input = /<input[^>]*>/.exec(out)![0];
    expect(input).toContain('id="child-name"');
    expect(input).toContain('name="child.name"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('aria-describedby="child-name-error child-name-hint"');
  });

  test('nothing wrong shows no summary', () => {
    expect(renderToString(<html.ErrorSummary locale="nl" errors={{}} />)).toBe('');
  });

  test('what was typed comes back as it was typed, and never as markup', () => {
    const typed = '"><script>alert(1)</script>';
    const out = renderToString(
      <>
        <html.TextField locale="nl" name="a" label={typed} value={typed} />
        <html.TextArea locale="nl" name="b" label="b" value={typed} />
      </>,
    );
    expect(out).not.toContain('<script>');
    expect(out).toContain('value="&quot;>&lt;script');
  });

  test('a date may lack its day and month, and keeps an impossible one', () => {
    const out = renderToString(<html.DateField locale="nl" name="born" label="Geboren" allowUnknown value={{ month: '13', year: '1990' }} error="Maand 13 bestaat niet." wrong={['month']} />);
    expect(out).toContain('name="born.month" type="text" inputmode="numeric" value="13"');
    expect(out.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(wordsOf(<html.DateField locale="nl" name="born" label="Geboren" allowUnknown />)).toContain('Ken je de dag of de maand niet?');
  });

  test('a form carries the key of its page and the version of its row', () => {
    const out = renderToString(
      <html.Form action="/questions" once="018f-key" version={3}>
        x
      </html.Form>,
    );
    expect(out).toContain('<input type="hidden" name="_key" value="018f-key"/>');
    expect(out).toContain('<input type="hidden" name="version" value="3"/>');
  });
});

describe('the table', () => {
  const rows = [{ id: 'a', name: 'Samira', minutes: 20 }];
  const columns: html.Column<(typeof rows)[number]>[] = [
    { key: 'name', head: 'Naam', cell: (row) => row.name, sort: { href: '?sort=name', direction: 'descending' } },
    { key: 'minutes', head: 'Minuten', numeric: true, cell: (row) => row.minutes },
  ];

  test('names each row by its first column, and each cell by its head for narrow screens', () => {
    const out = renderToString(<html.Table locale="nl" caption="Vragen" rows={rows} columns={columns} rowKey={(row) => row.id} rowHref={(row) => `/questions/${row.id}`} />);
    expect(out).toContain('<th scope="row"><a class="ww-table__link" href="/questions/a">Samira</a></th>');
    expect(out).toContain('data-label="Minuten"');
    expect(out).toContain('aria-sort="descending"');
  });

  test('without rows it says what the page is for', () => {
    expect(wordsOf(<html.Table locale="nl" caption="Vragen" rows={[]} columns={columns} rowKey={(row) => row.id} empty={<html.EmptyState title="Nog geen vragen">Noteer de eerste.</html.EmptyState>} />)).toBe('Nog geen vragen Noteer de eerste.');
  });
});

describe('the places of the rail', () => {
  test('each get a letter of their own, and keep the one they ask for', () => {
    const places = withKeys([
      { href: '/', label: 'Vandaag', icon },
      { href: '/q', label: 'Vragen', icon },
      { href: '/x', label: 'Va', icon },
      { href: '/m', label: 'Kaart', icon, key: 'v' },
      { href: '/ar', label: 'الأسئلة', icon },
    ]);
    expect(places.map(({ key }) => key)).toEqual(['a', 'r', '3', 'v', '5']);
  });
});

test('the icons are Lucide’s own drawings', () => {
  for (const [name, drawing] of Object.entries(html.icons)) expect(drawing, name).toBe(drawingOf(name));
});
