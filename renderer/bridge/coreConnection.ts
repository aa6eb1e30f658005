import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { portMessageKind } from '../../shared/contracts/bridge.ts';
import { useConnection } from './connectionState.ts';
import { CoreGoneError } from './coreGoneError.ts';
import { pageBridge } from './pageBridge.ts';

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
  for (const resume of waiting) resume(line);
  waiting = [];
  useConnection.getState().becomes('up');
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

/** Starts listening for ports. Call once, before the first paint asks for data. */
export function connectCore(): void {
  window.addEventListener('message', acceptPort);
  const bridge = pageBridge();
  bridge.onCoreState((state) => {
    if (state === 'up') return;
    line?.hangUp();
    line = null;
    useConnection.getState().becomes(state);
  });
  bridge.connect();
}

/** Calls travel over whichever port is alive; none is ever sent twice. */
export const coreLink: ClientLink<ClientContext> = {
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
