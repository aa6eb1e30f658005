import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { groupBy } from '../../../shared/rules/groupBy.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import { fillTemplate } from '../../imports/fillTemplate.ts';
import {
  maxShipRows,
  type ShipColumn,
  type ShipTemplate,
  shipTemplates,
  uploadCarrierNames,
} from '../../imports/writers/shipTemplates.ts';
import { writeDelimited } from '../../imports/writers/writeDelimited.ts';
import { type WrittenFile, writeAside, writeTextWorkbook } from '../../imports/writers/writeTextWorkbook.ts';
import { makeOwnerOnlyFolder } from '../../platform/ownerOnlyFiles.ts';
import { recordOutside } from '../operators/outsideActs.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { collectWriteBack, type WriteBackChoice, type WriteBackParcel } from './collect.ts';

export interface WriteBackRequest extends WriteBackChoice {
  /**
   * Profile id of a built-in template, for the orders of that platform and those of no platform known here; absent: each
   * order's own. Another platform's numbers are never in its file.
   */
  readonly template?: string | undefined;
  /** A template the person downloaded, filled instead. */
  readonly templatePath?: string | undefined;
  /** Where the files go; the workspace's own results when absent. */
  readonly outFolder?: string | undefined;
}

export interface WrittenBack {
  readonly files: readonly { readonly path: string; readonly rowCount: number; readonly template: string }[];
  readonly written: number;
  readonly skipped: readonly { readonly orderNo: string; readonly code: ErrorCode }[];
}

/** Of orders whose platform has no layout here. */
const general = 'generic';
/** Platforms with a batch-ship layout of their own. */
const shipTemplateIds: readonly string[] = shipTemplates.map(({ id }) => id);

/** Writes numbers for a platform's batch-ship upload, and remembers which, so that none is written twice unasked. */
export async function writeBack(
  workspace: Workspace,
  request: WriteBackRequest,
): Promise<Outcome<WrittenBack>> {
  if (request.template !== undefined && templateOf(request.template).id !== request.template)
    return failure('TEMPLATE_UNKNOWN', {
      name: request.template,
      known: shipTemplateIds.join(', '),
    });
  const { parcels: all, skipped } = await collectWriteBack(workspace, request);
  const parcels = all.filter((parcel) => isFor(request.template, parcel));
  if (parcels.length === 0) return failure('WRITEBACK_NOTHING', { skipped: skipped.length });
  // A folder that is there is the person's: its rights stay as they are.
  const folder = request.outFolder ?? resultsFolder(workspace);
  if (!existsSync(folder)) makeOwnerOnlyFolder(folder);
  const { templatePath: path } = request;
  return recordOutside(
    workspace,
    { kind: 'file-written', what: 'write-back' },
    () =>
      path === undefined
        ? writeBuiltIn(workspace, { ...request, folder }, parcels, skipped)
        : fillGiven(workspace, { path, folder }, parcels, skipped),
    ({ written }) => `write-back ${written}`,
  );
}

function isFor(wanted: string | undefined, { origin }: WriteBackParcel): boolean {
  if (wanted === undefined || wanted === general) return true;
  return [wanted, general].includes(templateOf(origin.source).id);
}

async function fillGiven(
  workspace: Workspace,
  { path, folder }: { readonly path: string; readonly folder: string },
  parcels: readonly WriteBackParcel[],
  skipped: WrittenBack['skipped'],
): Promise<Outcome<WrittenBack>> {
  const filled = await fillTemplate(
    path,
    parcels.map((parcel) => ({
      orderNo: parcel.orderNo,
      carrierCode: parcel.carrierCode,
      carrierName: nameFor(parcel.carrierCode, templateOf(parcel.origin.source)),
      waybillNo: parcel.waybillNo,
    })),
  );
  if (!filled.ok) return filled;
  const { bytes, extension, written, taken } = filled.value;
  const others = taken.map((orderNo) => ({ orderNo, code: 'WRITEBACK_OTHER_NUMBER' as const }));
  if (written.length === 0) return failure('WRITEBACK_NOTHING', { skipped: skipped.length + others.length });
  const target = join(folder, `writeback-${workspace.nextId()}.${extension}`);
  const saved = await writeAside(target, (handle) => handle.writeFile(bytes));
  if (!saved.ok) return saved;
  const keys = new Set(written.map(({ orderNo, waybillNo }) => `${orderNo} ${waybillNo}`));
  const used = parcels.filter(({ orderNo, waybillNo }) => keys.has(`${orderNo} ${waybillNo}`));
  await remember(workspace, used, 'own', target);
  const files = [{ path: target, rowCount: written.length, template: 'own' }];
  return done({ files, written: used.length, skipped: [...skipped, ...others] });
}

