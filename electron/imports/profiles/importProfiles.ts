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
};

/** Every profile. A new platform is one entry in one of the two lists. */
export const importProfiles: readonly ImportProfile[] = [
  ...marketplaceProfiles,
  ...tradeProfiles,
  genericProfile,
];
