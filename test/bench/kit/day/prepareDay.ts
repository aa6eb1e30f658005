import { addAccount } from '../../../../electron/usecases/accounts/accounts.ts';
import { addPrinter } from '../../../../electron/usecases/printing/printers/printers.ts';
import { hourMs } from '../../../../shared/rules/shopTime.ts';
import { handClock } from '../../../doubles/handClock.ts';
import { benchParts } from '../benchParts.ts';
import { openBenchFolder } from '../openBenchFolder.ts';
import { dayBookedAt, dayPlatform, dayWaybillNo } from './dayPlatform.ts';

export interface DaySize {
  readonly orders: number;
  readonly questions: number;
  /** Parcels that were on their way when the day began. */
  readonly followed: number;
}

interface Day {
  readonly dayStart: number;
  readonly followed: number;
  readonly printerUri: string;
}

const rowsOfWrite = 5_000;

/** The workspace as the day finds it: an account, a printer, and yesterday's parcels on their way. */
export async function prepareDay(folder: string, { dayStart, followed, printerUri }: Day): Promise<void> {
  const clock = handClock(dayStart - hourMs);
  const platform = dayPlatform(dayStart, () => clock.now(), { questions: 0, booked: 0 });
  const { workspace, close } = await openBenchFolder(folder, {
    parts: { ...benchParts(), clock, platforms: [platform] },
  });
  const account = await addAccount(workspace, {
    platform: 'scripted',
    name: 'day',
    merchantId: 'day',
    secret: 'day',
    endpoint: 'http://127.0.0.1:9',
    fields: {},
  });
  if (!account.ok) throw new Error(account.code);
  const printer = await addPrinter(workspace, { uri: printerUri, name: '一号台' });
  if (!printer.ok) throw new Error(printer.code);
  await workspace.store.write((write) => write.settings.put('defaultPrinterUri', printerUri));
  for (let from = 0; from < followed; from += rowsOfWrite)
    await workspace.store.write(async (write) => {
      for (let no = from; no < Math.min(followed, from + rowsOfWrite); no++) {
        const waybillNo = dayWaybillNo(no);
        const bookedAt = dayBookedAt(waybillNo, dayStart);
        await write.tracking.follow({
          waybillNo,
          carrier: 'YTO',
          orderId: '',
          orderNo: '',
          phoneTail: '',
          accountId: account.value.id,
          bookedAt,
          followedAt: bookedAt,
          state: 'none',
          exception: '',
          lastText: '',
          lastAt: null,
          checkedAt: null,
          nextDueAt: dayStart,
        });
      }
    });
  await close();
}
