import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { cancelPrints } from '../../../electron/usecases/printing/hold.ts';
import { openPrinter } from '../../../electron/usecases/printing/printers/openPrinter.ts';
import { savePrinterSetup } from '../../../electron/usecases/printing/printers/printerSetup.ts';
import { queuePrints } from '../../../electron/usecases/printing/queue.ts';
import { resolveUnsurePrint, retryPrint } from '../../../electron/usecases/printing/resolve.ts';
import { type MatrixBench, matrixBenches } from './matrixBench.ts';
import type { MatrixWay } from './matrixWay.ts';
import { labelLanguages } from './matrixWay.ts';

/** What a printer of each language says with the paper out, and with its head open. */
const zplSays = (paperOut: number, headUp: number) =>
  Buffer.from(
    `\x02030,${paperOut},0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,${headUp},0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n`,
    'latin1',
  );
const faultsOf: Readonly<Record<string, readonly (readonly [string, Buffer])[]>> = {
  tspl: [
    ['PRINTER_PAPER_OUT', Buffer.of(0x04)],
    ['PRINTER_HEAD_OPEN', Buffer.of(0x01)],
  ],
  cpcl: [
    ['PRINTER_PAPER_OUT', Buffer.of(0x02)],
    ['PRINTER_HEAD_OPEN', Buffer.of(0x04)],
  ],
  escpos: [
    ['PRINTER_PAPER_OUT', Buffer.of(0x32)],
    ['PRINTER_HEAD_OPEN', Buffer.of(0x16)],
  ],
  zpl: [
    ['PRINTER_PAPER_OUT', zplSays(1, 0)],
    ['PRINTER_HEAD_OPEN', zplSays(0, 1)],
  ],
};

const readyOf: Readonly<Record<string, Buffer>> = {
  tspl: Buffer.of(0),
  cpcl: Buffer.of(0),
  escpos: Buffer.of(0x12),
  zpl: zplSays(0, 0),
};

/** Rows of the printer matrix for one way, each with every language; a row a way has no device for is not listed. */
export function describePrintMatrix(way: MatrixWay): void {
  const benches = matrixBenches(way);
  afterEach(() => benches.closeAll());
  afterAll(() => benches.record());
  const count = async (row: string, bench: MatrixBench, labels = 1) =>
    benches.count(row, Math.ceil((await bench.papers()) / labels), bench.sends);

  describe.each(labelLanguages)(`the print matrix, ${way.id}: %s`, { timeout: 300_000 }, (language) => {
    it('1 not there: nothing left, the label waits; plugged in it comes out once', async () => {
      const bench = await benches.open(language, null);
      await bench.letItBe();
      expect(await bench.states()).toEqual(['failed']);
      expect(bench.sends.maybe.size).toBe(0);
      await bench.device.plug({});
      await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
      await bench.printDue();
      expect(await bench.states()).toEqual(['accepted']);
      await count('1 not there', bench);
      expect(await bench.papers()).toBe(1);
    });

    it('2 takes nothing: it ends, and what may be in a buffer is never sent again', async () => {
      const bench = await benches.open(language, { stallsAfterBytes: 0 });
      await bench.letItBe();
      await bench.device.plug({});
      await bench.letItBe();
      expect(['unsure', 'accepted', 'failed']).toContain((await bench.states())[0]);
      await count('2 takes nothing', bench);
    });

    it('2 stops in the middle: it asks', async () => {
      const bench = await benches.open(language, { stallsAfterBytes: 500 });
      await bench.letItBe();
      expect(['unsure', 'accepted']).toContain((await bench.states())[0]);
      await count('2 stops', bench);
    });

    it('3 cut off at every 64 bytes of a label: each label is sent once, however it ends', async () => {
      const first = await benches.open(language, {});
      await first.printDue();
      const cuts = Math.ceil(first.sends.labelBytes / 64);
      const labels = cuts + Math.floor(cuts / 2);
      const bench = await benches.open(language, {}, labels);
      for (let cut = 1; cut <= cuts; cut += 1) {
        await bench.device.plug({ cutAfterBytes: cut * 64 });
        await bench.printDue(1);
        if (cut % 2 === 1) continue;
        // Three in doubt one after the other would hold back all the others.
        await bench.device.plug({});
        await bench.printDue(1);
      }
      await bench.device.plug({});
      await bench.workspace.clock.advance(3_600_000);
      await bench.restart();
      await bench.printDue(5);
      const states = await bench.states();
      expect(states.filter((state) => state !== 'unsure' && state !== 'accepted')).toEqual([]);
      expect(await bench.papers()).toBeLessThanOrEqual(labels);
      for (let cut = 1; cut <= cuts; cut += 1) benches.count(`3 cut at ${cut * 64}`, 1, bench.sends);
    });

    it('4 gone after the last byte: never sent again', async () => {
      const first = await benches.open(language, {});
      await first.printDue();
      const bench = await benches.open(language, { cutAfterBytes: first.sends.labelBytes });
      await bench.letItBe();
      await bench.device.plug({});
      await bench.letItBe();
      expect(['unsure', 'accepted']).toContain((await bench.states())[0]);
      await count('4 gone after the last byte', bench);
    });

    it('6 off in the middle and back after a while, and a program that dies: it asks', async () => {
      const off = await benches.open(language, { cutAfterBytes: 700 });
      await off.letItBe();
      await off.device.plug({});
      await off.letItBe();
      await count('6 off and back', off);
      const dead = await benches.open(language, {});
      dead.sends.dies = true;
      await expect(dead.printDue(1)).rejects.toThrow('the program ends here');
      dead.sends.dies = false;
      await dead.restart();
      await dead.letItBe();
      expect(await dead.states()).toEqual(['unsure']);
      await count('6 the program dies', dead);
      expect(await dead.papers()).toBe(1);
    });

    it('8 other paper in it: refused before a byte leaves', async () => {
      const bench = await benches.open(language, {});
      const profile = { loadedSize: '100x180' } as const;
      await savePrinterSetup(bench.workspace, { uri: bench.device.uri, name: 'A', profile });
      await bench.letItBe();
      expect(await bench.states()).toEqual(['failed']);
      expect(await bench.device.taken()).toHaveLength(0);
      await count('8 other paper', bench);
    });

    it('10 slow, many labels, cancelled in the middle: the rest stays here', async () => {
      const bench = await benches.open(language, { isSlow: true }, 6);
      await bench.printDue(2);
      const waiting = (await bench.jobs()).filter(({ state }) => state === 'waiting');
      const refs = waiting.map(({ id, version }) => ({ jobId: id, version }));
      expect(await cancelPrints(bench.workspace, refs)).toBe(4);
      await bench.letItBe();
      expect(await bench.papers()).toBe(2);
      await count('10 slow and cancelled', bench, 2);
    });

    it('13 asked for twice: the second time it is refused', async () => {
      const bench = await benches.open(language, {});
      await bench.printDue();
      const again = await queuePrints(bench.workspace, bench.orderIds, bench.device.uri);
      expect(again).toMatchObject({
        value: { queued: 0, refused: [{ failure: { code: 'LABEL_ALREADY_PRINTED' } }] },
      });
      await bench.letItBe();
      await count('13 asked twice', bench);
    });

    it('14 a damaged label in the store is never drawn from half of it', async () => {
      const bench = await benches.open(language, {});
      await bench.damageDocument();
      await bench.letItBe();
      expect(await bench.device.taken()).toHaveLength(0);
      expect((await bench.jobs())[0]).toMatchObject({ errorCode: 'LABEL_DOCUMENT_DAMAGED' });
      await count('14 damaged', bench);
    });

    it('a person who found nothing gets one more paper, not two', async () => {
      const bench = await benches.open(language, { stallsAfterBytes: 0 });
      await bench.letItBe();
      const [job] = await bench.jobs();
      if (job?.state !== 'unsure') return expect(['accepted', 'failed']).toContain(job?.state);
      await bench.device.plug({});
      await resolveUnsurePrint(bench.workspace, { jobId: job.id, version: job.version, isPrinted: false });
      const [failed] = await bench.jobs();
      await retryPrint(bench.workspace, { jobId: job.id, version: failed?.version ?? 0 });
      await bench.letItBe();
      expect(bench.sends.maybe.get(job.id)).toBe(2);
      expect(await bench.papers()).toBeLessThanOrEqual(2);
    });

    if (way.answers) describeAnswers(benches, language);
  });
}

