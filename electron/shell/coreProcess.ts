import type { MessageToCore } from '../ipc/coreMessages.ts';

/** One run of the core, seen from main. `Port` is Electron's MessagePortMain; tests use what they like. */
export interface CoreProcess<Port> {
  send(message: MessageToCore, ports?: readonly Port[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however the process ended. */
  onExit(listener: () => void): void;
  kill(): void;
}
