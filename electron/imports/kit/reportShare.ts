/** Told how far a stream is, 0..1, after each chunk. Formats that hold the whole file in memory never call it. */
export type ShareListener = (share: number) => void;

/** Passes chunks on and reports how much of `totalBytes` has been handed out. */
export async function* reportShare(
  chunks: AsyncIterable<Uint8Array>,
  totalBytes: number,
  onShare: ShareListener | undefined,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
    onShare?.(Math.min(1, bytes / totalBytes));
  }
}
