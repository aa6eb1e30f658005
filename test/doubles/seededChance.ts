/** A small seeded generator of 0..1 (Lehmer), so that a failure can be repeated. */
export function seededChance(seed: number): () => number {
  let state = (seed * 7_919 + 1) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
