import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPrinter } from '../../../../../electron/usecases/printing/printers/printers.ts';
import type { Outcome } from '../../../../../shared/errors/outcome.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BenchDesk;
beforeEach(async () => {
  desk = await openBenchDesk([{}, {}]);
});
afterEach(() => desk.workspace.close());

const run = (name: string, ...words: string[]) => runCommand(desk.workspace, commandNamed(name), words);
const json = (outcome: Outcome<{ readonly json: unknown }>) => of(outcome).json;
const { orderNo } = sampleOrder(1);
const goods = ['COF-500', 'COF-500', '6901234567892'];

describe('pack', () => {
  it('scans an order from its number to its label, and ends at the first stop', async () => {
    await desk.book(1);
    expect(json(await run('pack scan', orderNo, ...goods))).toMatchObject({
      answers: [
        { says: 'opened' },
        { says: 'counted' },
        { says: 'counted' },
        { says: 'checked', isPrinting: true },
      ],
      parcel: { orderNo, piecesLeft: 0, phase: 'label', labelState: 'accepted' },
      printed: 1,
    });
    const { waybillNo } = await desk.order(1);
    const stopped = of(await run('pack scan', 'XXXX-1', waybillNo));
    expect(stopped).toMatchObject({
      exitCode: 3,
      json: { answers: [{ says: 'stopped', stop: { kind: 'unknown' } }] },
    });
    expect(stopped.human.join('\n')).toContain('XXXX-1');
    expect(of(await run('pack scan', waybillNo))).toMatchObject({
      exitCode: 0,
      json: { answers: [{ says: 'closed' }], parcel: null },
    });
    expect(json(await run('pack list'))).toMatchObject({
      total: 1,
      parcels: [{ orderNo, state: 'closed', waybillNo }],
    });
    expect(json(await run('pack reopen', orderNo, '--reason', '漏放'))).toMatchObject({
      parcel: { reopened: 1 },
    });
  });

  it('counts the same gesture once, however often it is sent', async () => {
    await desk.book(1);
    await run('pack scan', orderNo);
    for (let again = 0; again < 3; again++) await run('pack scan', 'COF-500', '--gesture', 'gun-1-0001');
    expect(json(await run('pack status'))).toMatchObject({ parcel: { piecesLeft: 2 }, packedToday: 0 });
  });

  it('weighs, commands and prints slips', async () => {
    of(await run('pack rules', '--weigh', 'on', '--print-at', 'weight', '--slip-printer', 'virtual:'));
    await run('pack scan', orderNo, ...goods);
    expect(json(await run('pack do', 'next'))).toMatchObject({ answers: [{ stop: { kind: 'no-weight' } }] });
    expect(json(await run('pack weigh', '1250'))).toMatchObject({ answers: [{ says: 'aside' }] });
    expect((await desk.box(1))?.slipState).toBe('printed');
    expect(json(await run('pack slip', orderNo))).toEqual({ printed: 1, slipCode: orderNo });
    expect(json(await run('pack list', '--aside'))).toMatchObject({
      total: 1,
      parcels: [{ weightGrams: 1_250 }],
    });
    expect(await run('pack do', 'override')).toMatchObject({ code: 'PACK_NEEDS_REASON' });
  });

  it('shows its rules, and takes all of them back', async () => {
    expect(json(await run('pack rules', '--shop', '旗舰店', '--carrier', 'SF'))).toMatchObject({
      shops: ['旗舰店'],
      carriers: ['SF'],
    });
    expect(json(await run('pack rules', '--shop', 'all', '--carrier', 'all'))).toMatchObject({
      shops: [],
      carriers: [],
    });
  });

  it('tells what the bench is called, and forgets it', async () => {
    const named = of(await run('pack rules', '--name', '2 号台'));
    expect(named.json).toMatchObject({ benchName: '2 号台' });
    expect(named.human[0]).toContain('2 号台');
    expect(json(await run('pack rules', '--name', 'none'))).toMatchObject({ benchName: '' });
  });

  it('shows and chooses the printers of the bench by their names', async () => {
    const uri = 'tcp://10.0.0.9:9100?lang=tspl';
    of(await addPrinter(desk.workspace, { uri, name: '一号机' }));
    const chosen = of(await run('pack printers', '--printer', '一号机', '--slip-printer', 'virtual:'));
    expect(chosen.json).toEqual({ printerUri: uri, slipPrinterUri: 'virtual:' });
    expect(chosen.human[0]).toContain('一号机');
    expect(json(await run('pack printers', '--slip-printer', 'none'))).toMatchObject({ slipPrinterUri: '' });
    expect(json(await run('pack printers'))).toEqual({ printerUri: uri, slipPrinterUri: '' });
  });

  it('learns barcodes of goods and forgets them', async () => {
    expect(json(await run('pack codes add', '4006381333931', 'COF-500', '--serials'))).toMatchObject({
      hasSerials: true,
    });
    expect(json(await run('pack codes'))).toMatchObject({ total: 1 });
    expect(json(await run('pack codes remove', '4006381333931'))).toEqual({ removed: true });
  });
});

