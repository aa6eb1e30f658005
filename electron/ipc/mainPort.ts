/**
 * The parts of Electron's ports the core uses, described here so that no file of the core imports Electron and tests
 * can hand in Node's own ports.
 */
export interface PagePort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
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
