/**
 * Keys of the desk beyond letters and digits, and fields that follow one another. `+` more questions, `=` the same again,
 * Shift and a letter a template. Without script the same buttons are pressed and the server says what does not fit.
 */
const typing = 'input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select';

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !/^[A-Z+=]$/.test(event.key)) return;
  if ((event.target as HTMLElement).matches(typing) || document.querySelector('dialog[open]')) return;
  const pressed = document.querySelector<HTMLElement>(`[data-press="${event.key}"]`);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
});

// What was unfolded is filled in at once.
for (const summary of document.querySelectorAll<HTMLElement>('[data-fold] > summary')) {
  summary.addEventListener('click', () => {
    setTimeout(() => {
      const details = summary.parentElement as HTMLDetailsElement;
      if (details.open) details.querySelector<HTMLElement>('select,input')?.focus();
    });
  });
}

const subThemes = document.querySelector<HTMLSelectElement>('select[name=subTheme]');
const radios = [...document.querySelectorAll<HTMLInputElement>('input[name=theme]')];

// A sub-theme stands in the group that is called like its theme.
const labelOf = (radio: HTMLInputElement) => radio.closest('label')?.querySelector('.ww-quick__word')?.textContent;
const groupOf = (option: HTMLOptionElement | undefined) => (option?.parentElement as HTMLOptGroupElement | undefined)?.label;

function followTheme(): void {
  const chosen = radios.find((radio) => radio.checked);
  if (!subThemes || !chosen) return;
  const label = labelOf(chosen);
  if (subThemes.value && groupOf(subThemes.selectedOptions[0]) !== label) subThemes.value = '';
  for (const group of subThemes.querySelectorAll('optgroup')) group.hidden = group.label !== label;
}

for (const radio of radios) radio.addEventListener('change', followTheme);
followTheme();

const along = document.querySelector<HTMLInputElement>('input[name=handling][value=went-along]');
for (const field of document.querySelectorAll<HTMLInputElement>('[data-visit] input')) {
  field.addEventListener('input', () => {
    if (along && field.value) along.checked = true;
  });
}

export {};
