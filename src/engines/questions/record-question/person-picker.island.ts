/**
 * Shows who bears the name while it is typed, as the same choices that the server draws for who presses the button: arrow down
 * goes to the first, Escape goes back. Without script the button asks the server.
 */
interface Asker {
  id: string;
  name: string;
  detail?: string;
}

const pause = 150;

// Escape leaves a field for text, so that the keys of the choices work again.
document.addEventListener('keydown', (event) => {
  const at = event.target as HTMLElement;
  if (event.key === 'Escape' && at.matches('main input,main textarea,main select')) at.blur();
});

for (const picker of document.querySelectorAll<HTMLElement>('[data-person-picker]')) enhance(picker);

function enhance(picker: HTMLElement): void {
  const input = picker.querySelector<HTMLInputElement>('input[name=personName]');
  const found = picker.querySelector<HTMLElement>('[role=radiogroup]');
  if (!input || !found) return;
  picker.querySelector('button')?.setAttribute('hidden', '');
  let asked: AbortController | undefined;
  let wait: ReturnType<typeof setTimeout>;

  input.addEventListener('input', () => {
    asked?.abort();
    clearTimeout(wait);
    const name = input.value.trim();
    if (name.length < 2) return found.replaceChildren();
    wait = setTimeout(() => {
      asked = new AbortController();
      void search(name, asked.signal);
    }, pause);
  });

  input.addEventListener('keydown', (event) => {
    const first = found.querySelector<HTMLInputElement>('input');
    if (event.key !== 'ArrowDown' || !first) return;
    event.preventDefault();
    first.checked = true;
    first.focus();
  });

  found.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    for (const choice of found.querySelectorAll('input')) choice.checked = false;
    input.select();
  });

  async function search(name: string, signal: AbortSignal): Promise<void> {
    try {
      const answer = await fetch(`${picker.dataset['personPicker']}?q=${encodeURIComponent(name)}`, { signal });
      if (!answer.ok) return;
      const { askers } = (await answer.json()) as { askers: Asker[] };
      show(askers);
    } catch {
      // Asked again meanwhile, or no network: the button's way still works on sending.
    }
  }

  function show(askers: Asker[]): void {
    if (askers.length === 0) return found!.replaceChildren(words('p', picker.dataset['nobody'] ?? ''));
    const anonymous = picker.dataset['anonymous'];
    found!.replaceChildren(...[...askers, ...(anonymous ? [{ id: 'anonymous', name: anonymous }] : [])].map(choice));
  }
}

function choice({ id, name, detail }: Asker): HTMLElement {
  const label = words('label', '');
  label.className = 'ww-quick__choice';
  const radio = document.createElement('input');
  Object.assign(radio, { type: 'radio', name: 'person', value: id });
  const word = words('span', name);
  word.className = 'ww-quick__word';
  word.dir = 'auto';
  if (detail) word.append(' ', words('small', detail));
  label.append(radio, word);
  return label;
}

function words(element: string, text: string): HTMLElement {
  const made = document.createElement(element);
  made.textContent = text;
  return made;
}

export {};
