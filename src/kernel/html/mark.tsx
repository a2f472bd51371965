/** The mark: a signpost whose boards point both ways, since a route here is rarely straight. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg class="ww-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="ww-mark__post" d="M14.5 2.5a1.5 1.5 0 0 1 3 0V30h-3z" fill="currentColor" />
      <path class="ww-mark__ahead" d="M6 5.5A1.5 1.5 0 0 1 7.5 4h15.3a2 2 0 0 1 1.5.7l4 4.5a1.2 1.2 0 0 1 0 1.6l-4 4.5a2 2 0 0 1-1.5.7H7.5A1.5 1.5 0 0 1 6 14.5z" fill="currentColor" />
      <path class="ww-mark__back" d="M24.5 18.5a1.2 1.2 0 0 1 1.2 1.2v5.6a1.2 1.2 0 0 1-1.2 1.2H10.6a2 2 0 0 1-1.5-.7L6.4 23.300a1.2 1.200 0 0 1 0-1.600l2.700-2.500a2 2 0 0 1 1.500-.7z" fill="currentColor" />
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
