import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shipment } from '../../../../../../electron/store/schema.ts';
import { nothingFails } from '../../../../../../electron/usecases/backups/plan.ts';
import { AlarmRound } from '../../../../../../electron/usecases/insight/alarms/alarmRound.ts';
import { changeAlarmRules } from '../../../../../../electron/usecases/insight/alarms/alarmRules.ts';
import type { AlarmSight } from '../../../../../../electron/usecases/insight/alarms/conditions.ts';
import { readOpenAlarms } from '../../../../../../electron/usecases/insight/alarms/readAlarms.ts';
import type { ProbedPrinter } from '../../../../../../electron/usecases/printing/printers/printerState.ts';
import { caseRank } from '../../../../../../shared/domain/cases/trackingCase.ts';
import type { PrinterState } from '../../../../../../shared/domain/printing/printer.ts';
import { failure } from '../../../../../../shared/errors/outcome.ts';
import { minuteMs } from '../../../../../../shared/rules/shopTime.ts';
import { alarmSentence } from '../../../../../../shared/text/alarmSentence.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../../doubles/workspace/sampleCall.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';
import { samplePrintJob } from '../../../../../doubles/workspace/samplePrintJob.ts';
import { sampleShipment } from '../../../../../doubles/workspace/sampleShipment.ts';

let workspace: TestWorkspace;
let printers: Map<string, ProbedPrinter>;
let sight: AlarmSight;
let round: AlarmRound;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  printers = new Map();
  sight = { printerStates: printers, backups: nothingFails };
  round = new AlarmRound(workspace, () => sight);
});
afterEach(() => workspace.close());

async function open() {
  await round.round();
  return (await readOpenAlarms(workspace)).map(({ kind }) => kind);
}
const factsOf = async (kind: string) =>
  (await readOpenAlarms(workspace)).find((alarm) => alarm.kind === kind)?.facts;

async function later(minutes: number) {
  await workspace.clock.advance(minutes * minuteMs);
  return open();
}

describe('a printer that stands', () => {
  const uri = 'tcp://127.0.0.1:9100?lang=tspl';
  const says = (state: PrinterState) =>
    printers.set(uri, { state, source: 'device', askedAt: workspace.clock.now() });
  const queue = () =>
    workspace.store.write((write) => write.printJobs.insert(samplePrintJob({ printerUri: uri })));

  beforeEach(() =>
    workspace.store.write((write) =>
      write.printers.put({ uri, name: '打包台', createdAt: 1, profileJson: '{}' }),
    ),
  );

  it('is an alarm once labels have waited for it as long as the rule says, and none a minute earlier', async () => {
    await queue();
    says('paper-out');
    expect(await open()).toEqual([]);
    expect(await later(4)).toEqual([]);
    expect(await later(1)).toEqual(['printer']);
    expect(await factsOf('printer')).toEqual({ minutes: 5, waiting: 1 });
    says('ready');
    expect(await open()).toEqual([]);
  });

  it('goes by the minutes that were set', async () => {
    await changeAlarmRules(workspace, { limits: { printerMinutes: 20 } });
    await queue();
    says('offline');
    await open();
    expect(await later(19)).toEqual([]);
    expect(await later(1)).toEqual(['printer']);
  });

  it('troubles nobody while no label waits for it', async () => {
    says('paper-out');
    await open();
    expect(await later(60)).toEqual([]);
  });

  it('neither raises nor ends an alarm while nobody knows how it is', async () => {
    await queue();
    says('unknown');
    await open();
    expect(await later(60)).toEqual([]);
    says('paper-out');
    await open();
    expect(await later(5)).toEqual(['printer']);
    says('unknown');
    expect(await later(1)).toEqual(['printer']);
  });

  it('counts its minutes again after it was ready in between', async () => {
    await queue();
    says('paper-out');
    await open();
    await later(4);
    says('ready');
    await open();
    says('paper-out');
    expect(await later(4)).toEqual([]);
    expect(await later(5)).toEqual(['printer']);
  });

  it('is not judged where nobody looks at printers', async () => {
    await queue();
    sight = { printerStates: null, backups: nothingFails };
    await open();
    expect(await later(60)).toEqual([]);
  });

  it('takes its alarm with it when it is removed', async () => {
    await queue();
    says('paper-out');
    await open();
    expect(await later(5)).toEqual(['printer']);
    await workspace.store.write((write) => write.printers.remove(uri));
    expect(await open()).toEqual([]);
  });
});

