import { z } from 'zod';
import { download, seeOther } from '../../../kernel/http/answer.ts';
import { calendarType, writeCalendar } from '../../../kernel/calendar/write-calendar.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { locales } from '../../../kernel/i18n/locale.ts';
import { answerMomentRequest, askOtherMoment, confirmAppointment } from '../appointment.store.ts';
import { caseSubjects } from '../case.ts';
import { familyEvent } from '../serve-calendar/calendar-event.ts';
import { invitedView, otherMomentView } from './answer-invitation.view.tsx';
import { loadInvited } from './load-invited.ts';
import { suits } from './suits.ts';

const link = { link: 'invitation' };
const lang = field.optionalChoice(locales);

export const invitedPage = page({
  path: '/i/:secret',
  permission: link,
  event: unrecorded('the family looks at its own moment'),
  input: z.strictObject({ lang }),
  load: async (context) => (await loadInvited(context.read, context)) ?? notFound,
  view: (invited, context) => invitedView(invited, context),
});

export const invitedCalendarPage = page({
  path: '/i/:secret/talk.ics',
  permission: link,
  event: unrecorded('the family takes its own moment along'),
  input: z.strictObject({ lang }),
  load: async (context) => {
    const invited = await loadInvited(context.read, context);
    return invited?.ahead ? { ahead: invited.ahead, lang: context.input.lang ?? ('nl' as const) } : notFound;
  },
  view: ({ ahead, lang: language }, { tenant }) => download(writeCalendar({ name: tenant.name, events: [familyEvent(ahead, tenant, language)] }), calendarType, 'wegwijs.ics'),
});

export const comeAct = act({
  path: '/i/:secret/come',
  permission: link,
  event: 'family-comes',
  input: z.strictObject({ lang }),
  act: async ({ tx, input, ...context }) => {
    const invited = await loadInvited(tx, context);
    if (!invited) return notFound;
    if (!invited.ahead || !(await confirmAppointment(tx, invited.ahead.id))) return refuse('talk-not-ahead', { status: 409 });
    await answerMomentRequest(tx, invited.file.id);
    if (!invited.ahead.confirmedAt || invited.request) tx.record({ act: 'family-comes', subjects: caseSubjects(invited.file) });
    return { lang: input.lang };
  },
  done: (result, { linkSecret }) => seeOther(`/i/${linkSecret}?lang=${result.lang ?? 'nl'}`),
  again: showInvitedAgain,
});

export const otherMomentPage = page({
  path: '/i/:secret/other-moment',
  permission: link,
  event: unrecorded('the form alone'),
  input: z.strictObject({ lang }),
  load: async (context) => (await loadInvited(context.read, context)) ?? notFound,
  view: (invited, context) => otherMomentView(invited, context),
});

export const otherMomentAct = act({
  path: '/i/:secret/other-moment',
  permission: link,
  event: 'other-moment-asked',
  input: z.strictObject({ lang, suits: field.list(z.enum(suits, 'choose')), words: field.optionalText(300) }),
  act: async ({ tx, input, ...context }) => {
    const invited = await loadInvited(tx, context);
    if (!invited) return notFound;
    if (!invited.ahead) return refuse('talk-not-ahead', { status: 409 });
    await askOtherMoment(tx, { caseId: invited.file.id, appointmentId: invited.ahead.id, suits: input.suits, words: input.words ?? null });
    tx.record({ act: 'other-moment-asked', subjects: caseSubjects(invited.file), detail: { suits: input.suits } });
    return { lang: input.lang };
  },
  done: (result, { linkSecret }) => seeOther(`/i/${linkSecret}?lang=${result.lang ?? 'nl'}`),
  again: async (context) => {
    const invited = await loadInvited(context.read, context);
    if (!invited) return notFound;
    return context.refusal ? invitedView(invited, context) : otherMomentView(invited, context, context.values, context.errors);
  },
});

async function showInvitedAgain(context: AgainContext) {
  const invited = await loadInvited(context.read, context);
  return invited ? invitedView(invited, context) : notFound;
}
