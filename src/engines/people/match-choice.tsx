import { Hidden, RadioGroup } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { isDecided, type MatchReason, type ProbableMatch } from './match.ts';
import { text } from './messages.ts';
import { birthText, isolated } from './show.ts';

interface Props {
  name: string;
  matches: readonly ProbableMatch[];
  chosen: string;
  /** Those who were shown when that was chosen: of others nothing was chosen yet. */
  shown: readonly string[];
  context: ViewContext;
}

/** Who could be the same person, with the reasons: someone must say before anyone is written down a second time. */
export function MatchChoice({ name, matches, chosen, shown, context: { locale } }: Props) {
  if (matches.length === 0) return null;
  const stands = isDecided({ sameAs: chosen, shown }, matches);
  return (
    <div>
      <Hidden name={name.replace(/sameAs$/, 'shown')} value={matches.map(({ personId }) => personId).join(',')} />
      <RadioGroup
        locale={locale}
        name={name}
        label={text(locale, 'match.title')}
        hint={text(locale, 'match.hint')}
        value={stands ? chosen : ''}
        options={[
          ...matches.map((match) => ({
            value: match.personId,
            label: text(locale, 'match.same', { name: [match.name.full, ...match.otherNames.map(({ full }) => full)].map(isolated).join(' · '), born: birthText(locale, match.birth) ?? text(locale, 'birth.unknown') }),
            hint: reasonsText(locale, match.reasons),
          })),
          { value: 'new', label: text(locale, 'match.other') },
        ]}
      />
    </div>
  );
}

/** The reasons of a likeness as a list of words. */
export function reasonsText(locale: ViewContext['locale'], reasons: readonly MatchReason[]): string {
  return reasons.map((reason) => text(locale, `match.reason.${reason}`)).join(', ');
}
