import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { tsplStatus } from '../../../../../../electron/printers/languages/tspl/tsplLanguage.ts';
import { parsePrinterUri } from '../../../../../../electron/printers/parsePrinterUri.ts';
import { createTcpTransport } from '../../../../../../electron/printers/transports/tcp/tcpTransport.ts';
import { type TcpTiming, tcpTiming } from '../../../../../../electron/printers/transports/tcp/transmit.ts';
import {
  type FakePrinter,
  type FakePrinterHabits,
  startFakePrinter,
} from '../../../../../doubles/printers/fakePrinter.ts';

/** What the printer does is waited for, however busy this machine is; only what it never does is given up soon, by the test of it. */
const patient: TcpTiming = {
  ...tcpTiming,
  connectTimeoutMs: 20_000,
  closeWaitMs: 20_000,
  statusWaitMs: 20_000,
};
const label = Buffer.alloc(80_000, 0x55);
/** More than the kernel takes on behalf of a printer that does not read. */
const longLabel = Buffer.alloc(24_000_000, 0x55);

const printers: FakePrinter[] = [];

async function printerWith(habits: FakePrinterHabits = {}, hurry: Partial<TcpTiming> = {}) {
  const printer = await startFakePrinter(habits);
  printers.push(printer);
  const target = parsePrinterUri(`tcp://127.0.0.1:${printer.port}`, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  const transport = createTcpTransport(() => tsplStatus, { ...patient, ...hurry });
  const send = (bytes: Uint8Array = label) =>
    transport.send(target.value, { jobId: 'job', title: 'job', bytes });
  return { printer, send, transport, target: target.value };
}

afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close();
});

describe('a label over tcp', () => {
  it('arrives whole at a printer that talks all the time', async () => {
    const { printer, send } = await printerWith({
      banner: Buffer.from('HELLO\r\n'),
      chatter: Uint8Array.of(0),
      isSlow: true,
    });
    expect(await send()).toEqual({ ok: true, certainty: 'happened', value: { level: 'accepted' } });
    expect(printer.papers.map((paper) => Buffer.compare(paper, label))).toEqual([0]);
  });

  it('is accepted after a bounded wait by a printer that never closes', async () => {
    const { printer, send } = await printerWith({ neverCloses: true }, { closeWaitMs: 60, handOverMs: 100 });
    expect(await send()).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(await send()).toMatchObject({ ok: true, value: { level: 'accepted' } });
    await expect.poll(() => printer.papers.length).toBe(2);
  });

  it('did certainly not print when nobody listens', async () => {
    const { printer, send } = await printerWith();
    await printer.close();
    expect(await send()).toMatchObject({
      ok: false,
      certainty: 'did-not-happen',
      code: 'PRINTER_UNREACHABLE',
      params: { cause: 'ECONNREFUSED' },
    });
  });

  it('did certainly not print when the name of the printer is unknown', async () => {
    const { transport, target } = await printerWith();
    const lost = { ...target, host: 'no-such-printer.invalid' };
    const job = { jobId: 'job', title: 'job', bytes: label };
    expect(await transport.send(lost, job)).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_UNREACHABLE',
    });
  });

  it.each([1, 64, 4_096, 65_536])('is unsure when the printer resets after %i bytes', async (bytes) => {
    const { printer, send } = await printerWith({ resetsAfterBytes: bytes });
    expect(await send(longLabel)).toMatchObject({
      ok: false,
      certainty: 'unknown',
      code: 'PRINTER_CONNECTION_LOST',
    });
    expect(printer.connections).toBe(1);
  });

  it('is unsure when the printer hangs up before the label is whole', async () => {
    const { printer, send } = await printerWith({ closesAfterBytes: 10_000 });
    expect(await send(longLabel)).toMatchObject({ certainty: 'unknown', code: 'PRINTER_CONNECTION_LOST' });
    expect(printer.connections).toBe(1);
  });

  it('is unsure when the printer stops taking data, and is not sent again', async () => {
    const { printer, send } = await printerWith({ stallsAfterBytes: 6_000 }, { stallTimeoutMs: 150 });
    expect(await send(longLabel)).toMatchObject({ certainty: 'unknown', code: 'PRINTER_STALLED' });
    expect(printer.connections).toBe(1);
    expect(printer.papers).toHaveLength(0);
  });

  it('still reaches a printer whole that stalls for a while after everything was sent', async () => {
    const { printer, send } = await printerWith(
      { stallsAfterBytes: 6_000, isSlow: true },
      { closeWaitMs: 60 },
    );
    expect(await send()).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(printer.papers).toHaveLength(0);
    printer.resume();
    await expect.poll(() => printer.papers.length).toBe(1);
    expect(Buffer.compare(printer.papers[0] as Uint8Array, label)).toBe(0);
  });

  it('uses one connection a label and never two at once', async () => {
    const { printer, send } = await printerWith({ isSlow: true });
    const outcomes = await Promise.all([send(), send(), send(), send()]);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(printer.connections).toBe(4);
    expect(printer.mostConnectionsAtOnce).toBe(1);
  });

  it('lets the next label through after one that failed', async () => {
    const { printer, send } = await printerWith({ resetsAfterBytes: 100_000 });
    expect(await send(longLabel)).toMatchObject({ certainty: 'unknown' });
    expect(await send()).toMatchObject({ ok: true });
    expect(printer.papers).toHaveLength(1);
  });

  it('cannot be asked afterwards: the printer keeps no record', async () => {
    const { transport, target } = await printerWith();
    expect(await transport.find(target, 'job')).toMatchObject({
      certainty: 'unknown',
      code: 'PRINTER_KEEPS_NO_RECORD',
    });
  });
});

