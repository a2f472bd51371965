const post = 'M14.5 2.5a1.5 1.5 0 0 1 3 0V30h-3z';
const ahead = 'M6 5.5A1.5 1.5 0 0 1 7.5 4h15.3a2 2 0 0 1 1.5.7l4 4.5a1.2 1.2 0 0 1 0 1.6l-4 4.5a2 2 0 0 1-1.5.7H7.5A1.5 1.5 0 0 1 6 14.5z';
const back = 'M24.5 18.5a1.2 1.2 0 0 1 1.2 1.2v5.6a1.2 1.2 0 0 1-1.2 1.2H10.6a2 2 0 0 1-1.5-.7l-2.7-2.5a1.2 1.2 0 0 1 0-1.6l2.7-2.5a2 2 0 0 1 1.5-.7z';

/** The mark as the icon of a browser's tab: a data address, since it is smaller than a request. */
export const tabIcon = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#5f7377" d="${post}"/><path fill="#0a5a63" d="${ahead}"/><path fill="#f3bb4f" d="${back}"/></svg>`)}`;

/** The mark: a signpost whose boards point both ways, since a route here is rarely straight. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg class="ww-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="ww-mark__post" d={post} fill="currentColor" />
      <path class="ww-mark__ahead" d={ahead} fill="currentColor" />
      <path class="ww-mark__back" d={back} fill="currentColor" />
    </svg>
  );
}

/** Mark and name. */
export function WordMark({ size = 32 }: { size?: number }) {
  return (
    <span class="ww-word-mark">
      <Mark size={size} />
      <span class="ww-word-mark__name">Wegwijs</span>
    </span>
  );
}