describe('handover', () => {
  it('scans out, takes all, closes, prints and lists', async () => {
    await desk.rules({ checksItems: false, scansLabel: false });
    await desk.book(1, 2);
    await run('pack scan', orderNo);
    await run('pack scan', sampleOrder(2).orderNo);
    await desk.print();
    const { waybillNo } = await desk.order(1);
    expect(json(await run('handover status'))).toMatchObject({ carriers: [{ carrier: 'SF', packed: 2 }] });
    const wrong = of(await run('handover scan', 'ZTO', waybillNo));
    expect(wrong).toMatchObject({
      exitCode: 3,
      json: { list: null, scans: [{ says: 'stopped', stop: 'other-carrier' }] },
    });
    const scanned = json(await run('handover scan', 'SF', waybillNo, waybillNo));
    expect(scanned).toMatchObject({ list: { parcels: 1 }, scans: [{ says: 'out' }, { says: 'repeated' }] });
    const { no } = (scanned as { readonly list: { readonly no: string } }).list;
    expect(json(await run('handover off', no, waybillNo))).toMatchObject({ parcels: 0 });
    expect(json(await run('handover take', 'SF'))).toMatchObject({ taken: 2, refused: 0 });
    expect(json(await run('handover print', no, '--printer', 'virtual:'))).toEqual({ no, printed: 1 });
    expect(json(await run('handover close', no, '--courier', '小王'))).toMatchObject({
      state: 'closed',
      parcels: 2,
    });
    expect(json(await run('handover lists'))).toMatchObject({ total: 1 });
    expect(json(await run('handover left', 'SF'))).toMatchObject({ total: 0 });
    expect(await desk.order(2)).toMatchObject({ state: 'handed-over' });
  });

  it('prints a paper of orders without a list, and never both at once', async () => {
    await desk.book(1);
    const words = ['--order', orderNo, '--printer', 'virtual:'];
    expect(json(await run('handover print', ...words))).toMatchObject({ printed: 1, refused: [] });
    expect(await run('handover print', '--printer', 'virtual:')).toMatchObject({ code: 'USAGE' });
    expect((await desk.order(1)).state).toBe('booked');
  });

  it('begins no list where no parcel waits for the carrier', async () => {
    expect(json(await run('handover take', 'SF'))).toEqual({ taken: 0, refused: 0, list: null });
    expect(json(await run('handover lists'))).toMatchObject({ total: 0 });
  });

  it('begins no list for a label that may not leave with this courier, alone or among others', async () => {
    await desk.rules({ checksItems: false, scansLabel: false });
    await desk.book(1);
    await run('pack scan', orderNo);
    await desk.print();
    const { waybillNo } = await desk.order(1);
    expect(of(await run('handover scan', 'SF', 'JT9999999999999'))).toMatchObject({
      exitCode: 3,
      json: { list: null, scans: [{ says: 'stopped', stop: 'unknown' }] },
    });
    const alarm = (word: 'refund' | '') =>
      desk.workspace.store.write((write) => write.orders.show(sampleOrder(1).id, { alarm: word }));
    await alarm('refund');
    expect(of(await run('handover take', 'SF'))).toMatchObject({
      exitCode: 3,
      json: { taken: 0, refused: 1, list: null },
    });
    expect(json(await run('handover lists'))).toMatchObject({ total: 0 });
    await alarm('');
    expect(json(await run('handover scan', 'SF', waybillNo))).toMatchObject({ list: { parcels: 1 } });
    expect(json(await run('handover lists'))).toMatchObject({ total: 1 });
  });

  it('knows no list of another name', async () => {
    expect(await run('handover close', 'H1')).toMatchObject({ code: 'HANDOVER_NOT_FOUND' });
  });
});