describe('the state of a printer over tcp', () => {
  const stateWith = async (habits: FakePrinterHabits, hurry: Partial<TcpTiming> = {}) => {
    const { transport, target } = await printerWith(habits, hurry);
    return transport.probe(target);
  };
  const answering = (byte: number): FakePrinterHabits => ({ answers: () => Uint8Array.of(byte) });

  it.each([
    [0x00, 'ready'],
    [0x04, 'paper-out'],
    [0x05, 'paper-out'],
    [0x01, 'head-open'],
    [0x20, 'busy'],
    [0x02, 'error'],
    [0x10, 'error'],
    [0x30, 'error'],
  ])('reads the answer %i as %s', async (byte, state) => {
    expect(await stateWith(answering(byte))).toBe(state);
  });

  it('is unknown, not a hang, when the printer is silent', async () => {
    expect(await stateWith({}, { statusWaitMs: 100 })).toBe('unknown');
  });

  it('is unknown when the answer is not one of this language', async () => {
    const answers = () => Buffer.from('HTTP/1.1 400 Bad Request');
    expect(await stateWith({ answers }, { statusWaitMs: 100 })).toBe('unknown');
  });

  it('is offline when nobody listens', async () => {
    const { printer, transport, target } = await printerWith();
    await printer.close();
    expect(await transport.probe(target)).toBe('offline');
  });
});

it('lets the process end although a device holds its connection open', async () => {
  const { printer } = await printerWith({ neverCloses: true });
  const root = new URL('../../../../../../', import.meta.url);
  const script = `
    import { createTcpTransport } from './electron/printers/transports/tcp/tcpTransport.ts';
    const target = { uri: '', transport: 'tcp', host: '127.0.0.1', port: ${printer.port}, path: '', language: 'tspl', dpi: 203, size: '76x130' };
    const job = { jobId: 'a', title: 'a', bytes: new Uint8Array(80000) };
    const outcome = await createTcpTransport(() => null).send(target, job);
    console.log(outcome.certainty);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
  let output = '';
  child.stdout.on('data', (piece) => {
    output += piece;
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect([code, output.trim()]).toEqual([0, 'happened']);
});
