import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/**
 * Makes or uses a passkey for a form that asks for one: `data-passkey` is 'make' or 'use', `data-options` what the server
 * asks. The browser's answer goes into the form's field and the form is sent, so that the server answers with a page.
 * Without script, or where the browser has no passkeys, such a form stays hidden and the other way in is there.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (typeof PublicKeyCredential === 'undefined') continue;
  (form.closest<HTMLElement>('[data-passkey-part]') ?? form).hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(form);
  });
}

async function ask(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
  const failure = form.querySelector<HTMLElement>('[data-passkey-failure]')!;
  failure.hidden = true;
  button.disabled = true;
  try {
    const optionsJSON = JSON.parse(form.dataset['options']!);
    const answer = form.dataset['passkey'] === 'make' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
    form.querySelector<HTMLInputElement>('input[name=passkey]')!.value = JSON.stringify(answer);
    // Past our own listener, straight to the server.
    form.submit();
  } catch {
    // Stopped by its owner, or not possible on this device: the browser has said which, we say what can be done.
    failure.hidden = false;
    button.disabled = false;
  }
}
