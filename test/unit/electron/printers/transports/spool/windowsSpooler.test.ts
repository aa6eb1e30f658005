import koffi from 'koffi';
import { describe, expect, it, vi } from 'vitest';
import {
  createWindowsSpooler,
  jobBits,
  stateOfWindowsPrinter,
  stateOfWindowsQueue,
  wasDeletedUnsent,
  whyStopped,
} from '../../../../../../electron/printers/transports/spool/windowsSpooler.ts';
import type { WinspoolBinding } from '../../../../../../electron/printers/transports/spool/winspool.ts';
import {
  loadWinspool,
  winspoolTypes,
} from '../../../../../../electron/printers/transports/spool/winspool.ts';

interface Script {
  /** Bytes the spooler takes in all. */
  readonly takes?: number;
  /** Most it takes at one call. */
  readonly perCall?: number;
  readonly startDocument?: number;
  readonly startPage?: boolean;
  readonly endDocument?: boolean;
  readonly jobs?: Awaited<ReturnType<WinspoolBinding['jobs']>>;
  readonly state?: { status: number; attributes: number };
}

/** A spooler that knows one printer and does as it is told; `calls` are the names in order. */
function spoolerThat(script: Script) {
  const calls: string[] = [];
  const taken: Uint8Array[] = [];
  const say = <T>(name: string, answer: T): Promise<T> => {
    calls.push(name);
    return Promise.resolve(answer);
  };
  let left = script.takes ?? Number.POSITIVE_INFINITY;
  const binding: WinspoolBinding = {
    openPrinter: (name) => say('open', name === 'Deli DL-888' ? { name } : null),
    startDocument: (_, jobName) => say(`document ${jobName}`, script.startDocument ?? 41),
    startPage: () => say('page', script.startPage ?? true),
    write: (_, bytes) => {
      const count = Math.min(bytes.length, left, script.perCall ?? 10_000);
      left -= count;
      taken.push(bytes.slice(0, count));
      return say('write', count);
    },
    endPage: () => say('end page', true),
    endDocument: () => say('end document', script.endDocument ?? true),
    abort: () => say('abort', true),
    close: async () => {
      calls.push('close');
    },
    jobs: () => say('jobs', script.jobs ?? []),
    printerState: () => say('state', script.state ?? { status: 0, attributes: 0 }),
    printerNames: () => say('names', ['Deli DL-888', '导出为 PDF']),
  };
  return { spooler: createWindowsSpooler(async () => binding), binding, calls, taken };
}

const label = Buffer.alloc(150_000, 0x55);
const submit = (script: Script, queue = 'Deli DL-888') => {
  const rig = spoolerThat(script);
  return { ...rig, outcome: rig.spooler.submit(queue, 'job-1', label) };
};

