import { afterEach, describe, expect, it } from 'vitest';
import type { PrinterSeen, TransportJob } from '../../../../../../electron/printers/kit/printerTransport.ts';
import { tsplStatus } from '../../../../../../electron/printers/languages/tspl/tsplLanguage.ts';
import { parsePrinterUri } from '../../../../../../electron/printers/parsePrinterUri.ts';
import { createTcpTransport } from '../../../../../../electron/printers/transports/tcp/tcpTransport.ts';
import { tcpTiming } from '../../../../../../electron/printers/transports/tcp/transmit.ts';
import {
  type FakePrinter,
  type FakePrinterHabits,
  startFakePrinter,
} from '../../../../../doubles/printers/fakePrinter.ts';

let device: FakePrinter | null = null;
afterEach(async () => {
  transport = createTcpTransport(() => tsplStatus, timing);
  await device?.close();
  device = null;
});

const timing = {
  ...tcpTiming,
  stallTimeoutMs: 400,
  statusWaitMs: 100,
  confirmWaitMs: 400,
  busyWaitMs: 600,
  quietWaitMs: 20,
  confirmAskMs: 10,
  closeWaitMs: 100,
  knownCloseWaitMs: 200,
};
let transport = createTcpTransport(() => tsplStatus, timing);
const label = Buffer.concat([Buffer.from('SIZE 76 mm,130 mm\r\n'), Buffer.alloc(60_000, 0x55)]);
const question = Buffer.from(tsplStatus.query);

async function print(habits: FakePrinterHabits, known: Partial<TransportJob> = {}) {
  device = await startFakePrinter(habits);
  const target = parsePrinterUri(`tcp://127.0.0.1:${device.port}`, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  let seen: PrinterSeen | null = null;
  const job: TransportJob = {
    jobId: 'j',
    title: 'j',
    bytes: label,
    asksStatus: true,
    learn: (what) => {
      seen = what;
    },
    ...known,
  };
  const outcome = await transport.send(target.value, job);
  if (habits.neverCloses !== true && habits.stallsAfterBytes === undefined) await device.idle();
  return { outcome, device, seen };
}

/** Answers each question with the next byte, then with the last one; a question is the end of what has come. */
function answering(...bytes: number[]) {
  let asked = 0;
  return (taken: Uint8Array): Uint8Array | null => {
    const isQuestion = Buffer.from(taken).subarray(-question.length).equals(question);
    if (!isQuestion) return null;
    const byte = bytes[Math.min(asked, bytes.length - 1)] ?? 0;
    asked += 1;
    return Uint8Array.of(byte);
  };
}

describe('a network printer that was never asked', () => {
  const plain = { asksStatus: false } as const;

  it('prints unless it is known to close its connections and suddenly does not', async () => {
    const unknown = await print({ neverCloses: true }, plain);
    expect(unknown.outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(unknown.seen).toEqual({ closed: false, watched: null });
    await unknown.device.close();
    const closes = { closes: true, neverBusy: false };
    const stuck = await print({ stallsAfterBytes: 1 }, { ...plain, habits: closes });
    expect(stuck.outcome).toMatchObject({ certainty: 'unknown', code: 'PRINTER_WITHOUT_WORD' });
    await stuck.device.close();
    const sound = await print({}, { ...plain, habits: closes });
    expect(sound.outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(sound.seen).toEqual({ closed: true, watched: null });
  });

  it('is not waited for when it is known never to close', async () => {
    transport = createTcpTransport(() => tsplStatus, { ...timing, closeWaitMs: 60_000, openWaitMs: 20 });
    const { outcome } = await print(
      { neverCloses: true },
      { ...plain, habits: { closes: false, neverBusy: false } },
    );
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
  });
});

describe('a network printer that answers', () => {
  it('confirms a label it was seen to print, on the one connection of the label', async () => {
    const { outcome, device: printer } = await print({ answers: answering(0x00, 0x20, 0x20, 0x00) });
    expect(outcome).toMatchObject({ ok: true, value: { level: 'confirmed' } });
    expect(printer.connections).toBe(1);
    const paper = Buffer.from(printer.papers[0] ?? []);
    expect(paper.subarray(question.length, question.length + label.length).equals(label)).toBe(true);
  });

  it('takes ready alone for no proof: the question may have overtaken the picture', async () => {
    const { outcome } = await print({ answers: answering(0x00) });
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
  });

  it.each([
    [0x04, 'PRINTER_PAPER_OUT'],
    [0x01, 'PRINTER_HEAD_OPEN'],
    [0x02, 'PRINTER_NOT_READY'],
    [0x10, 'PRINTER_NOT_READY'],
  ])('keeps the label here when it says 0x%i before it', async (byte, code) => {
    const { outcome, device: printer } = await print({ answers: answering(byte) });
    expect(outcome).toMatchObject({
      certainty: 'did-not-happen',
      code,
    });
    expect(printer.papers.concat(printer.torn).every((bytes) => bytes.length <= question.length)).toBe(true);
  });

  it('says accepted of a printer that falls silent, but closes its connection: it has read the label', async () => {
    const { outcome, device: printer, seen } = await print({});
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(printer.papers).toHaveLength(1);
    expect(seen).toEqual({ closed: true, watched: 'silent' });
  });

  it('is unsure of a label whose printer neither answers nor closes: all its bytes may lie on the way', async () => {
    const { outcome, seen } = await print({ answers: answering(0x00), stallsAfterBytes: 2 });
    expect(outcome).toMatchObject({ certainty: 'unknown', code: 'PRINTER_WITHOUT_WORD' });
    expect(seen).toEqual({ closed: false, watched: 'silent' });
  });

  it('is unsure of a label whose printer is busy to the end', async () => {
    const { outcome } = await print({ answers: answering(0x00, 0x20), neverCloses: true });
    expect(outcome).toMatchObject({ certainty: 'unknown', code: 'PRINTER_WITHOUT_WORD' });
  });

  it('asks a printer that is known never to say busy only briefly', async () => {
    const slow = { ...timing, confirmWaitMs: 60_000 };
    transport = createTcpTransport(() => tsplStatus, slow);
    const { outcome, seen } = await print(
      { answers: answering(0x00) },
      { habits: { closes: true, neverBusy: true } },
    );
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
    expect(seen).toEqual({ closed: true, watched: 'only-ready' });
  });

  it('says accepted, not confirmed, when the paper runs out after the label', async () => {
    const { outcome } = await print({ answers: answering(0x00, 0x20, 0x04) });
    expect(outcome).toMatchObject({ ok: true, value: { level: 'accepted' } });
  });

  it('does not know what came out when the line breaks in the middle or stalls', async () => {
    const reset = await print({ answers: answering(0x00), resetsAfterBytes: 20_000 });
    expect(reset.outcome).toMatchObject({ certainty: 'unknown' });
    await reset.device.close();
  });
});
