/** Reads a part of the page aloud with the browser's own voice, in the language of that part; pressed again, it stops. */
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-read]');

function partOf(button: HTMLButtonElement): HTMLElement | null {
  return document.getElementById(button.dataset['read']!);
}

function languageOf(part: HTMLElement): string {
  return part.closest<HTMLElement>('[lang]')?.lang ?? 'nl';
}

/** A button without a voice would promise what the machine cannot do. */
function showThoseWithVoice(): void {
  const spoken = new Set(speechSynthesis.getVoices().map((voice) => voice.lang.split(/[-_]/)[0]));
  for (const button of buttons) {
    const part = partOf(button);
    button.hidden = !part || !spoken.has(languageOf(part).split('-')[0]!);
  }
}

function read(button: HTMLButtonElement): void {
  const wasReading = button.getAttribute('aria-pressed') === 'true';
  speechSynthesis.cancel();
  for (const each of buttons) each.setAttribute('aria-pressed', 'false');
  const part = partOf(button);
  if (wasReading || !part) return;
  const words = new SpeechSynthesisUtterance(part.innerText);
  words.lang = languageOf(part);
  words.rate = 0.9;
  words.onend = () => button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-pressed', 'true');
  speechSynthesis.speak(words);
}

if ('speechSynthesis' in window) {
  showThoseWithVoice();
  speechSynthesis.addEventListener('voiceschanged', showThoseWithVoice);
  for (const button of buttons) button.addEventListener('click', () => read(button));
  addEventListener('pagehide', () => speechSynthesis.cancel());
}

export {};
