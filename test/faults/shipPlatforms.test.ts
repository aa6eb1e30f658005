import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder, sheetSender } from '../doubles/files/orderSheet.ts';
import { Kuaidi100Server, kuaidi100Keys } from '../doubles/platforms/kuaidi100Server.ts';
import type { PlatformDouble } from '../doubles/platforms/platformDouble.ts';
import { SfServer, sfKeys } from '../doubles/platforms/sfServer.ts';
import { type ProgramRun, runShipdesk } from '../doubles/program/shipdeskProgram.ts';

interface Desk {
  readonly platform: string;
  readonly id: string;
  readonly secret: string;
  readonly customer: readonly string[];
  /** Empty: the platform is one carrier and needs none named. */
  readonly carrier: string;
  open(): PlatformDouble;
}

const desks: readonly Desk[] = [
  {
    platform: 'kuaidi100',
    id: kuaidi100Keys.key,
    secret: kuaidi100Keys.secret,
    customer: [`customer=${kuaidi100Keys.customer}`, 'partnerId=K571001', 'partnerKey=canary-partner-key'],
    carrier: 'ZTO',
    open: () => new Kuaidi100Server(),
  },
  {
    platform: 'sf',
    id: sfKeys.partnerId,
    secret: sfKeys.checkword,
    customer: [`monthlyCard=${sfKeys.monthlyCard}`],
    carrier: '',
    open: () => new SfServer(),
  },
];

describe.each(desks)('$platform on the command line', (desk) => {
  let folder: string;
  let double: PlatformDouble;
  let said: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ship-platform-'));
    double = desk.open();
    await double.listen();
    said = '';
  });
  afterEach(async () => {
    await double.close();
    rmSync(folder, { recursive: true });
  });

  async function run(words: readonly string[], input?: string): Promise<ProgramRun> {
    const ran = await runShipdesk([...words, '--data', join(folder, 'workspace'), '--lang', 'en'], {
      input,
      environment: { SHIPDESK_PASSPHRASE: 'platform passphrase' },
    });
    said += ran.stdout + ran.stderr;
    return ran;
  }

  function addAccount(name: string, secret: string): Promise<ProgramRun> {
    const words = ['account', 'add', desk.platform, '--name', name, '--id', desk.id, '--key-stdin'];
    const input = [secret, ...desk.customer, ''].join('\n');
    return run([...words, '--customer-stdin', '--endpoint', double.url, '--test', '--json'], input);
  }

  function ship(count: number): Promise<ProgramRun> {
    const file = join(folder, 'orders.csv');
    const sender = join(folder, 'sender.json');
    writeFileSync(file, orderSheet(Array.from({ length: count }, (_, no) => sheetOrder(no))));
    writeFileSync(sender, JSON.stringify(sheetSender));
    const carrier = desk.carrier === '' ? [] : ['--carrier', desk.carrier];
    const words = ['ship', file, '--account', 'good', '--sender', sender, '--printer', 'virtual:', '--json'];
    return run([...words, ...carrier]);
  }

  it('tells a good account from a wrong one', async () => {
    const good = await addAccount('good', desk.secret);
    expect(JSON.parse(good.stdout)).toMatchObject({ platform: desk.platform, test: { ok: true } });
    const bad = await addAccount('bad', 'canary-wrong-secret');
    expect(JSON.parse(bad.stdout)).toMatchObject({ test: { ok: false, errorCode: 'CARRIER_CREDENTIALS' } });
    const tested = await run(['account', 'test', 'bad']);
    expect(tested.stderr).toMatch(/^error CARRIER_CREDENTIALS: /m);
    expect(tested.exitCode).toBe(2);
    for (const secret of [desk.secret, 'canary-', sfKeys.monthlyCard, kuaidi100Keys.customer])
      expect(said).not.toContain(secret);
  });

  it('ships a file once, through a lost reply and a second run, and tracks it', async () => {
    await addAccount('good', desk.secret);
    double.faults.add({ kind: 'accept-then-drop', orderCode: sheetOrder(1).orderNo, times: 1 });
    const shipped = JSON.parse((await ship(3)).stdout);
    expect(shipped).toMatchObject({ imported: 3, booked: 3, printed: 3, failed: 0, unsure: 0 });
    const given = double.ledger.lines.map(({ orderCode, waybillNo }) => `${orderCode} ${waybillNo}`);
    expect(given).toHaveLength(3);
    const told = shipped.waybills.map(
      ({ orderNo, waybillNo }: Record<string, string>) => `${orderNo} ${waybillNo}`,
    );
    expect(told.sort()).toEqual(given.sort());

    expect(JSON.parse((await ship(3)).stdout)).toMatchObject({ imported: 0, booked: 0, printed: 0 });
    expect(double.ledger.lines).toHaveLength(3);

    const cancelled = await run(['orders', 'cancel', sheetOrder(2).orderNo, '--json']);
    expect(cancelled.exitCode, cancelled.stderr).toBe(0);
    expect(double.ledger.lines.filter(({ isCancelled }) => isCancelled)).toHaveLength(1);

    const waybillNo = shipped.waybills[0].waybillNo as string;
    const tracked = JSON.parse((await run(['track', waybillNo, '--json'])).stdout);
    expect(tracked.shipments).toMatchObject([{ waybillNo, state: 'delivering' }]);
    for (const secret of [desk.secret, 'canary-', sfKeys.monthlyCard, kuaidi100Keys.customer])
      expect(said).not.toContain(secret);
  });
});
