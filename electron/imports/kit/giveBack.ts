/** Known to Node since 21; the types do not name it yet. */
type MovableBuffer = ArrayBufferLike & { transfer?(bytes: number): ArrayBuffer };

/**
 * Memory that nobody reads any more. Left to be collected, each ten megabytes of it make the engine look through all that lives. (The
 * compatibility runtime cannot take it back.)
 */
export function giveBack(buffer: ArrayBufferLike): void {
  (buffer as MovableBuffer).transfer?.(0);
}
