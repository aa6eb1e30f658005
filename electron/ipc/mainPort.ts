/**
 * The parts of Electron's ports the core uses, described here so that no file of the core imports Electron and tests
 * can hand in Node's own ports.
 */
export interface PagePort {
  /** `message` comes with its data, `close` (the page is gone) without. */
  on(event: string, listener: (event?: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  /** Nothing is delivered before this. */
  start(): void;
  close(): void;
}

/** `process.parentPort` of a utility process. */
export interface MainPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly PagePort[] }) => void,
  ): unknown;
  postMessage(message: unknown): void;
}
