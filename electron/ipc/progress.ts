/** Runs work that reports while it goes: yields the newest report whenever the reader is free, returns the result. */
export async function* streamProgress<Progress, Result>(
  work: (report: (progress: Progress) => void) => Promise<Result>,
): AsyncGenerator<Progress, Result, void> {
  const queue = createProgressQueue<Progress>();
  const running = work(queue.push).finally(queue.end);
  // Whoever stops reading must not leave a rejection behind that nobody hears.
  running.catch(() => undefined);
  yield* queue.items();
  return running;
}

interface ProgressQueue<T> {
  push(item: T): void;
  end(): void;
  items(): AsyncGenerator<T, void, void>;
}

/** Between work that reports and a stream that is read: a slow reader gets only the newest item. */
export function createProgressQueue<T>(): ProgressQueue<T> {
  let newest: T | null = null;
  let isEnded = false;
  let arrived: () => void = () => undefined;
  return {
    push(item) {
      newest = item;
      arrived();
    },
    end() {
      isEnded = true;
      arrived();
    },
    async *items() {
      for (;;) {
        if (newest !== null) {
          const item = newest;
          newest = null;
          yield item;
        } else if (isEnded) return;
        else {
          await new Promise<void>((resolve) => {
            arrived = resolve;
          });
        }
      }
    },
  };
}
