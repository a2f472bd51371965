import type { Visitor } from '../keep-queue/visitor.store.ts';
import type { Template } from '../keep-templates/template.store.ts';
import type { Filled } from '../question-form.tsx';
import type { Question } from '../question.ts';

interface Known {
  /** What this desk recorded last. */
  last: Question | undefined;
  /** The question before, of the same contact. */
  before: Question | undefined;
  /** Whoever this desk called. */
  atDesk: Visitor | undefined;
  person: string | undefined;
}

/** What is likely to be the same the next time, or is known of whoever comes. */
export function filledForNext({ last, before, atDesk, person }: Known): Filled {
  return {
    theme: before ? undefined : (atDesk?.theme ?? last?.theme),
    channel: before?.channel ?? (atDesk ? 'desk' : (last?.channel ?? 'desk')),
    place: before?.place?.id ?? atDesk?.placeId ?? last?.place?.id,
    municipality: (before ?? last)?.municipality ?? undefined,
    language: before?.language ?? atDesk?.language,
    person: before?.personId ?? person,
    handling: [],
  };
}

/** What the template says, over what was typed; what it leaves open stays. */
export function fillIn(typed: Filled, { theme, subThemeId, channel, language, handling, minutes, serviceId }: Template): Filled {
  return {
    ...typed,
    theme,
    subTheme: subThemeId ?? undefined,
    handling: handling.length > 0 ? handling : typed.handling,
    ...(channel ? { channel } : {}),
    ...(language ? { language } : {}),
    ...(minutes === null ? {} : { minutes: String(minutes) }),
    ...(serviceId ? { service: serviceId, serviceName: undefined } : {}),
  };
}
