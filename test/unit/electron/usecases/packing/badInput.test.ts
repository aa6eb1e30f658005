import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PackAnswer } from '../../../../../shared/contracts/packing/packing.ts';
import type { PackStop } from '../../../../../shared/domain/packing/packStops.ts';
import { didNotHappen, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type BenchDesk, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}, { shop: '别家店' }]);
  await desk.book(1, 2);
});
afterEach(() => desk.workspace.close());

const no = (order: number) => sampleOrder(order).orderNo;
const shown = ({ says, stop }: PackAnswer) => (stop === null ? says : `${says} ${stop.kind}`);
/** What lies on the bench, and what came out of the printer. */
async function lying() {
  const open = await desk.workspace.store.read.packedParcels.open();
  return { ...open, sent: desk.sent.length };
}

describe('with a parcel half counted on the bench', () => {
  beforeEach(async () => {
    await desk.scan(no(1));
    await desk.scan('COF-500');
  });

  it.each<[string, () => string | Promise<string>, PackStop]>([
    ['a code nobody knows', () => 'XYZ-1', 'unknown'],
    ['two order numbers glued by a fast gun', () => `${no(1)}${no(2)}`, 'glued'],
    ['goods and a number glued', () => `6901234567892${no(2)}`, 'glued'],
    ['half of an order number', () => no(2).slice(0, -4), 'half'],
    ['an order number whose beginning was lost', () => no(2).slice(4), 'unknown'],
    ['half of a command', () => 'SHIPDESK-NE', 'half'],
    ['a badge, which the window takes before the bench', () => 'SHIPDESK-402915773861', 'half'],
    ['the order of another parcel', () => no(2), 'unfinished'],
    ['the label of another parcel', async () => (await desk.order(2)).waybillNo, 'unfinished'],
  ])(
    '%s is one stop; nothing is counted, printed or put back, and the next piece goes on',
    async (_, code, kind) => {
      const before = await lying();
      expect(shown(await desk.scan(await code()))).toBe(`stopped ${kind}`);
      expect(await lying()).toEqual(before);
      expect(shown(await desk.scan('COF-500'))).toBe('counted');
    },
  );

  it.each<[string, number, Parameters<BenchDesk['weigh']>[1], PackStop]>([
    ['a scale that talks nonsense', Number.NaN, {}, 'no-weight'],
    ['one below zero', -40, {}, 'no-weight'],
    ['one that has fallen silent', 900, { ageMs: 60_000 }, 'weight-old'],
    ['one that never came to rest', 900, { isStable: false }, 'weight-moving'],
  ])('%s gives no weight and takes none away', async (_, grams, reading, kind) => {
    await desk.rules({ weighs: true });
    await desk.scan('COF-500');
    await desk.scan('6901234567892');
    const before = await lying();
    expect(shown(await desk.weigh(grams, reading))).toBe(`stopped ${kind}`);
    expect(await lying()).toEqual(before);
    expect((await desk.weigh(900)).parcel?.weightGrams).toBe(900);
  });

  it.each([
    [
      'gone before the label',
      () => didNotHappen('PRINTER_UNREACHABLE', { host: 'h', port: 1, cause: 'x' }),
      'printer',
    ],
    [
      'gone in the middle of it',
      () => unknownOutcome('PRINTER_CONNECTION_LOST', { host: 'h', port: 1, cause: 'x' }),
      'label-unsure',
    ],
  ] as const)('a printer %s is a stop, and the parcel stays with all its pieces', async (_, answer, kind) => {
    await desk.scan('COF-500');
    desk.answers.push(answer());
    await desk.scan('6901234567892');
    await desk.print();
    const before = await lying();
    expect(shown(await desk.command('next'))).toBe(`stopped ${kind}`);
    expect(await lying()).toEqual(before);
    expect((await desk.box(1))?.state).toBe('open');
  });
});

describe('on an empty bench', () => {
  it('the parcel of another shop is stopped where only some shops are packed, and passes with a reason', async () => {
    await desk.book(3);
    await desk.rules({ shops: ['山野小铺'] });
    expect(shown(await desk.scan(no(3)))).toBe('stopped other-shop');
    expect(await lying()).toEqual({ sent: 0 });
    expect(shown(await desk.command('override', 'customer'))).toBe('opened');
  });

  it('the label of nobody here is reported, and so is half a label', async () => {
    const { waybillNo } = await desk.order(1);
    expect(shown(await desk.scan('SF9999999999999'))).toBe('stopped unknown');
    expect(shown(await desk.scan(waybillNo.slice(0, -3)))).toBe('stopped half');
    expect(await lying()).toEqual({ sent: 0 });
  });
});
