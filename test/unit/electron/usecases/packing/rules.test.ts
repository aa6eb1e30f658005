import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackingRules, savePackingRules } from '../../../../../electron/usecases/packing/rules.ts';
import { addPrinter, removePrinter } from '../../../../../electron/usecases/printing/printers/printers.ts';
import { didNotHappen } from '../../../../../shared/errors/outcome.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';

let desk: BenchDesk;
const first = 'tcp://10.0.0.9:9100?lang=tspl';
const second = 'tcp://10.0.0.10:9100?lang=tspl';
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}]);
  of(await addPrinter(desk.workspace, { uri: first, name: '一号机' }));
});
afterEach(() => desk.workspace.close());

const save = (patch: Parameters<typeof savePackingRules>[1], hands = desk.workspace as never) =>
  savePackingRules(hands, patch);

describe('printers of the bench', () => {
  it('named by their names are kept by their addresses: another printer of that name changes nothing', async () => {
    expect(of(await save({ printerUri: '一号机', slipPrinterUri: '一号机' }))).toMatchObject({
      printerUri: first,
      slipPrinterUri: first,
    });
    await removePrinter(desk.workspace, first);
    of(await addPrinter(desk.workspace, { uri: second, name: '一号机' }));
    expect(await readPackingRules(desk.workspace)).toMatchObject({ printerUri: first });
    expect(of(await save({ weighs: false }))).toMatchObject({ printerUri: first, slipPrinterUri: first });
  });

  it('are chosen by whoever packs, among those that are set up and no others', async () => {
    const { packer } = await hireStaff(desk.workspace);
    const chosen = { printerUri: '一号机', slipPrinterUri: first };
    expect(of(await savePackingRules(packer.hands, chosen))).toMatchObject({ printerUri: first });
    for (const uri of ['tcp://192.168.1.77:9100?lang=tspl', 'file:///etc/passwd?lang=tspl', 'virtual:/tmp/x'])
      for (const patch of [{ printerUri: uri }, { slipPrinterUri: uri }])
        expect(await savePackingRules(packer.hands, patch)).toMatchObject({ code: 'PRINTER_NOT_SAVED' });
    expect(
      of(await savePackingRules(packer.hands, { printerUri: 'auto:', slipPrinterUri: '' })),
    ).toMatchObject({ printerUri: 'auto:', slipPrinterUri: '' });
    const acts = await desk.workspace.store.read.operatorActs.after(0, 100);
    expect(acts.at(-1)).toMatchObject({
      kind: 'bench-printers-chosen',
      what: 'printerUri slipPrinterUri',
      operator: '张打包',
    });
  });

  it('are on record as what they are; how the bench works stays a change of settings', async () => {
    await save({ printerUri: first });
    await save({ weighs: true });
    const acts = await desk.workspace.store.read.operatorActs.after(0, 100);
    expect(acts.slice(-2).map(({ kind, what }) => [kind, what])).toEqual([
      ['bench-printers-chosen', 'printerUri'],
      ['settings-changed', 'weighs'],
    ]);
  });

  it('one that was removed since prints on for a packer, until another is chosen', async () => {
    const { packer } = await hireStaff(desk.workspace);
    await save({ printerUri: first, checksItems: false });
    await removePrinter(desk.workspace, first);
    await desk.book(1);
    const opened = await desk.scan(sampleOrder(1).orderNo, packer.hands);
    expect([opened.says, opened.stop, opened.isPrinting]).toEqual(['opened', null, true]);
    expect(await desk.labels(1)).toMatchObject([{ printerUri: first }]);
  });

  it('slips follow no rules of carriers', async () => {
    expect(await save({ slipPrinterUri: 'auto:' })).toMatchObject({ code: 'PRINTER_NOT_SAVED' });
  });
});

describe('a label that its printer did not take', () => {
  it('goes to the printer that is chosen then, once', async () => {
    of(await addPrinter(desk.workspace, { uri: second, name: '二号机' }));
    await save({ printerUri: first, checksItems: false });
    await desk.book(1);
    await desk.scan(sampleOrder(1).orderNo);
    desk.answers.push(didNotHappen('PRINTER_UNREACHABLE', { host: 'h', port: 1, cause: 'x' }));
    await desk.print();
    expect(await desk.labels(1)).toMatchObject([{ printerUri: first, state: 'waiting' }]);
    await save({ printerUri: '二号机' });
    expect(await desk.command('print-last')).toMatchObject({ says: 'reprinted', isPrinting: true });
    await desk.print();
    await desk.workspace.clock.advance(60_000);
    await desk.print();
    expect(await desk.labels(1)).toMatchObject([{ printerUri: second, state: 'accepted' }]);
    expect(desk.sent).toHaveLength(2);
  });
});
