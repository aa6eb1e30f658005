import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { PrinterTransport } from '../../electron/printers/kit/printerTransport.ts';
import { printerLanguages } from '../../electron/printers/languages/index.ts';
import { createFileTransport } from '../../electron/printers/transports/file/fileTransport.ts';
import { createTcpTransport } from '../../electron/printers/transports/tcp/tcpTransport.ts';
import { tcpTiming } from '../../electron/printers/transports/tcp/transmit.ts';
import { cancelPrints } from '../../electron/usecases/printing/hold.ts';
import { savePrinterSetup } from '../../electron/usecases/printing/printers/printerSetup.ts';
import { queuePrints } from '../../electron/usecases/printing/queue.ts';
import { resolveUnsurePrint, retryPrint } from '../../electron/usecases/printing/resolve.ts';
import { type FakePrinterHabits, startFakePrinter } from '../doubles/printers/fakePrinter.ts';
import { startPipeDevice } from '../doubles/printers/pipeDevice.ts';
import { openPrintBench, type PrintBench } from './printBench.ts';
import { labelLanguages } from './printMatrix/matrixWay.ts';
import { recordFaults } from './recordFaults.ts';

const languages = labelLanguages;
const statusOf = (language: string) => printerLanguages.find(({ id }) => id === language)?.status ?? null;
const timing = {
  ...tcpTiming,
  connectTimeoutMs: 500,
  stallTimeoutMs: 150,
  closeWaitMs: 100,
  handOverMs: 100,
  lingerMs: 200,
  statusWaitMs: 60,
  confirmWaitMs: 200,
  confirmAskMs: 10,
  busyWaitMs: 400,
  quietWaitMs: 10,
};
const deviceTiming = {
  stallTimeoutMs: 100,
  retryMs: 5,
  statusWaitMs: 50,
  confirmWaitMs: 100,
  confirmAskMs: 5,
  busyWaitMs: 400,
  quietWaitMs: 10,
  pieceBytes: 8_192,
};

/** Every case, and how many papers one label had at most before a person said a word. */
const cells: { cell: string; mostPapers: number }[] = [];
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const startedAt = performance.now();
afterAll(() => {
  recordFaults('print matrix, tcp in detail', {
    cases: cells.length,
    kills: 0,
    violations: cells.filter(({ mostPapers }) => mostPapers > 1).length,
    durationMs: performance.now() - startedAt,
  });
});

async function bench(transport: PrinterTransport, uri: string, count = 1): Promise<PrintBench> {
  const opened = await openPrintBench(transport, uri, count);
  closers.push(() => opened.close());
  return opened;
}

async function tcpBench(language: string, habits: FakePrinterHabits, count = 1) {
  const device = await startFakePrinter(habits);
  closers.push(() => device.close());
  const uri = `tcp://127.0.0.1:${device.port}?lang=${language}`;
  const opened = await bench(createTcpTransport(statusOf, timing), uri, count);
  /** Whole and torn papers: connections over which bytes of a label came. */
  const papers = async () => {
    await device.idle();
    return device.papers.length + device.torn.length;
  };
  return { device, uri, papers, ...opened };
}

function count(cell: string, mostPapers: number): void {
  cells.push({ cell, mostPapers });
  expect([cell, mostPapers <= 1]).toEqual([cell, true]);
}

/** Time passes, the program starts anew, and nobody says a word. */
async function letItBe(opened: PrintBench): Promise<void> {
  await opened.printDue();
  await opened.workspace.clock.advance(3_600_000);
  await opened.restart();
  await opened.printDue();
}

