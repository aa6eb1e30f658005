import type { FileRecognition, GoodsByOrder, OrderGoods } from '../../imports/kit/orderDraft.ts';
import type { ListedFile } from '../../imports/listOrderFiles.ts';
import { importProfiles } from '../../imports/profiles/importProfiles.ts';
import { readOrderFile } from '../../imports/readOrderFile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readOwnDictionary } from './dictionary.ts';
import { type ImportOverrides, recognitionOptions } from './importOrders.ts';

/** A report of goods whose orders come in another file of the same run. */
export interface GoodsReport {
  readonly file: ListedFile;
  readonly recognition: FileRecognition;
  /** Profile of the order report. */
  readonly goodsOf: string;
  readonly goods: GoodsByOrder;
  readonly rows: number;
}

export interface PairedReports {
  readonly reports: readonly GoodsReport[];
  /** Goods for an order file; undefined when no report of this run lists any. */
  goodsFor(file: ListedFile): GoodsByOrder | undefined;
}

function goodsOfProfile(profile: string): string | undefined {
  return importProfiles.find(({ id }) => id === profile)?.goodsOf;
}

/**
 * Finds among the files of one run those that list the goods of another one's orders (淘宝 订单报表 and 宝贝报表), in any order. A report without
 * its counterpart is imported alone. Files are recognised in the reading thread, so that a large one does not hold up this thread.
 */
export async function pairReports(
  workspace: Workspace,
  files: readonly ListedFile[],
  overrides: ImportOverrides | undefined,
  signal?: AbortSignal,
): Promise<PairedReports> {
  if (files.length < 2) return { reports: [], goodsFor: () => undefined };
  const own = await readOwnDictionary(workspace);
  const options = (file: ListedFile) => ({
    ...recognitionOptions({ ...overrides, entry: file.entry ?? undefined }),
    allowIncomplete: true,
    own,
  });
  const profiles = new Map<ListedFile, string>();
  for (const file of files) {
    const opened = await workspace.openOrderSource(file.path, options(file), workspace.divisions, signal);
    if (!opened.ok) continue;
    profiles.set(file, opened.value.recognition.profile);
    await opened.value.close();
  }
  const present = new Set(profiles.values());
  const reports: GoodsReport[] = [];
  for (const [file, profile] of profiles) {
    const goodsOf = goodsOfProfile(profile);
    if (goodsOf === undefined || !present.has(goodsOf) || signal?.aborted === true) continue;
    const opened = await readOrderFile(file.path, options(file));
    if (!opened.ok) continue;
    const { recognition } = opened.value;
    reports.push({ file, recognition, goodsOf, ...(await opened.value.goods()) });
    await opened.value.close();
  }
  return {
    reports,
    goodsFor(file) {
      const mine = reports.filter(({ goodsOf }) => goodsOf === profiles.get(file));
      return mine.length === 0 ? undefined : allGoods(mine);
    },
  };
}

/** Several reports (two months of an export): each order is in one of them. */
function allGoods(reports: readonly GoodsReport[]): GoodsByOrder {
  const [only] = reports;
  if (only !== undefined && reports.length === 1) return only.goods;
  const all = new Map<string, OrderGoods>();
  for (const { goods } of reports) for (const [orderNo, one] of goods) all.set(orderNo, one);
  return all;
}
