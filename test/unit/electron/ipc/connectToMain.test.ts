import { describe, expect, it } from 'vitest';
import {
  type CoreStart,
  connectToMain,
  type MainPort,
  type PagePort,
} from '../../../../electron/ipc/connectToMain.ts';

function pagePort() {
  const port = {
    isClosed: false,
    on: () => port,
    postMessage: () => {},
    start: () => {},
    close: () => {
      port.isClosed = true;
    },
  };
  return port satisfies PagePort & { isClosed: boolean };
}

function setUp() {
  const sent: unknown[] = [];
  const starts: CoreStart[] = [];
  const served: PagePort[] = [];
  let stops = 0;
  let aways = 0;
  let questions = 0;
  let deliver: (event: { data: unknown; ports: readonly PagePort[] }) => void = () => {};
  const mainPort: MainPort = {
    on: (_event, listener) => {
      deliver = listener;
    },
    postMessage: (message) => sent.push(message),
  };
  const main = connectToMain(mainPort, '2.0.0', {
    start: (start) => starts.push(start),
    servePage: (port) => served.push(port),
    away: () => {
      aways++;
    },
    tellWork: () => {
      questions++;
    },
    stop: () => {
      stops++;
    },
  });
  const hear = (data: unknown, ports: readonly PagePort[] = []) => deliver({ data, ports });
  const start = (version = '2.0.0') =>
    hear({
      kind: 'start',
      version,
      dataFolder: '/d',
      resourceFolder: '/r',
      keyStore: { isAvailable: true, backend: 'dpapi' },
      installed: { form: 'nsis', file: '' },
      heldKey: null,
      isLockedByHand: false,
    });
  return {
    main,
    hear,
    start,
    sent,
    starts,
    served,
    stops: () => stops,
    aways: () => aways,
    questions: () => questions,
  };
}

