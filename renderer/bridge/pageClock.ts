/** The renderer's only source of "now", so that tests can hand in another. UTC ms. */
export const pageClock = {
  now: (): number => Date.now(),
};
