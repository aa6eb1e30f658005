import type { FlagRule, ImportProfile } from './importProfile.ts';
import { marketplaceProfiles } from './marketplaceProfiles.ts';
import { tradeProfiles } from './tradeProfiles.ts';

/** For every table that is no known export: read by the common dictionary and by content. */
export const genericProfile: ImportProfile = {
  id: 'generic',
  name: { 'zh-CN': '通用表格', en: 'Any table' },
  must: [],
};

const notPaid: FlagRule = {
  when: [
    '否',
    '0',
    'no',
    'n',
    'false',
    '×',
    'x',
    '未付',
    '未付款',
    '未支付',
    '待付款',
    '待支付',
    '待收款',
    '部分付款',
    '部分支付',
    '退款',
    '退款中',
    '已退款',
    '部分退款',
    'unpaid',
    'pending',
    'partial',
    'refunded',
  ],
  verdict: 'ask',
  code: 'IMPORT_HELD',
};

/** Its label was printed: a second one would be a second parcel. */
const labelMade: FlagRule = {
  when: [
    '是',
    '1',
    'y',
    'yes',
    'true',
    '√',
    '✓',
    '已打',
    '已打单',
    '已打印',
    '已出单',
    '已制单',
    '已取号',
    '已打印快递单',
    '已打印面单',
    '已打快递单',
    '已打面单',
    '快递单已打印',
    '面单已打印',
    '打印成功',
    '打印完成',
    '打单完成',
    '已获取',
    '已申请',
    '部分打印',
    'printed',
    'label printed',
    'labelprinted',
    'done',
  ],
  verdict: 'ask',
  code: 'IMPORT_HELD',
};
/** How often, or when: anything but 0 and a blank. */
const labelMadeOnce: FlagRule = { when: 'filled', verdict: 'ask', code: 'IMPORT_HELD' };

/** Columns of people's own lists. Who is known to pay later gets the goods first: a person decides. */
export const flagsOfEveryTable: Readonly<Record<string, FlagRule>> = {
  是否付款: notPaid,
  是否已付款: notPaid,
  是否支付: notPaid,
  是否已支付: notPaid,
  是否收款: notPaid,
  付款状态: notPaid,
  支付状态: notPaid,
  收款状态: notPaid,
  付款情况: notPaid,
  'Payment Status': notPaid,
  是否打单: labelMade,
  是否已打单: labelMade,
  是否打印: labelMade,
  是否已打印: labelMade,
  是否打印面单: labelMade,
  是否打印快递单: labelMade,
  打单状态: labelMade,
  打单情况: labelMade,
  打印状态: labelMade,
  面单状态: labelMade,
  面单打印状态: labelMade,
  快递单打印状态: labelMade,
  快递单状态: labelMade,
  电子面单状态: labelMade,
  打单: labelMade,
  'Print Status': labelMade,
  'Label Status': labelMade,
  打印次数: labelMadeOnce,
  打单次数: labelMadeOnce,
  打单时间: labelMadeOnce,
  打单日期: labelMadeOnce,
  面单打印时间: labelMadeOnce,
  快递单打印时间: labelMadeOnce,
};

/** Every profile. A new platform is one entry in one of the two lists. */
export const importProfiles: readonly ImportProfile[] = [
  ...marketplaceProfiles,
  ...tradeProfiles,
  genericProfile,
];