describe('connectToMain', () => {
  it('hears that the window is being closed, and says what is in hand and how far an upgrade is', () => {
    const { main, start, hear, sent, questions } = setUp();
    start();
    hear({ kind: 'work-question' });
    expect(questions()).toBe(1);
    main.work({ bookings: 2, labels: 1, isStarting: true, isMoving: false });
    main.upgrade({ part: 'copy', done: 0, total: 4, bytes: 5_800_000_000 });
    main.upgrade(null);
    expect(sent).toEqual([
      { kind: 'work', bookings: 2, labels: 1, isStarting: true, isMoving: false },
      { kind: 'upgrade', progress: { part: 'copy', done: 0, total: 4, bytes: 5_800_000_000 } },
      { kind: 'upgrade', progress: null },
    ]);
  });

  it('starts the core with its folders and the key store', () => {
    const { start, starts } = setUp();
    start();
    expect(starts[0]).toMatchObject({ dataFolder: '/d', resourceFolder: '/r' });
    expect(starts[0]!.keyStore.isAvailable()).toBe(true);
    expect(starts[0]!.keyStore.backend).toBe('dpapi');
  });

  it('refuses a second start', () => {
    const { start } = setUp();
    start();
    expect(start).toThrow();
  });

  it('serves one page at a time: a new port closes the previous', () => {
    const { start, hear, served } = setUp();
    const [first, second] = [pagePort(), pagePort()];
    start();
    hear({ kind: 'page-port' }, [first]);
    hear({ kind: 'page-port' }, [second]);
    expect(served).toEqual([first, second]);
    expect(first.isClosed).toBe(true);
    expect(second.isClosed).toBe(false);
  });

  it('takes exactly one port with a page', () => {
    const { start, hear, served } = setUp();
    start();
    expect(() => hear({ kind: 'page-port' })).toThrow();
    expect(() => hear({ kind: 'page-port' }, [pagePort(), pagePort()])).toThrow();
    expect(served).toEqual([]);
  });

  it('gives each key request the reply with its number, in whatever order they come', async () => {
    const { start, hear, starts, sent } = setUp();
    start();
    const { keyStore } = starts[0]!;
    const wrapped = keyStore.wrap(new Uint8Array([1]));
    const unwrapped = keyStore.unwrap(new Uint8Array([2]));
    const ids = sent.map((message) => (message as { id: number }).id);
    hear({ kind: 'key-reply', id: ids[1], bytes: null });
    hear({ kind: 'key-reply', id: 999, bytes: new Uint8Array([9]) });
    hear({ kind: 'key-reply', id: ids[0], bytes: new Uint8Array([7]) });
    expect(await unwrapped).toBeNull();
    expect(await wrapped).toEqual(new Uint8Array([7]));
  });

  it('fails a wrap the key store did not take, so that nothing is written', async () => {
    const { start, hear, starts } = setUp();
    start();
    const wrapped = starts[0]!.keyStore.wrap(new Uint8Array([1]));
    hear({ kind: 'key-reply', id: 0, bytes: null });
    await expect(wrapped).rejects.toThrow();
  });

  it('finds files by what the page calls them, each or none, and hands its own over by name', async () => {
    const { start, hear, starts, sent } = setUp();
    start();
    const { files } = starts[0]!;
    const found = files.find(['t1', 't2'], ['orders']);
    const partly = files.find(['t1', 'gone'], ['orders']);
    const handed = files.hand(['/w/results/b.xlsx'], 'written');
    expect(sent.map((message) => (message as { id: number }).id)).toEqual([0, 1, 0]);
    hear({ kind: 'paths-reply', id: 1, paths: ['/a.csv', null] });
    hear({ kind: 'tokens-reply', id: 0, fileTokens: ['t3'] });
    hear({ kind: 'paths-reply', id: 0, paths: ['/a.csv', '/b.csv'] });
    expect(await found).toEqual({ ok: true, value: ['/a.csv', '/b.csv'] });
    expect(await partly).toMatchObject({ code: 'FILE_TOKEN_GONE' });
    expect(await handed).toEqual([{ fileToken: 't3', name: 'b.xlsx' }]);
  });

  it('has main put another version in the place of this one, and hears what the system said', async () => {
    const { start, hear, sent, starts } = setUp();
    start();
    const [{ installed, replace } = { installed: null, replace: null as never }] = starts;
    expect(installed).toEqual({ form: 'nsis', file: '' });
    const [taken, refused, strange] = [replace('/a.exe'), replace('/b.exe'), replace('/c.exe')];
    expect(sent[0]).toEqual({ kind: 'replace-request', id: 0, file: '/a.exe' });
    hear({ kind: 'replace-reply', id: 0, code: '', params: {} });
    hear({ kind: 'replace-reply', id: 1, code: 'UPDATE_INSTALLER_REFUSED', params: { name: 'b.exe' } });
    hear({ kind: 'replace-reply', id: 2, code: 'NOT_ONE_OF_OURS', params: {} });
    expect(await taken).toEqual({ ok: true, value: null });
    expect(await refused).toMatchObject({ code: 'UPDATE_INSTALLER_REFUSED', params: { name: 'b.exe' } });
    expect(await strange).toMatchObject({ code: 'INTERNAL' });
  });

  it('hears that the computer was locked or goes to sleep', () => {
    const { hear, start, aways } = setUp();
    start();
    hear({ kind: 'away' });
    expect(aways()).toBe(1);
  });

  it('tells main what became of the workspace', () => {
    const { main, sent, hear, stops } = setUp();
    main.ready();
    hear({ kind: 'stop' });
    expect(sent).toEqual([{ kind: 'ready' }]);
    expect(stops()).toBe(1);
  });

  it('opens nothing for a window that is of another version than the files it was started from', () => {
    const { hear, start, sent, starts, served } = setUp();
    start('1.9.0');
    hear({ kind: 'page-port' }, [pagePort()]);
    hear({ kind: 'a word of another version' });
    expect(starts).toEqual([]);
    expect(served).toEqual([]);
    expect(sent).toEqual([
      { kind: 'refused', code: 'PROGRAM_REPLACED', params: { running: '1.9.0', installed: '2.0.0' } },
    ]);
  });

  it('says so, too, where the rest of its first word is of another shape', () => {
    const { hear, sent } = setUp();
    hear({ kind: 'start', version: '0.9.0', folder: '/d' });
    expect(sent).toMatchObject([{ kind: 'refused', code: 'PROGRAM_REPLACED' }]);
  });

  it.each([null, {}, { kind: 'start' }, { kind: 'eval', code: '1' }, 'stop'])('throws on %j', (message) => {
    expect(() => setUp().hear(message)).toThrow();
  });
});
