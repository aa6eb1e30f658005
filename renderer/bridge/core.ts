import { type ClientContext, type ClientLink, type ClientOptions, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { create } from 'zustand';
import { portMessageKind } from '../../shared/contracts/bridge.ts';
import type { contract } from '../../shared/contracts/contract.ts';
import { pageBridge } from './page.ts';

type ConnectionState = 'connecting' | 'up' | 'down' | 'refused';

interface Connection {
  readonly state: ConnectionState;
  /** Raised with every new port, so that streams start again. */
  readonly generation: number;
  becomes(state: ConnectionState): void;
}

/** Whether the core hears us now. */
export const useConnection = create<Connection>((set) => ({
  state: 'connecting',
  generation: 0,
  becomes: (state) =>
    set((was) => ({ state, generation: state === 'up' ? was.generation + 1 : was.generation })),
}));

/** The core went away before it answered. `did-not-happen`: the call was never sent. */
export class CoreGoneError extends Error {
  readonly certainty: 'did-not-happen' | 'unknown';

  constructor(certainty: 'did-not-happen' | 'unknown', options?: ErrorOptions) {
    super('core is gone', options);
    this.name = 'CoreGoneError';
    this.certainty = certainty;
  }
}

/** How long a call waits for a core that is being restarted before it gives up unsent. */
const maxWaitMs = 20_000;

interface Line {
  readonly link: RPCLink<ClientContext>;
  readonly hangUp: () => void;
}

let line: Line | null = null;
let waiting: ((line: Line) => void)[] = [];

/**
 * Chrome 114 fires no `close` on a port whose other end died, so the wrapper lets us say it ourselves: every
 * call and stream still open then ends with an error instead of waiting for ever.
 */
function openLine(port: MessagePort): Line {
  const closeListeners: (() => void)[] = [];
  const wrapped = {
    postMessage: (data: unknown) => port.postMessage(data),
    addEventListener: (type: string, listener: EventListener) => {
      if (type === 'close') closeListeners.push(() => listener(new Event('close')));
      port.addEventListener(type, listener);
    },
  };
  const link = new RPCLink<ClientContext>({
    port: wrapped,
  });
  port.start();
  return {
    link,
    hangUp: () => {
      for (const close of closeListeners) close();
      port.close();
    },
  };
}

function acceptPort(event: MessageEvent): void {
  const isOurs = event.source === window && event.origin === location.origin;
  const port = event.ports[0];
  if (!isOurs || event.data?.kind !== portMessageKind || port === undefined) return;
  line?.hangUp();
  line = openLine(port);
  // Who follows the changes does so before the first answer is read.
  useConnection.getState().becomes('up');
  for (const resume of waiting) resume(line);
  waiting = [];
}

function presentLine(signal: AbortSignal | undefined): Promise<Line> {
  if (line !== null) return Promise.resolve(line);
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      waiting = waiting.filter((other) => other !== resume);
      reject(new CoreGoneError('did-not-happen'));
    };
    const timer = setTimeout(stop, maxWaitMs);
    const resume = (opened: Line): void => {
      clearTimeout(timer);
      resolve(opened);
    };
    waiting.push(resume);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Starts listening for ports, of which `askPort.ts` has asked for the first. Call once, while the page's script still runs. */
export function connectCore(): void {
  window.addEventListener('message', acceptPort);
  pageBridge().onCoreState((state) => {
    if (state === 'up') return;
    line?.hangUp();
    line = null;
    useConnection.getState().becomes(state);
  });
}

/** Calls travel over whichever port is alive; none is ever sent twice. */
const coreLink: ClientLink<ClientContext> = {
  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) {
    const used = await presentLine(options.signal);
    try {
      return await used.link.call(path, input, options);
    } catch (cause) {
      if (used !== line && !options.signal?.aborted) throw new CoreGoneError('unknown', { cause });
      throw cause;
    }
  },
};

/** The typed client of the whole contract; only types of the contract come into the page, no schemas. */
export const core: ContractRouterClient<typeof contract> = createORPCClient(coreLink);

/** Each part made once: the library makes `ask.orders.counts` again wherever it stands, dozens of times in every drawing of a screen. */
function keptParts<Parts extends object>(parts: Parts): Parts {
  const made = new Map<PropertyKey, unknown>();
  return new Proxy(parts, {
    get(from, name) {
      if (!made.has(name)) {
        const part: unknown = Reflect.get(from, name);
        made.set(name, typeof part === 'object' && part !== null ? keptParts(part) : part);
      }
      return made.get(name);
    },
  });
}

/** The same as questions for the page's cache. */
export const ask = keptParts(createTanstackQueryUtils(core));
