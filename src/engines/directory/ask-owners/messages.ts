import { defineMessages } from '../../../kernel/i18n/messages.ts';
import en from './messages/en.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };

export const text = defineMessages({ nl, en });
