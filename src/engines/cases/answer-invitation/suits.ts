/** When it suits a family better. */
export const suits = ['morning', 'afternoon', 'evening', 'saturday'] as const;
