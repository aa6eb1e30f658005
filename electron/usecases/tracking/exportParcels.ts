import { join } from 'node:path';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { silenceMs } from '../../../shared/domain/parcelSilence.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { hourMs, shopMinute } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { guardedText } from '../../imports/writers/writeDelimited.ts';
import { writeTable } from '../../imports/writers/writeTable.ts';
import type { WrittenFile } from '../../imports/writers/writeTextWorkbook.ts';
import type { TrackedParcel } from '../../store/schema.ts';
import { mostListed } from '../../store/tracking/trackingLists.ts';
import { exportPersonal } from '../orders/reveal.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { listParcels, type ParcelFilter } from './parcelLists.ts';

interface ParcelExport {
  readonly filter: ParcelFilter;
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
}

const pageRows = 500;

type Cell = (parcel: TrackedParcel, to: Language, now: number) => string;

/** Parcels travel on Chinese time. */
const localTime = (at: number | null): string => (at === null ? '' : shopMinute(at));

const columns: readonly (readonly [zh: string, en: string, cell: Cell])[] = [
  ['运单号', 'Waybill', ({ waybillNo }) => waybillNo],
  ['订单号', 'Order', ({ orderNo }) => orderNo],
  ['快递公司', 'Carrier', ({ carrier }, to) => (carrier === '' ? '' : carrierName(carrier, to))],
  ['状态', 'State', ({ state }, to) => wordFor(to, 'tracking', state)],
  [
    '停留小时',
    'Hours without news',
    (parcel, _, now) => {
      const ms = silenceMs(parcel, now);
      return ms === null ? '' : String(Math.floor(ms / hourMs));
    },
  ],
  ['平台异常', 'Reported exception', ({ exception }) => exception],
  ['最新轨迹', 'Latest event', ({ lastText }) => lastText],
  ['轨迹时间', 'Event time', ({ lastAt }) => localTime(lastAt)],
  ['取号时间', 'Booked', ({ bookedAt }) => localTime(bookedAt)],
  ['上次查询', 'Checked', ({ checkedAt }) => localTime(checkedAt)],
];

/** Writes the parcels of a list with their state, couriers and receivers masked as on the screen. */
export function exportParcels(workspace: Workspace, request: ParcelExport): Promise<Outcome<WrittenFile>> {
  const { format, language } = request;
  const header = columns.map(([zh, en]) => (language === 'en' ? en : zh));
  return exportPersonal(workspace, { isRevealed: false }, 'parcels', async () => {
    const path = join(resultsFolder(workspace), `parcels-${workspace.nextId()}.${format}`);
    const rows = rowsOf(workspace, request);
    return writeTable(path, language === 'en' ? 'Parcels' : '轨迹', header, rows);
  });
}

async function* rowsOf(
  workspace: Workspace,
  { filter, language }: ParcelExport,
): AsyncGenerator<string[], void, void> {
  const now = workspace.clock.now();
  for (let offset = 0; offset < mostListed; offset += pageRows) {
    const { rows } = await listParcels(workspace, filter, { offset, limit: pageRows });
    for (const parcel of rows) yield columns.map(([, , cell]) => guardedText(cell(parcel, language, now)));
    if (rows.length < pageRows) return;
  }
}
