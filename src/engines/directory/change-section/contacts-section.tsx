import { z } from 'zod';
import { FieldRow, Panel, SelectField, TextField } from '../../../kernel/html/index.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import { newId } from '../../../kernel/id.ts';
import { readLanguages } from '../language-names.ts';
import { contactRoles, type Contact, type ContactRole } from '../service.ts';
import { checkReach } from '../service-fields.ts';
import { text } from './messages.ts';
import { listed, rowsOf, sectionPart, type SectionFormProps } from './section.ts';

const perRow = (max: number) => field.list(z.string().max(max, `too-long:${max}`));
const names = ['contactName', 'contactPhone', 'contactEmail', 'contactLanguages', 'contactNote'] as const;

export const contactsSection = sectionPart({
  name: 'contacts',
  fields: { contactId: perRow(40), role: perRow(20), contactName: perRow(100), contactPhone: perRow(30), contactEmail: perRow(200), contactLanguages: perRow(200), contactNote: perRow(300) },
  filled: ({ contacts }) => ({
    contactId: contacts.map(({ id }) => id),
    role: contacts.map(({ role }) => role),
    contactName: contacts.map(({ name }) => name),
    contactPhone: contacts.map(({ phone }) => phone ?? ''),
    contactEmail: contacts.map(({ email }) => email ?? ''),
    contactLanguages: contacts.map(({ languages }) => languages.map((code) => languageName('nl', code)).join(', ')),
    contactNote: contacts.map(({ note }) => note),
  }),
  facts: ({ contactId, role, ...input }, service) => {
    const contacts: Contact[] = [];
    for (const row of rowsOf(input)) {
      const wrong = (name: string, code: string) => refuse(code, { field: `${name}-${row.row}` });
      const languages = readLanguages(row.contactLanguages);
      if (!row.contactName && !row.contactPhone && !row.contactEmail) return wrong('contactName', 'contact-missing');
      if (row.contactPhone && checkReach({ phone: row.contactPhone })) return wrong('contactPhone', 'not-a-phone-number');
      if (row.contactEmail && !z.email().safeParse(row.contactEmail).success) return wrong('contactEmail', 'not-a-mail-address');
      if (!languages) return wrong('contactLanguages', 'not-a-language');
      const earlier = service.contacts.find(({ id }) => id === contactId[row.row]);
      const of = contactRoles.includes(role[row.row] as ContactRole) ? (role[row.row] as ContactRole) : 'other';
      contacts.push({ id: earlier?.id ?? newId(), role: of, name: row.contactName, phone: row.contactPhone || null, email: row.contactEmail || null, languages, note: row.contactNote });
    }
    return { contacts };
  },
  form: ContactsForm,
  rows: (locale, { contacts }) =>
    contacts.map(({ role, name, phone, email, languages, note }) => ({ label: text(locale, `contacts.role.${role}`), value: [name, phone, email, languages.map((code) => languageName(locale, code)).join(', '), note].filter(Boolean).join(' · ') })),
});

function ContactsForm({ locale, values, errors }: SectionFormProps) {
  const rows = Math.max(...names.map((name) => listed(values, name).length)) + 1;
  const inRow = (name: string, row: number) => ({ locale, name, id: `${name}-${row}`, value: listed(values, name)[row], error: errors[`${name}-${row}`] });
  return (
    <>
      <p>{text(locale, 'contacts.hint')}</p>
      {Array.from({ length: rows }, (_, row) => (
        <Panel title={text(locale, row === rows - 1 ? 'contacts.another' : 'contacts.number', { number: row + 1 })}>
          <input type="hidden" name="contactId" value={listed(values, 'contactId')[row] ?? ''} />
          <FieldRow>
            <SelectField {...inRow('role', row)} label={text(locale, 'contacts.role')} options={contactRoles.map((value) => ({ value, label: text(locale, `contacts.role.${value}`) }))} />
            <TextField {...inRow('contactName', row)} label={text(locale, 'contacts.name')} optional />
            <TextField {...inRow('contactPhone', row)} label={text(locale, 'contacts.phone')} type="tel" size={20} />
            <TextField {...inRow('contactEmail', row)} label={text(locale, 'contacts.email')} type="email" />
          </FieldRow>
          <FieldRow>
            <TextField {...inRow('contactLanguages', row)} label={text(locale, 'contacts.languages')} hint={text(locale, 'contacts.languages.hint')} optional />
            <TextField {...inRow('contactNote', row)} label={text(locale, 'contacts.note')} hint={text(locale, 'contacts.note.hint')} optional />
          </FieldRow>
        </Panel>
      ))}
    </>
  );
}