describe('orders that stand', () => {
  const begin = (id: string, state: Shipment['state']) =>
    workspace.store.write((write) =>
      write.shipments.insert(
        sampleShipment({ id, orderId: id, orderCode: id, state, createdAt: workspace.clock.now() }),
      ),
    );

  it('are an alarm when a booking is older than the limit and has no outcome, not at the limit', async () => {
    await begin('s1', 'planned');
    await begin('s2', 'sending');
    await begin('s3', 'unsure');
    await begin('s4', 'booked');
    await begin('s5', 'refused');
    expect(await later(60)).toEqual([]);
    await workspace.clock.advance(1);
    expect(await open()).toEqual(['stuck-orders']);
    expect(await factsOf('stuck-orders')).toEqual({ count: 3, minutes: 60 });
  });

  it('are none any more once each has an outcome', async () => {
    await begin('s1', 'unsure');
    expect(await later(61)).toEqual(['stuck-orders']);
    await workspace.store.write(async (write) => {
      const shipment = await write.shipments.byId('s1');
      if (shipment !== undefined) await write.shipments.move(shipment, 'booked', { waybillNo: 'YT1' });
    });
    expect(await open()).toEqual([]);
  });
});

describe('exceptions past their time', () => {
  const openCase = (id: string, dueAt: number) =>
    workspace.store.write((write) =>
      write.cases.open({
        id,
        waybillNo: `w-${id}`,
        carrier: 'ZTO',
        orderId: '',
        orderNo: '',
        phoneTail: '',
        province: '',
        kind: 'silent',
        rank: caseRank('silent'),
        occurrence: 1,
        state: 'open',
        version: 0,
        sinceAt: 1,
        limitAt: 1,
        basisJson: '{}',
        openedAt: 1,
        ownerId: '',
        ownerName: '',
        dueAt,
        snoozeUntil: null,
        waitingOn: null,
        outcome: null,
        closedAt: null,
        closedBy: '',
        notes: 0,
        goneAt: null,
      }),
    );

  it('are an alarm from the minute they are due, and counted', async () => {
    const now = workspace.clock.now();
    await openCase('a', now + 60 * minuteMs);
    await openCase('b', now + 60 * minuteMs);
    await openCase('c', now + 600 * minuteMs);
    expect(await later(59)).toEqual([]);
    expect(await later(1)).toEqual(['cases']);
    expect(await factsOf('cases')).toEqual({ count: 2 });
  });

  it('are none any more once they are solved', async () => {
    await openCase('a', workspace.clock.now());
    expect(await open()).toEqual(['cases']);
    await workspace.store.write((write) => write.cases.change({ id: 'a', version: 0 }, { state: 'solved' }));
    expect(await open()).toEqual([]);
  });
});

describe('tracking that falls behind', () => {
  let no = 0;
  const asked = (errorCode = '') =>
    workspace.store.write((write) =>
      write.calls.insert(
        sampleCall(++no, {
          at: workspace.clock.now(),
          interfaceName: 'track',
          errorCode,
          certainty: errorCode === '' ? 'happened' : 'unknown',
        }),
      ),
    );
  const follow = (waybillNo: string, nextDueAt: number) =>
    workspace.store.write((write) =>
      write.tracking.follow({
        waybillNo,
        carrier: 'ZTO',
        orderId: '',
        orderNo: '',
        accountId: 'a1',
        phoneTail: '',
        state: 'none',
        exception: '',
        lastText: '',
        lastAt: null,
        checkedAt: null,
        nextDueAt,
        bookedAt: null,
      }),
    );

  it('is an alarm when parcels are due for longer than the limit and no question was answered', async () => {
    await follow('YT1', workspace.clock.now());
    await follow('YT2', workspace.clock.now());
    await asked('NETWORK_TIMEOUT');
    expect(await later(180)).toEqual([]);
    expect(await later(1)).toEqual(['sync-delay']);
    expect(await factsOf('sync-delay')).toEqual({ minutes: 181, count: 2 });
    await asked('NETWORK_TIMEOUT');
    expect(await open()).toEqual(['sync-delay']);
    await asked();
    expect(await later(1)).toEqual([]);
  });

  it('is none while questions are answered, however many parcels wait for their turn', async () => {
    await follow('YT1', workspace.clock.now());
    for (let hours = 0; hours < 12; hours++) {
      await asked();
      expect(await later(60)).toEqual([]);
    }
  });

  it('does not count the time in which the program was not running', async () => {
    await follow('YT1', workspace.clock.now());
    await workspace.clock.advance(3 * 24 * 60 * minuteMs);
    round = new AlarmRound(workspace, () => sight);
    expect(await open()).toEqual([]);
    expect(await later(180)).toEqual([]);
    expect(await later(1)).toEqual(['sync-delay']);
  });

  it('is none where no parcel is due', async () => {
    await follow('YT1', workspace.clock.now() + 30 * 24 * 60 * minuteMs);
    expect(await later(24 * 60)).toEqual([]);
  });
});