describe('the Windows spooler', () => {
  it('hands over every byte in pieces under our job name and tells the job id', async () => {
    const { outcome, calls, taken } = submit({});
    expect(await outcome).toMatchObject({ ok: true, value: { level: 'accepted', deviceJob: '41' } });
    expect(Buffer.compare(Buffer.concat(taken), label)).toBe(0);
    expect(calls.filter((call) => call !== 'write')).toEqual([
      'open',
      'document job-1',
      'page',
      'end page',
      'end document',
      'close',
    ]);
  });

  it.each([
    ['no printer of that name', {}, 'Other', 'did-not-happen', 'PRINTER_QUEUE_UNKNOWN'],
    ['a refused document', { startDocument: 0 }, undefined, 'did-not-happen', 'PRINTER_SPOOLER_REFUSED'],
    ['a refused page', { startPage: false }, undefined, 'did-not-happen', 'PRINTER_SPOOLER_REFUSED'],
    ['nothing taken', { takes: 0 }, undefined, 'did-not-happen', 'PRINTER_SPOOLER_REFUSED'],
    ['half taken', { takes: 70_000 }, undefined, 'unknown', 'PRINTER_SPOOLER_SILENT'],
    ['an end that failed', { endDocument: false }, undefined, 'unknown', 'PRINTER_SPOOLER_SILENT'],
  ] as const)('says how sure it is: %s', async (_name, script, queue, certainty, code) => {
    const { outcome, calls } = submit(script, queue);
    expect(await outcome).toMatchObject({ ok: false, certainty, code });
    expect(calls.filter((call) => call === 'open')).toHaveLength(1);
    if (queue === undefined) expect(calls.at(-1)).toBe('close');
  });

  it('drops a document that is not whole', async () => {
    const { outcome, calls } = submit({ takes: 70_000 });
    await outcome;
    expect(calls.slice(-2)).toEqual(['abort', 'close']);
  });

  it.each([
    ['the opening', 'openPrinter', 'did-not-happen', []],
    ['the document', 'startDocument', 'did-not-happen', ['open']],
    ['a write', 'write', 'unknown', ['open', 'document job-1', 'page']],
    ['the end', 'endDocument', 'unknown', undefined],
  ] as const)(
    'does not wait for ever when %s hangs, and closes once it comes back',
    async (_name, hangs, certainty, before) => {
      const rig = spoolerThat({});
      let comeBack: () => void = () => {};
      const answer = rig.binding[hangs] as (...args: unknown[]) => Promise<unknown>;
      const hung = {
        ...rig.binding,
        [hangs]: async (...args: unknown[]) => {
          await new Promise<void>((resolve) => {
            comeBack = resolve;
          });
          return answer(...args);
        },
      };
      const spooler = createWindowsSpooler(async () => hung, 20);
      expect(await spooler.submit('Deli DL-888', 'job-1', label)).toMatchObject({ ok: false, certainty });
      if (before !== undefined) expect(rig.calls).toEqual(before);
      expect(rig.calls).not.toContain('close');
      comeBack();
      await vi.waitFor(() => expect(rig.calls.at(-1)).toBe('close'));
      expect(rig.calls.filter((call) => call === 'close')).toHaveLength(1);
    },
  );

  it('finds a job by our name; one that vanished may have printed', async () => {
    const jobs = [{ id: 7, name: 'job-1', status: jobBits.printing }];
    const find = (script: Script) => spoolerThat(script).spooler.find('Deli DL-888', 'job-1');
    expect(await find({ jobs })).toMatchObject({ ok: true, value: { deviceJob: '7' } });
    expect(await find({ jobs: [] })).toMatchObject({ certainty: 'unknown' });
    const deleted = [{ id: 7, name: 'job-1', status: jobBits.deleted }];
    expect(await find({ jobs: deleted })).toMatchObject({ certainty: 'did-not-happen' });
    const cut = [{ id: 7, name: 'job-1', status: jobBits.deleting | jobBits.printing }];
    expect((await find({ jobs: cut })).certainty).not.toBe('did-not-happen');
  });

  it('reads status field and attribute together: a pulled plug shows in the attribute alone', () => {
    const state = (status: number, attributes = 0) => stateOfWindowsPrinter({ status, attributes });
    expect([state(0), state(0, 0x400), state(0x10), state(0x400000), state(0x1), state(0x400)]).toEqual([
      'ready',
      'offline',
      'paper-out',
      'head-open',
      'error',
      'busy',
    ]);
    expect(stateOfWindowsPrinter(null)).toBe('unknown');
  });

  it('leaves labels here only where the queue itself was stopped: a fault of the device may be over', () => {
    const stopped = (status: number, attributes = 0) => whyStopped({ status, attributes });
    expect([stopped(0x1), stopped(0x1 | 0x400), stopped(0, 0x400)]).toEqual(['error', 'error', 'offline']);
    expect([stopped(0), stopped(0x80), stopped(0x10), stopped(0x400)]).toEqual([null, null, null, null]);
    expect(whyStopped(null)).toBeNull();
  });

  it.each(Array.from({ length: 25 }, (_, bit) => 2 ** bit))(
    'never says ready with status bit %i set, but for low toner and power save',
    (bit) => {
      // TRAY and toner low, power save: they stop nothing.
      const harmless = [0x20000, 0x1000000].includes(bit);
      expect(stateOfWindowsPrinter({ status: bit, attributes: 0 }) === 'ready').toBe(harmless);
    },
  );

  it('hears a fault from the job that met it, for many drivers leave the printer itself at 0', () => {
    const clear = { status: 0, attributes: 0 };
    const state = (...bits: number[]) =>
      stateOfWindowsQueue(
        clear,
        bits.map((status) => ({ status })),
      );
    expect([
      state(),
      state(0, jobBits.printing | jobBits.paperOut),
      state(jobBits.offline),
      state(jobBits.error),
      state(jobBits.userIntervention),
      state(jobBits.printing),
    ]).toEqual(['ready', 'paper-out', 'offline', 'error', 'error', 'busy']);
    expect(stateOfWindowsQueue({ status: 0x400000, attributes: 0 }, [{ status: 0 }])).toBe('head-open');
    expect(stateOfWindowsQueue(null, [])).toBe('unknown');
  });

  it('takes only a job the device had nothing of for not printed', () => {
    expect(wasDeletedUnsent(jobBits.deleted)).toBe(true);
    expect(wasDeletedUnsent(jobBits.deleting | jobBits.paused)).toBe(true);
    const begun = [
      'printing',
      'printed',
      'complete',
      'error',
      'paperOut',
      'offline',
      'restart',
      'retained',
    ] as const;
    for (const name of begun)
      expect([name, wasDeletedUnsent(jobBits.deleted | jobBits[name])]).toEqual([name, false]);
    expect(wasDeletedUnsent(jobBits.paperOut)).toBe(false);
  });

  it('offers every printer as an address, Chinese names too', async () => {
    expect(await spoolerThat({}).spooler.list()).toMatchObject({
      value: [{ uri: 'spool://Deli%20DL-888' }, { uri: `spool://${encodeURIComponent('导出为 PDF')}` }],
    });
  });

  it('loses spooled printers only when its library is not there', async () => {
    expect(await loadWinspool()).toBeNull();
    const spooler = createWindowsSpooler(loadWinspool);
    expect(await spooler.submit('q', 'job-1', label)).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_TRANSPORT_UNAVAILABLE',
    });
    expect(await spooler.state('q')).toBe('offline');
  });

  it('lays its structures out as winspool.h does on 64 bit', () => {
    const { docInfo1, jobInfo1, printerInfo2, printerInfo4 } = winspoolTypes(koffi);
    expect([docInfo1, jobInfo1, printerInfo2, printerInfo4].map((type) => koffi.sizeof(type))).toEqual([
      24, 96, 136, 24,
    ]);
    expect(koffi.offsetof(jobInfo1, 'Status')).toBe(56);
    expect(koffi.offsetof(printerInfo2, 'Attributes')).toBe(104);
    expect(koffi.offsetof(printerInfo2, 'Status')).toBe(124);
  });
});
