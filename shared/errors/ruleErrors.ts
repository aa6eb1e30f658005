import { defineErrors, final } from './defineErrors.ts';

/** Rules that choose account and carrier, and the prices they go by. */
export const ruleErrors = defineErrors({
  RULES_CHANGED_MEANWHILE: final(
    '发货规则刚被别处修改过，这次修改没有保存。',
    '重新读取最新规则，再改一次。',
    'The shipping rules were changed elsewhere; this change was not saved.',
    'Read the rules again and make the change once more.',
  ),
  RULES_VERSION_NOT_FOUND: final(
    '没有第 {versionNo} 版规则。',
    '在以前的版本里选一个。',
    'There is no version {versionNo} of the rules.',
    'Choose one from the version history.',
    '用 rules versions 查看有哪些版本。',
    'See rules versions.',
  ),
  RULES_FILE_INVALID: final(
    '规则文件不对：{detail}。现有规则没有改动。',
    '先导出一份，照它的样子改。',
    'The rules file is not valid: {detail}. The rules in force are unchanged.',
    'Export one and change that.',
    '用 rules export 导出一份，照它的样子改。',
    'Write one with rules export and change that.',
  ),
  RULE_NOT_FOUND: final(
    '没有规则 {ruleId}。',
    '刷新规则后再选。',
    'There is no rule {ruleId}.',
    'Refresh the rules and choose again.',
    '用 rules list 查看规则及其编号。',
    'See rules list for the rules and their ids.',
  ),
  RULE_SHARE_MISSING: final(
    '规则 {ruleId} 没有试用。',
    '先给这条规则加上要试用的账号和快递。',
    'Rule {ruleId} has no trial.',
    'Add the account and carrier to be tried to this rule first.',
  ),
  PRICE_TABLE_NOT_FOUND: final(
    '没有这张价格表。',
    '刷新价格表后再选。',
    'There is no such price table.',
    'Refresh the price tables and choose again.',
    '用 freight list 查看价格表及其编号。',
    'See freight list for the tables and their ids.',
  ),
  PRICE_TABLE_INVALID: final(
    '价格表不对：{detail}。没有保存。',
    '重量档要从小到大，结束日期不能早于开始日期，每个地方只能属于一个分区。',
    'The price table is not valid: {detail}. It was not saved.',
    'Weight steps must ascend, the last day must not precede the first, and a place belongs to one zone only.',
  ),
  PRICE_COLUMNS_MISSING: final(
    '价格文件里找不到列：{columns}。',
    '下载模板，按模板的列填写。',
    'The price file lacks the columns {columns}.',
    'Download the template and keep its columns.',
    '用 freight template 写出模板，按模板的列填写。',
    'Write a template with freight template and keep its columns.',
  ),
  PRICE_CELL_INVALID: final(
    '第 {row} 行“{column}”填写不对。',
    '重量填公斤数，价格填元，例如 3.5。',
    'Row {row}, column “{column}” cannot be read.',
    'Weights are kilograms and prices yuan, as in 3.5.',
  ),
  PRICE_PLACE_UNKNOWN: final(
    '第 {row} 行有不认识的地方。',
    '写省或市的名字，用顿号隔开，例如 广东、福建。',
    'Row {row} names a place that is not known.',
    'Name provinces or cities, separated by commas.',
  ),
  FREIGHT_NOT_OFFERED: final(
    '账号 {name} 的平台没有给出运费。',
    '录入自己的价格表，或换一个账号问。',
    'The platform of account {name} gave no freight.',
    'Enter your own price table, or ask another account.',
  ),
  FREIGHT_NEEDS_WEIGHT: final(
    '订单 {orderNo} 没有重量，不能问运费。',
    '先填上重量。',
    'Order {orderNo} has no weight, so the freight cannot be asked.',
    'Fill in its weight first.',
  ),
});