describe('a computer that was switched off over the weekend', () => {
  beforeEach(async () => {
    const now = workspace.clock.now();
    await workspace.store.write((write) => write.settings.put('lastBackupAt', now - 62 * 60 * minuteMs));
    sight = { printerStates: printers, backups: { ...nothingFails, makingSince: now } };
  });

  it('first makes its backup, and no alarm is raised about the weekend', async () => {
    expect(await open()).toEqual([]);
    expect(await later(10)).toEqual([]);
    await workspace.store.write((write) => write.settings.put('lastBackupAt', workspace.clock.now()));
    expect(await later(60)).toEqual([]);
  });

  it('that makes none within three quarters of an hour raises it, and at once where making one fails', async () => {
    expect(await later(44)).toEqual([]);
    expect(await later(1)).toEqual(['backup-age']);
    await workspace.store.write((write) => write.settings.put('lastBackupAt', workspace.clock.now()));
    expect(await open()).toEqual([]);
    const failing = failure('BACKUP_NOT_WRITABLE');
    sight = {
      printerStates: printers,
      backups: { ...sight.backups, makingSince: workspace.clock.now(), failing },
    };
    expect(await later(180)).toEqual(['backup-age']);
  });

  it('that makes none by itself is reported at once', async () => {
    sight = { printerStates: printers, backups: nothingFails };
    expect(await open()).toEqual(['backup-age']);
  });
});

describe('a workspace that was never backed up', () => {
  const days = (count: number) => count * 24 * 60;
  const firstOrder = () =>
    workspace.store.write((write) =>
      write.orders.insertMany([sampleOrder(1, { createdAt: workspace.clock.now(), state: 'delivered' })]),
    );

  it('is an alarm once it has been in use for as long as a backup may be old', async () => {
    await firstOrder();
    expect(await later(days(2) - 1)).toEqual([]);
    expect(await later(1)).toEqual(['backup-age']);
    expect((await readOpenAlarms(workspace)).map((alarm) => alarmSentence(alarm, 'zh-CN'))).toEqual([
      '已经用了 2 天，一次备份都没有。',
    ]);
    await workspace.store.write((write) => write.settings.put('lastBackupAt', workspace.clock.now()));
    expect(await open()).toEqual([]);
  });

  it('goes by the days that were set, and by its first account where it has no order', async () => {
    await testAccount(workspace);
    await workspace.store.write((write) =>
      write.settings.put('backupPlan', { isScheduled: true, alarmDays: 5, second: null }),
    );
    expect(await later(days(5) - 1)).toEqual([]);
    expect(await later(1)).toEqual(['backup-age']);
  });

  it('says how long it has been in use where making one fails, too', async () => {
    await firstOrder();
    sight = {
      printerStates: printers,
      backups: { failing: failure('BACKUP_NOT_WRITABLE'), secondFailing: null },
    };
    expect(await later(180)).toEqual(['backup-age']);
    expect(await factsOf('backup-age')).toEqual({ minutes: 180, place: 'never' });
  });

  it('troubles nobody while nothing is in it', async () => {
    expect(await later(days(30))).toEqual([]);
  });
});
