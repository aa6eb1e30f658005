import type { Clock } from './clock.ts';
import type { DroppedFile } from './dropFolder.ts';

/** A file that kept size and time for so long is finished. */
const settleMs = 2_000;

/** Which files of a folder other programs write to are finished; it remembers what still grew. */
export class SettledFiles {
  readonly #clock: Clock;
  readonly #seen = new Map<
    string,
    { readonly sizeBytes: number; readonly writtenAt: number; since: number }
  >();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What is not there any more is forgotten. */
  keepOnly(files: readonly DroppedFile[]): void {
    for (const path of this.#seen.keys())
      if (!files.some((file) => file.path === path)) this.#seen.delete(path);
  }

  /** The next file of this name is another one, whatever its size and time. */
  forget({ path }: DroppedFile): void {
    this.#seen.delete(path);
  }

  isSettled({ path, sizeBytes, writtenAt }: DroppedFile): boolean {
    const now = this.#clock.now();
    const seen = this.#seen.get(path);
    if (seen?.sizeBytes === sizeBytes && seen.writtenAt === writtenAt) return now - seen.since >= settleMs;
    this.#seen.set(path, { sizeBytes, writtenAt, since: now });
    return false;
  }
}
