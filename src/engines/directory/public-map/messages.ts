import { defineMessages } from '../../../kernel/i18n/messages.ts';
import en from './messages/en.json' with { type: 'json' };
import ar from './messages/newcomer.ar.json' with { type: 'json' };
import fr from './messages/newcomer.fr.json' with { type: 'json' };
import uk from './messages/newcomer.uk.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };

export const text = defineMessages({ nl, en, fr, ar, uk });
