import { describe, expect, it } from 'vitest';
import type { MessageToCore } from '../../../../electron/ipc/coreMessages.ts';
import { coreSupervisor } from '../../../../electron/shell/coreSupervisor.ts';
import { handedFiles } from '../../../../electron/shell/handedFiles.ts';
import type { KeyStorePort } from '../../../../electron/vault/keyStorePort.ts';
import { done, failure } from '../../../../shared/errors/outcome.ts';
import { handClock } from '../../../doubles/handClock.ts';

const keyStore: KeyStorePort = {
  backend: 'dpapi',
  isAvailable: () => true,
  wrap: async (key) => key.map((byte) => byte ^ 1),
  unwrap: async (wrapped) => (wrapped[0] === 0 ? null : wrapped.map((byte) => byte ^ 1)),
};

function setUp(store: KeyStorePort = keyStore) {
  const clock = handClock();
  const files = handedFiles(clock);
  const states: string[] = [];
  const refusals: string[] = [];
  const closings: string[] = [];
  const works: string[] = [];
  let forkedTimes = 0;
  const cores: {
    sent: { message: MessageToCore; ports: readonly string[] }[];
    says: (message: unknown) => void;
    exits: () => void;
    isKilled: boolean;
  }[] = [];
  const supervisor = coreSupervisor<string>({
    fork: () => {
      const core = {
        sent: [] as (typeof cores)[number]['sent'],
        says: (_m: unknown) => {},
        exits: () => {},
        isKilled: false,
      };
      cores.push(core);
      return {
        send: (message, ports = []) => core.sent.push({ message, ports }),
        onMessage: (listener) => {
          core.says = listener;
        },
        onExit: (listener) => {
          core.exits = listener;
        },
        kill: () => {
          core.isKilled = true;
          core.exits();
        },
      };
    },
    start: {
      kind: 'start',
      version: '2.0.0',
      dataFolder: null,
      resourceFolder: '/r',
      keyStore: { isAvailable: true, backend: 'dpapi' },
    },
    keyStore: store,
    files,
    clock,
    onState: (state) => states.push(state),
    onForked: () => {
      forkedTimes++;
    },
    onNotice: () => undefined,
    onUpgrade: () => undefined,
    onCamera: () => undefined,
    onWork: ({ bookings, labels }) => works.push(`${bookings} ${labels}`),
    onPortClosed: (because) => closings.push(because),
    onRefused: (code) => refusals.push(code),
    installed: { form: 'deb', file: '' },
    replaceProgram: async (file) =>
      file === '/good.deb' ? done(null) : failure('UPDATE_INSTALLER_REFUSED', { name: 'bad.deb' }),
    printPages: async ({ queue }) => (queue === 'Laser' ? 'taken' : 'refused'),
    drawHtml: async ({ html }) => (html === '' ? { fault: 'empty' } : { dots: Uint8Array.of(html.length) }),
  });
  return {
    supervisor,
    files,
    cores,
    clock,
    states,
    refusals,
    closings,
    works,
    forkedTimes: () => forkedTimes,
  };
}

