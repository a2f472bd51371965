import { Alert, Table } from '../../kernel/html/index.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';

export interface Version {
  label: string;
  /** As it stands in the register now. */
  saved: string;
  /** As it stands in the form. */
  typed: string;
}

/**
 * Someone saved in between: what they saved beside what was typed, where the two differ. The form below holds what was typed;
 * saving it once more keeps that.
 */
export function BothVersions({ locale, versions }: { locale: Locale; versions: readonly Version[] }) {
  const different = versions.filter(({ saved, typed }) => saved !== typed);
  return (
    <Alert kind="warning" title={text(locale, 'meanwhile.title')} announced>
      <p>{text(locale, different.length > 0 ? 'meanwhile.what' : 'meanwhile.same')}</p>
      {different.length > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'meanwhile.table')}
          rows={different}
          rowKey={({ label }) => label}
          columns={[
            { key: 'field', head: text(locale, 'meanwhile.field'), cell: ({ label }) => label },
            { key: 'saved', head: text(locale, 'meanwhile.saved'), cell: ({ saved }) => <bdi>{saved || '–'}</bdi> },
            { key: 'typed', head: text(locale, 'meanwhile.typed'), cell: ({ typed }) => <bdi>{typed || '–'}</bdi> },
          ]}
        />
      )}
    </Alert>
  );
}