/** Rows about what the device says. */
function describeAnswers(benches: ReturnType<typeof matrixBenches>, language: string): void {
  it('chatter costs no byte and makes no second label', async () => {
    const bench = await benches.open(language, { chatters: true });
    await bench.letItBe();
    expect(await bench.states()).toEqual(['accepted']);
    benches.count('chatter', await bench.papers(), bench.sends);
    expect(await bench.papers()).toBe(1);
  });

  it.each(faultsOf[language] ?? [])(
    '5 %s before the label: it stays here and is named, then comes out once',
    async (code, says) => {
      let isFaulty = true;
      const bench = await benches.open(language, {
        answer: () => (isFaulty ? says : (readyOf[language] ?? says)),
      });
      await bench.asks();
      await bench.printDue();
      expect(await bench.jobs()).toMatchObject([{ state: 'waiting' }]);
      expect(await bench.papers()).toBe(0);
      expect(await bench.device.transport.probe(targetOf(bench))).toBe(
        code === 'PRINTER_PAPER_OUT' ? 'paper-out' : 'head-open',
      );
      isFaulty = false;
      await bench.workspace.clock.advance(60_000);
      await bench.printDue();
      expect(await bench.states()).toEqual(['accepted']);
      benches.count(`5 ${code}`, await bench.papers(), bench.sends);
      expect(await bench.papers()).toBe(1);
    },
  );

  it('11 garbage for an answer is unknown, never ready, and never confirms a label', async () => {
    const bench = await benches.open(language, {
      answer: () => Uint8Array.of(0x99, 0x41, 0x7a, 0xff, 0x99, 0x0a, 0x00),
    });
    await bench.asks();
    expect(await bench.device.transport.probe(targetOf(bench))).toBe('unknown');
    await bench.letItBe();
    // Where nothing else says that it took the label, nobody knows.
    expect(['accepted', 'unsure']).toContain((await bench.states())[0]);
    benches.count('11 garbage', await bench.papers(), bench.sends);
  });
}

function targetOf({ workspace, device }: MatrixBench) {
  const printer = openPrinter(workspace, device.uri);
  if (!printer.ok) throw new Error(printer.code);
  return printer.value.target;
}
