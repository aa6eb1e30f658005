/** What a platform is held against: see the pre-flight. */
export const wantedAvailability = 0.999;
/** With fewer, a single minute more or less would change the verdict. */
export const fewestMinutes = 1_000;
export const fewestPrints = 30;

/** null: nothing is known. `isFew`: it says little. */
export const shareOf = (good: number, all: number, fewest: number) => ({
  share: all === 0 ? null : good / all,
  isFew: all < fewest,
});