describe.each(languages)('the print matrix: %s', { timeout: 180_000 }, (language) => {
  it('1 refused: nothing left; the label waits and comes out once', async () => {
    const gone = await startFakePrinter();
    await gone.close();
    const opened = await bench(
      createTcpTransport(statusOf, timing),
      `tcp://127.0.0.1:${gone.port}?lang=${language}`,
    );
    await opened.printDue();
    expect(await opened.states()).toEqual(['failed']);
    const device = await startFakePrinter();
    closers.push(() => device.close());
    await queuePrints(opened.workspace, opened.orderIds, `tcp://127.0.0.1:${device.port}?lang=${language}`);
    await opened.printDue();
    await device.idle();
    count(`1 ${language} tcp`, device.papers.length);
    expect(await opened.states()).toEqual(['accepted']);
  });

  it('2 takes nothing: what is certain depends on the way, a second paper on neither', async () => {
    const pipe = startPipeDevice({ isStalled: true });
    closers.push(() => pipe.stop());
    const file = await bench(
      createFileTransport(statusOf, deviceTiming),
      `file://${pipe.path}?lang=${language}`,
      2,
    );
    await file.printDue();
    expect(['unsure', 'accepted']).toContain((await file.states())[0]);
    count(`2 ${language} file`, 1);
    const tcp = await tcpBench(language, { stallsAfterBytes: 1 });
    await letItBe(tcp);
    expect(['unsure', 'accepted']).toContain((await tcp.states())[0]);
    count(`2 ${language} tcp`, tcp.device.connections);
  });

  it('3 and 6 cut off at any byte: it asks, and prints again only on a word', async () => {
    const cuts = [1, 64, 1_000, 4_096, 8_192, 12_345, 20_000, 40_000, 79_000];
    for (const resetsAfterBytes of cuts) {
      const opened = await tcpBench(language, { resetsAfterBytes });
      await letItBe(opened);
      count(`3 ${language} tcp`, await opened.papers());
      const [state] = await opened.states();
      // A label shorter than the cut came out whole.
      expect(['unsure', 'accepted']).toContain(state);
    }
    const pipe = startPipeDevice({ endsAfterBytes: 9_000 });
    closers.push(() => pipe.stop());
    const file = await bench(
      createFileTransport(statusOf, deviceTiming),
      `file://${pipe.path}?lang=${language}`,
    );
    await letItBe(file);
    count(`3 ${language} file`, 1);
    expect(['unsure', 'accepted']).toContain((await file.states())[0]);
  });

  it('4 closed early or lost after the last byte: never sent again by itself', async () => {
    for (const habits of [
      { closesAfterBytes: 2_000 },
      { neverCloses: true },
      { chatter: Uint8Array.of(0x14) },
    ]) {
      const opened = await tcpBench(language, habits);
      await letItBe(opened);
      count(`4 ${language} tcp`, Math.max(opened.device.connections, 1));
      expect(opened.device.connections).toBe(1);
    }
  });

  it('5 the printer names a fault before the label: it stays here, then comes out once', async () => {
    let isFaulty = true;
    const faultOf: Record<string, Buffer> = {
      tspl: Buffer.of(0x04),
      cpcl: Buffer.of(0x02),
      escpos: Buffer.of(0x32),
      zpl: Buffer.from(
        '\x02030,1,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n',
        'latin1',
      ),
    };
    const query = statusOf(language)?.query ?? new Uint8Array(0);
    const opened = await tcpBench(language, {
      answers: (taken) =>
        isFaulty && Buffer.from(taken).subarray(-query.length).equals(query)
          ? (faultOf[language] ?? null)
          : null,
    });
    await savePrinterSetup(opened.workspace, {
      uri: opened.uri,
      name: 'A',
      profile: { answersStatus: true },
    });
    await opened.printDue();
    expect(await opened.states()).toEqual(['waiting']);
    expect(
      opened.device.papers.concat(opened.device.torn).every(({ length }) => length <= query.length),
    ).toBe(true);
    isFaulty = false;
    await opened.workspace.clock.advance(60_000);
    await opened.printDue();
    await opened.device.idle();
    const whole = opened.device.papers.filter(({ length }) => length > query.length * 4);
    count(`5 ${language} tcp`, whole.length);
    expect(await opened.states()).toEqual(['accepted']);
  });

  it('8 other paper in the printer: refused before a byte leaves', async () => {
    const opened = await tcpBench(language, {});
    await savePrinterSetup(opened.workspace, {
      uri: opened.uri,
      name: 'A',
      profile: { loadedSize: '100x180' },
    });
    await letItBe(opened);
    expect(opened.device.connections).toBe(0);
    expect(await opened.states()).toEqual(['failed']);
    count(`8 ${language} tcp`, 0);
  });

  it('9 and 10 slow printer, many labels, cancelled in the middle: one connection a label, the rest stays here', async () => {
    const opened = await tcpBench(language, { isSlow: true }, 8);
    await opened.printDue(3);
    const waiting = (await opened.jobs()).filter(({ state }) => state === 'waiting');
    expect(
      await cancelPrints(
        opened.workspace,
        waiting.map(({ id, version }) => ({ jobId: id, version })),
      ),
    ).toBe(5);
    await letItBe(opened);
    const papers = await opened.papers();
    expect(papers).toBe(3);
    expect(opened.device.mostConnectionsAtOnce).toBeLessThanOrEqual(2);
    count(`10 ${language} tcp`, papers / 3);
  });

  it('11 garbage for an answer is unknown, never ready', () => {
    const question = statusOf(language);
    for (let byte = 0; byte < 256; byte += 1) {
      const garbage = Buffer.from([byte, 0x41, 0x7a, 0xff, byte, 0x0a, 0x00]);
      expect(question?.read(garbage) ?? 'unknown').not.toBe('ready');
    }
    count(`11 ${language}`, 0);
  });

  it('13 asked for twice: the second time it is refused until somebody gives a reason', async () => {
    const opened = await tcpBench(language, {});
    await opened.printDue();
    const again = await queuePrints(opened.workspace, opened.orderIds, opened.uri);
    expect(again).toMatchObject({
      value: { queued: 0, refused: [{ failure: { code: 'LABEL_ALREADY_PRINTED' } }] },
    });
    await letItBe(opened);
    count(`13 ${language} tcp`, await opened.papers());
  });

  it('14 a damaged label in the store is never drawn from half of it', async () => {
    const opened = await tcpBench(language, {});
    await opened.damageDocument();
    await letItBe(opened);
    expect(opened.device.connections).toBe(0);
    expect((await opened.jobs())[0]).toMatchObject({ state: 'failed', errorCode: 'LABEL_DOCUMENT_DAMAGED' });
    count(`14 ${language} tcp`, 0);
  });

  it('a person who looked and found nothing gets one more paper, not two', async () => {
    const opened = await tcpBench(language, { resetsAfterBytes: 3_000 });
    await letItBe(opened);
    const [unsure] = await opened.jobs();
    if (unsure?.state !== 'unsure') return expect(unsure?.state).toBe('accepted');
    const { id: jobId, version } = unsure;
    await resolveUnsurePrint(opened.workspace, { jobId, version, isPrinted: false });
    const [failed] = await opened.jobs();
    await retryPrint(opened.workspace, { jobId, version: failed?.version ?? 0 });
    await letItBe(opened);
    expect(opened.device.connections).toBe(2);
  });
});
