/**
 * Keys of the desk. Everything here only presses what the page already has: without script nothing is lost.
 * `/` search · `g` and a letter: a place · `n` the page's main act · Ctrl+Enter sends the form · `?` the list of keys.
 */
const typing = 'input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=file]),textarea,select,[contenteditable]';
let goesNext = false;

document.documentElement.dataset['keys'] = '';
document.querySelector<HTMLElement>('[data-focus]')?.focus();

document.addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return sendFormOf(at, event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Escape' && at.closest('details[open]')) return closeDetails(at);
  if (at.matches(typing) || document.querySelector('dialog[open]')) return;
  const pressed = goesNext ? find(`[data-go="${CSS.escape(event.key)}"]`) : keyTarget(event.key);
  goesNext = !goesNext && event.key === 'g';
  if (!pressed) return;
  event.preventDefault();
  if (pressed instanceof HTMLDialogElement) pressed.showModal();
  else if (pressed instanceof HTMLInputElement) pressed.select();
  else pressed.click();
});

document.addEventListener('click', (event) => {
  const at = event.target as HTMLElement;
  if (at.closest('[data-open-keys]')) find<HTMLDialogElement>('#keys')?.showModal();
  if (at.closest('[data-print]')) print();
  for (const open of document.querySelectorAll<HTMLDetailsElement>('.ww-account[open],.ww-menu[open],.ww-clock-box[open]')) if (!open.contains(at)) open.open = false;
});

document.addEventListener('change', (event) => {
  const all = event.target as HTMLInputElement;
  if (!all.matches('[data-select-all]')) return;
  for (const box of all.closest('table')!.querySelectorAll<HTMLInputElement>('tbody .ww-table__select input')) box.checked = all.checked;
});

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-once]')) return;
  if (form.dataset['sent'] === 'yes') return event.preventDefault();
  form.dataset['sent'] = 'yes';
  // After this turn, so that the pressed button still goes with the form.
  setTimeout(() => setBusy(form, true));
});

// Coming back with the browser's button shows the page as it was left: its forms must work again.
addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.querySelectorAll<HTMLFormElement>('[data-sent]')) setBusy(form, false);
});

function find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
  return document.querySelector<E>(selector);
}

function keyTarget(key: string): HTMLElement | null {
  if (key === '/') return find('[data-key-search]');
  if (key === '?') return find('#keys');
  return /^[a-z0-9]$/.test(key) && key !== 'g' ? find(`[data-key="${key}"]`) : null;
}

function sendFormOf(at: HTMLElement, event: KeyboardEvent): void {
  const form = at.closest('form');
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

function closeDetails(at: HTMLElement): void {
  const details = at.closest<HTMLDetailsElement>('details[open]')!;
  details.open = false;
  details.querySelector('summary')?.focus();
}

function setBusy(form: HTMLFormElement, isBusy: boolean): void {
  if (!isBusy) delete form.dataset['sent'];
  form.toggleAttribute('aria-busy', isBusy);
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type=submit]')) button.disabled = isBusy;
}
