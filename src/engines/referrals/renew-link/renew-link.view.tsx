import { Alert, WelcomePage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../messages.ts';

/** Why no new link was sent. */
export function askedView(said: string, context: ViewContext) {
  return (
    <WelcomePage frame={context.frame()} title={text(context.locale, 'renew.not')} languages={[]}>
      <Alert kind="error">{said}</Alert>
    </WelcomePage>
  );
}
