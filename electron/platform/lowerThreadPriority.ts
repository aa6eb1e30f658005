import { constants, getPriority, setPriority } from 'node:os';

/** A niceness step of 10 is a tenth of the processor where two want all of it. */
const stepsBehind = 10;

/**
 * Lets every other thread have the processor before the calling one, which gets what they leave. Only on Linux, where niceness is that of a
 * thread: elsewhere it is the whole program's, and the thread stays as it is.
 */
export function lowerThreadPriority(): void {
  if (process.platform !== 'linux') return;
  setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + stepsBehind));
}