async function writeBuiltIn(
  workspace: Workspace,
  { template: wanted, folder }: Pick<WriteBackRequest, 'template'> & { readonly folder: string },
  parcels: readonly WriteBackParcel[],
  skipped: WrittenBack['skipped'],
): Promise<Outcome<WrittenBack>> {
  const groups = groupBy(parcels, ({ origin }) => templateOf(wanted ?? origin.source));
  const files: { path: string; rowCount: number; template: string }[] = [];
  for (const [template, group] of groups) {
    for (let start = 0; start < group.length; start += maxShipRows) {
      const part = group.slice(start, start + maxShipRows);
      const written = await writePart(workspace, template, part, folder);
      if (!written.ok) return written;
      await remember(workspace, part, template.id, written.value.path);
      files.push({ ...written.value, template: template.id });
    }
  }
  return done({ files, written: parcels.length, skipped });
}

function writePart(
  workspace: Workspace,
  template: ShipTemplate,
  parcels: readonly WriteBackParcel[],
  folder: string,
): Promise<Outcome<WrittenFile>> {
  const header = template.columns.map(([title]) => title);
  const rows = parcels.map((parcel) =>
    template.columns.map(([, content]) => cells[content](parcel, template)),
  );
  const extension = template.format === 'tsv' ? 'txt' : template.format;
  const path = join(folder, `writeback-${template.id}-${workspace.nextId()}.${extension}`);
  if (template.format === 'xlsx') return writeTextWorkbook(path, 'Sheet1', header, rows);
  const isTabbed = template.format === 'tsv';
  return writeDelimited({ path, delimiter: isTabbed ? '\t' : ',', hasMark: !isTabbed, header, rows });
}

const cells: Readonly<Record<ShipColumn, (parcel: WriteBackParcel, template: ShipTemplate) => string>> = {
  orderNo: ({ orderNo }) => orderNo,
  carrierName: ({ carrierCode }, template) => nameFor(carrierCode, template),
  carrierCode: ({ carrierCode }) => carrierCode,
  waybillNo: ({ waybillNo }) => waybillNo,
  quantity: ({ quantity }) => String(quantity),
  shipDate: ({ bookedAt }) => shopDate(bookedAt),
  empty: () => '',
};

function nameFor(code: string, template: ShipTemplate): string {
  return template.carrierNames?.[code] ?? uploadCarrierNames[code] ?? carrierName(code, 'zh-CN');
}

/** Orders of a hand-made sheet get the general one. */
function templateOf(source: string): ShipTemplate {
  const found = [source, general].flatMap((id) => shipTemplates.find((template) => template.id === id) ?? []);
  const [template] = found;
  if (template === undefined) throw new Error('the general template is gone');
  return template;
}

async function remember(
  workspace: Workspace,
  parcels: readonly WriteBackParcel[],
  template: string,
  path: string,
): Promise<void> {
  const at = workspace.clock.now();
  await workspace.store.write(async (write) => {
    for (const { origin, orderNo, waybillNo } of parcels)
      await write.writeBacks.put({
        originId: origin.id,
        waybillNo,
        orderNo,
        template,
        fileName: path.split(/[\\/]/).at(-1) ?? '',
        at,
      });
  });
}