describe('coreSupervisor', () => {
  it('starts the core with what it needs and says when it is ready', () => {
    const { supervisor, cores, states } = setUp();
    supervisor.start();
    expect(cores[0]!.sent[0]!.message.kind).toBe('start');
    cores[0]!.says({ kind: 'ready' });
    expect(states).toEqual(['down', 'up']);
  });

  it('hears what the core has in hand', () => {
    const { supervisor, cores, works } = setUp();
    supervisor.start();
    cores[0]!.says({ kind: 'work', bookings: 208, labels: 3, isStarting: false, isMoving: false });
    expect(works).toEqual(['208 3']);
    expect(cores[0]!.isKilled).toBe(false);
  });

  it('asks the core what closing would interrupt, and takes a core that does not answer for a busy one', async () => {
    const { supervisor, cores, clock } = setUp();
    expect(await supervisor.work()).toBeNull();
    supervisor.start();
    const told = supervisor.work();
    expect(cores[0]!.sent.at(-1)?.message).toEqual({ kind: 'work-question' });
    cores[0]!.says({ kind: 'work', bookings: 0, labels: 0, isStarting: true, isMoving: false });
    expect(await told).toMatchObject({ bookings: 0, labels: 0, isStarting: true });
    const late = supervisor.work();
    await clock.advance(2_000);
    expect(await late).toMatchObject({ isStarting: true });
    const gone = supervisor.work();
    cores[0]!.exits();
    expect(await gone).toBeNull();
  });

  it('hears that a page was cut off, and why', () => {
    const { supervisor, cores, closings } = setUp();
    supervisor.start();
    cores[0]!.says({ kind: 'port-closed', because: 'left' });
    cores[0]!.says({ kind: 'port-closed', because: 'flood' });
    expect(closings).toEqual(['left', 'flood']);
    expect(cores[0]!.isKilled).toBe(false);
  });

  it('prints the core’s pages through a driver and says what came of it', async () => {
    const { supervisor, cores } = setUp();
    supervisor.start();
    const pages = [{ widthMm: 210, heightMm: 297, png: Uint8Array.of(1) }];
    cores[0]!.says({ kind: 'print-request', id: 7, queue: 'Laser', title: 'job-1', pages });
    await Promise.resolve();
    await Promise.resolve();
    expect(cores[0]!.sent.at(-1)?.message).toEqual({ kind: 'print-reply', id: 7, answer: 'taken' });
  });

  it('tells the core where a file lies that the operator handed over, and gives it tokens for its own', () => {
    const { supervisor, files, cores } = setUp();
    supervisor.start();
    const fileToken = files.hand(['/orders/a.csv'], 'orders')[0]?.fileToken ?? '';
    const ask = {
      kind: 'paths-request',
      id: 3,
      fileTokens: [fileToken, '/etc/passwd'],
      purposes: ['orders'],
    };
    cores[0]!.says(ask);
    expect(cores[0]!.sent.at(-1)?.message).toEqual({
      kind: 'paths-reply',
      id: 3,
      paths: ['/orders/a.csv', null],
    });
    cores[0]!.says({ kind: 'tokens-request', id: 4, paths: ['/w/results/b.xlsx'], purpose: 'written' });
    const reply = cores[0]!.sent.at(-1)?.message as { fileTokens: string[] };
    expect(reply).toMatchObject({ kind: 'tokens-reply', id: 4 });
    expect(files.pathsOf(reply.fileTokens, ['written'])).toEqual(['/w/results/b.xlsx']);
  });

  it('brings a core that died back within 2 s and asks for a new page port', async () => {
    const { supervisor, cores, clock, states, forkedTimes } = setUp();
    supervisor.start();
    cores[0]!.says({ kind: 'ready' });
    cores[0]!.exits();
    expect(supervisor.handOver('early')).toBe(false);
    await clock.advance(2_000);
    expect(cores).toHaveLength(2);
    expect(forkedTimes()).toBe(2);
    expect(supervisor.handOver('port')).toBe(true);
    expect(cores[1]!.sent.at(-1)).toEqual({ message: { kind: 'page-port' }, ports: ['port'] });
    expect(states.at(-1)).toBe('down');
  });

  it('gives the key of an open workspace to the next core, and nothing once it was locked', async () => {
    const { supervisor, cores, clock } = setUp();
    supervisor.start();
    const heldKey = { workspaceId: 'w1', dataKey: new Uint8Array(32).fill(7) };
    expect(cores[0]!.sent[0]!.message).toMatchObject({ heldKey: null, isLockedByHand: false });
    cores[0]!.says({ kind: 'hold-key', heldKey });
    cores[0]!.exits();
    await clock.advance(2_000);
    expect(cores[1]!.sent[0]!.message).toMatchObject({ heldKey, isLockedByHand: false });
    cores[1]!.says({ kind: 'hold-key', heldKey: null });
    cores[1]!.exits();
    await clock.advance(2_000);
    expect(cores[2]!.sent[0]!.message).toMatchObject({ heldKey: null, isLockedByHand: true });
  });

  it('slows down when the core dies again and again, and forgives after a quiet minute', async () => {
    const { supervisor, cores, clock } = setUp();
    supervisor.start();
    for (let crash = 0; crash < 4; crash++) {
      cores.at(-1)!.exits();
      await clock.advance(1_000);
    }
    expect(cores).toHaveLength(5);
    cores.at(-1)!.exits();
    await clock.advance(2_000);
    expect(cores).toHaveLength(5);
    await clock.advance(13_000);
    expect(cores).toHaveLength(6);
    await clock.advance(60_000);
    cores.at(-1)!.exits();
    await clock.advance(1_000);
    expect(cores).toHaveLength(7);
  });

  it('ends a core that refused to start for this window, and starts none until the operator says so', async () => {
    const { supervisor, cores, clock, refusals, states } = setUp();
    supervisor.start();
    cores[0]!.says({ kind: 'refused', code: 'PROGRAM_REPLACED', params: {} });
    expect(cores[0]!.isKilled).toBe(true);
    await clock.advance(60_000);
    expect(refusals).toEqual(['PROGRAM_REPLACED']);
    expect(states.at(-1)).toBe('refused');
    expect(cores).toHaveLength(1);
    supervisor.start();
    expect(cores).toHaveLength(2);
  });

  it('tells the running core that whoever worked here has left, and nobody when there is none', () => {
    const { supervisor, cores } = setUp();
    supervisor.sendAway();
    supervisor.start();
    supervisor.sendAway();
    expect(cores[0]!.sent.map(({ message }) => message.kind)).toEqual(['start', 'away']);
  });

  it('lets the core finish on quitting, and does not start it again', async () => {
    const { supervisor, cores, clock } = setUp();
    supervisor.start();
    const stopped = supervisor.stop(5_000);
    expect(cores[0]!.sent.at(-1)!.message.kind).toBe('stop');
    cores[0]!.exits();
    await stopped;
    await clock.advance(60_000);
    expect(cores[0]!.isKilled).toBe(false);
    expect(cores).toHaveLength(1);
  });

  it('kills a core that does not finish in time', async () => {
    const { supervisor, cores, clock } = setUp();
    supervisor.start();
    const stopped = supervisor.stop(5_000);
    await clock.advance(5_000);
    await stopped;
    expect(cores[0]!.isKilled).toBe(true);
  });

  it('does not stay open for a core whose end nobody tells of', async () => {
    const { supervisor, cores, clock } = setUp();
    supervisor.start();
    const stopped = supervisor.stop(5_000);
    cores[0]!.exits = () => {};
    await clock.advance(5_000);
    expect(cores[0]!.isKilled).toBe(true);
    await clock.advance(5_000);
    await stopped;
  });

  it('has a label drawn and hands the dots, or the reason why not, back', async () => {
    const { cores, supervisor } = setUp();
    supervisor.start();
    const request = { kind: 'html-request', widthDots: 8, heightDots: 1, dpi: 203 };
    cores[0]!.says({ ...request, id: 5, html: 'abc' });
    cores[0]!.says({ ...request, id: 6, html: '' });
    await expect
      .poll(() => cores[0]!.sent.map(({ message }) => message).filter(({ kind }) => kind === 'html-reply'))
      .toEqual([
        { kind: 'html-reply', id: 5, dots: Uint8Array.of(3), fault: '' },
        { kind: 'html-reply', id: 6, dots: null, fault: 'empty' },
      ]);
  });

  it('answers the key requests of the core by their number', async () => {
    const { supervisor, cores } = setUp();
    supervisor.start();
    cores[0]!.says({ kind: 'key-request', id: 3, action: 'wrap', bytes: new Uint8Array([4, 5]) });
    cores[0]!.says({ kind: 'key-request', id: 4, action: 'unwrap', bytes: new Uint8Array([0]) });
    await new Promise(setImmediate);
    expect(cores[0]!.sent.slice(1).map(({ message }) => message)).toEqual([
      { kind: 'key-reply', id: 3, bytes: new Uint8Array([5, 4]) },
      { kind: 'key-reply', id: 4, bytes: null },
    ]);
  });

  it('has another version take the place of this one, and tells the core what the system said', async () => {
    const { supervisor, cores } = setUp();
    supervisor.start();
    expect(cores[0]!.sent[0]!.message).toMatchObject({ installed: { form: 'deb', file: '' } });
    cores[0]!.says({ kind: 'replace-request', id: 1, file: '/good.deb' });
    cores[0]!.says({ kind: 'replace-request', id: 2, file: '/bad.deb' });
    await expect
      .poll(() => cores[0]!.sent.slice(1).map(({ message }) => message))
      .toEqual([
        { kind: 'replace-reply', id: 1, code: '', params: {} },
        { kind: 'replace-reply', id: 2, code: 'UPDATE_INSTALLER_REFUSED', params: { name: 'bad.deb' } },
      ]);
  });

  it('answers with no key when the key store is gone', async () => {
    const gone = { ...keyStore, wrap: () => Promise.reject(new Error('gone')) };
    const { supervisor, cores } = setUp(gone);
    supervisor.start();
    cores[0]!.says({ kind: 'key-request', id: 0, action: 'wrap', bytes: new Uint8Array([1]) });
    await new Promise(setImmediate);
    expect(cores[0]!.sent.at(-1)!.message).toEqual({ kind: 'key-reply', id: 0, bytes: null });
  });

  it.each([
    null,
    'ready',
    { kind: 'format-disk' },
    { kind: 'key-request', id: 1, action: 'wrap', bytes: 'text' },
    { kind: 'key-request', id: 1, action: 'steal', bytes: new Uint8Array([1]) },
    { kind: 'key-request', id: 1, action: 'wrap', bytes: new Uint8Array(5000) },
    { kind: 'refused', code: 'X', params: { nested: {} } },
  ])('replaces a core that sends a malformed message, without acting on it (%#)', async (message) => {
    const { supervisor, cores, refusals, clock } = setUp();
    supervisor.start();
    cores[0]!.says(message);
    await clock.advance(1_000);
    expect(cores[0]!.isKilled).toBe(true);
    expect(cores[0]!.sent).toHaveLength(1);
    expect(cores).toHaveLength(2);
    expect(refusals).toEqual([]);
  });
});
