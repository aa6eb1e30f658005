/** Runs one task after another for each key: many printers take a single connection. */
export type InLane = <T>(
  key: string,
  task: (release: (after: Promise<void>) => void) => Promise<T>,
) => Promise<T>;

/** A lane opens when its task is done, or when what the task hands to `release` is. */
export function createPrinterLanes(): InLane {
  const tails = new Map<string, Promise<void>>();
  return async (key, task) => {
    const before = tails.get(key) ?? Promise.resolve();
    let open: (after: Promise<void>) => void = () => {};
    const tail = new Promise<void>((resolve) => {
      open = (after) => resolve(after);
    });
    tails.set(key, tail);
    await before;
    try {
      return await task(open);
    } finally {
      open(Promise.resolve());
      void tail.then(() => tails.get(key) === tail && tails.delete(key));
    }
  };
}
