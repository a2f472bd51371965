import type { Frame } from '../frame.ts';
import { Icon } from '../icons/icon.tsx';
import { text } from '../messages.ts';

/** Who is signed in, as what, and the way out. */
export function AccountMenu({ frame }: { frame: Frame }) {
  const { locale, actorName, roleNames = [], accountLinks = [] } = frame;
  if (!actorName) return null;
  return (
    <details class="ww-account">
      <summary class="ww-account__open">
        <Icon name="circle-user-round" />
        <span class="ww-account__name">{actorName}</span>
        <span class="ww-out-of-sight">: {text(locale, 'account.open')}</span>
      </summary>
      <div class="ww-account__menu">
        <p class="ww-account__who">
          <strong>{actorName}</strong>
          {roleNames.length > 0 && <span>{roleNames.join(', ')}</span>}
        </p>
        <ul class="ww-account__links">
          {accountLinks.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
          <li class="ww-needs-keys">
            <button type="button" data-open-keys="">
              <Icon name="keyboard" /> {text(locale, 'keys.title')}
            </button>
          </li>
          <li>
            <form method="post" action="/sign-out" data-once="">
              <button type="submit">
                <Icon name="log-out" mirrors /> {text(locale, 'account.sign-out')}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  );
}
