import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdAfterRestart } from '../../../../../electron/usecases/printing/hold.ts';
import { type BenchDesk, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { deskPrinter } from '../../../../doubles/workspace/parcelDesk.ts';

let desk: BenchDesk;
const no = (order: number) => `2026${String(order).padStart(12, '0')}`;

beforeEach(async () => {
  desk = await openBenchDesk([{}, {}]);
  await desk.book(1, 2);
});
afterEach(() => desk.workspace.close());

/** The goods of one order; whether the last of them, or something after it, asked for the label. */
async function goodsIn(): Promise<boolean> {
  const said = [];
  for (const code of ['COF-500', 'COF-500', '6901234567892']) said.push(await desk.scan(code));
  return said.at(-1)?.isPrinting === true;
}
const held = async (order: number) =>
  (await desk.labels(order)).map(({ state, holdReason }) => [state, holdReason]);

describe('a label that waits for a word since the program was started again', () => {
  it('keeps no label of a parcel on the bench from coming out', async () => {
    await desk.queue(deskPrinter, 1);
    expect(await holdAfterRestart(desk.workspace)).toBe(1);
    await desk.scan(no(2));
    expect(await goodsIn()).toBe(true);
    await desk.print();
    expect(await desk.labels(2)).toMatchObject([{ state: 'accepted' }]);
    expect(await held(1)).toEqual([['held', 'restart']]);
  });

  it('comes out when its own parcel is packed: that is the word', async () => {
    await desk.queue(deskPrinter, 1);
    await holdAfterRestart(desk.workspace);
    const opened = await desk.scan(no(1));
    expect([opened.says, opened.isPrinting]).toEqual(['opened', false]);
    expect(await goodsIn()).toBe(true);
    await desk.print();
    expect(desk.sent).toHaveLength(1);
    expect((await desk.scan((await desk.order(1)).waybillNo)).says).toBe('closed');
  });

  it('comes out for the parcel that lay on the bench when the power went, once it is scanned again', async () => {
    await desk.scan(no(1));
    await goodsIn();
    await holdAfterRestart(desk.workspace);
    await desk.print();
    expect(desk.sent).toEqual([]);
    const again = await desk.scan(no(1));
    expect([again.says, again.isPrinting]).toEqual(['repeated', true]);
    await desk.scan(no(1));
    await desk.print();
    expect(desk.sent).toHaveLength(1);
  });

  it('waits on where a person stopped its batch', async () => {
    await desk.queue(deskPrinter, 1);
    await holdAfterRestart(desk.workspace);
    const [label] = await desk.labels(1);
    await desk.workspace.store.write((write) =>
      write.printJobs.note(label?.id ?? '', { holdReason: 'batch' }),
    );
    await desk.scan(no(1));
    expect(await goodsIn()).toBe(false);
    await desk.print();
    expect(desk.sent).toEqual([]);
  });
});
