import { dayOf } from '../../kernel/clock/clock.ts';
import type { BlueprintPart } from '../../kernel/blueprint/blueprint-part.ts';
import { inLanguage, isNamed } from '../../kernel/blueprint/words.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { findSubThemes } from '../directory/index.ts';
import { findExpertTerm, putExpertTerm } from './helpdesk/expert-term.store.ts';
import { findTemplates, insertTemplate, type Template } from './keep-templates/template.store.ts';
import { text } from './messages.ts';
import { questionsPart, type QuestionsPart } from './part.ts';
import { findPlaces } from './place.store.ts';
import { addPlaces } from './register.ts';
import { findSignalRule, putSignalRule } from './signals/signal-rule.store.ts';

/** What a practice sets up of the register. Terms are set only where the authority has none of its own. */
export const blueprintPart: BlueprintPart<QuestionsPart> = {
  key: 'questions',
  shape: questionsPart,
  plan: async (read, part, locale) => {
    const [places, templates, hasRule, hasTerm] = await Promise.all([findPlaces(read), findTemplates(read), hasSignalRule(read), hasExpertTerm(read)]);
    return [
      ...part.places.map((label) => ({ kind: text(locale, 'part.place'), name: inLanguage(locale, label), isThere: places.some((one) => isNamed(one.label, label)), href: '/questions/places' })),
      ...part.templates.map(({ label }) => ({ kind: text(locale, 'part.template'), name: inLanguage(locale, label), isThere: isTemplateThere(templates, label), href: '/questions/templates' })),
      ...(part.signals ? [{ kind: text(locale, 'part.signals'), name: text(locale, 'part.signals.rule', { times: part.signals.times, voices: part.signals.voices, days: part.signals.days }), isThere: hasRule, href: '/settings/signals' }] : []),
      ...(part.helpdesk ? [{ kind: text(locale, 'part.helpdesk'), name: text(locale, 'part.helpdesk.term', { normal: part.helpdesk.normalDays, urgent: part.helpdesk.urgentDays }), isThere: hasTerm, href: '/settings/legal-terms' }] : []),
    ];
  },
  adopt: async (tx, part, locale) => {
    const places = await findPlaces(tx);
    const fresh = part.places.filter((label) => !places.some((one) => isNamed(one.label, label)));
    const madePlaces = await addPlaces(tx, fresh.map((label) => ({ label: inLanguage(locale, label), municipality: null })));
    return madePlaces.length + (await adoptTemplates(tx, part, locale)) + (await adoptTerms(tx, part, locale));
  },
};

const hasSignalRule = async (read: Read) => (await findSignalRule(read, dayOf(read.now))).validFrom !== null;
const hasExpertTerm = async (read: Read) => (await findExpertTerm(read, dayOf(read.now))).validFrom !== null;

function isTemplateThere(templates: readonly Template[], label: QuestionsPart['templates'][number]['label']): boolean {
  return templates.some((one) => one.isShared && isNamed(one.label, label));
}

/** A template whose key is taken already comes without one. */
async function adoptTemplates(tx: Transaction, { templates }: QuestionsPart, locale: Locale): Promise<number> {
  const [known, subThemes] = [await findTemplates(tx), await findSubThemes(tx)];
  const taken = new Set(known.map(({ hotkey }) => hotkey));
  const fresh = templates.filter(({ label }) => !isTemplateThere(known, label));
  for (const { label, hotkey, theme, subTheme, channel = null, handling, minutes = null } of fresh) {
    const own = subTheme && subThemes.find((one) => isNamed(one.label, subTheme));
    const id = await insertTemplate(tx, { isShared: true, label: inLanguage(locale, label), hotkey: hotkey && !taken.has(hotkey) ? hotkey : null, theme, subThemeId: own?.id ?? null, channel, language: null, handling, minutes, serviceId: null });
    if (hotkey) taken.add(hotkey);
    if (id) tx.record({ act: 'template-added', subjects: [{ type: 'template', id }], detail: { theme, shared: true } });
  }
  return fresh.length;
}

async function adoptTerms(tx: Transaction, { signals, helpdesk }: QuestionsPart, locale: Locale): Promise<number> {
  const validFrom = dayOf(tx.now);
  let made = 0;
  if (signals && !(await hasSignalRule(tx))) {
    await putSignalRule(tx, { ...signals, validFrom, source: inLanguage(locale, signals.source) });
    made += 1;
  }
  if (helpdesk && !(await hasExpertTerm(tx))) {
    await putExpertTerm(tx, { ...helpdesk, validFrom, source: inLanguage(locale, helpdesk.source) });
    made += 1;
  }
  return made;
}
