import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from './messages.ts';

/** The two parts of the helpdesk: what was answered, and what is asked. */
export function helpdeskTabs({ locale, may }: ViewContext, current: 'answers' | 'queue') {
  return [
    { href: '/legal', label: text(locale, 'answers.title'), current: current === 'answers' },
    { href: may('questions:answer-expert') ? '/legal/questions?state=open' : '/legal/questions', label: text(locale, may('questions:answer-expert') ? 'queue.title' : 'queue.mine'), current: current === 'queue' },
  ];
}
