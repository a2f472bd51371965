/** Renews the part of the page that is under way (`data-live` holds the page's address) every second, until it has ended. */
const pause = 1000;

async function renew(): Promise<void> {
  const live = document.querySelector<HTMLElement>('[data-live]');
  if (!live?.id) return;
  try {
    const answer = await fetch(live.dataset['live']!, { headers: { accept: 'text/html' } });
    if (answer.ok) await swap(live, answer);
  } catch {
    // No network for a moment: the part stays as it is and is asked for again.
  }
  setTimeout(renew, document.hidden ? pause * 5 : pause);
}

async function swap(live: HTMLElement, answer: Response): Promise<void> {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById(live.id);
  // The page no longer has the part: it has become another page, so show that one whole.
  if (!fresh || answer.redirected) return location.assign(answer.url);
  const hadFocus = live.contains(document.activeElement);
  live.replaceWith(document.adoptNode(fresh));
  if (hadFocus) fresh.querySelector<HTMLElement>('a,button')?.focus();
}

setTimeout(renew, pause);

export {};
