import type { Language } from '../../../shared/errors/describeError.ts';

const zh = {
  filePassword: '{file} 有打开密码，请输入：',
  importing: '正在导入：已读 {rows} 行',
  booking: '正在取号打印：{done}/{total}',
  practiceKey: '提示：这是练习工作区，密钥以仅本人可读的文件保存在 {folder}，请勿用于真实业务。',
  passphrase: '工作区口令：',
  rows: '读取 {rows} 行，新增 {imported} 单，重复 {duplicates} 单，待确认 {needsReview} 单，拒收 {rejected} 行',
  bookedLine:
    '取号 {booked} 单，失败 {failed} 单，结果不明 {unsure} 单，等待 {waiting} 单，打印 {printed} 张',
  labels: '面单图片：{folder}',
  resultFile: '结果文件：{file}',
  attentionHead: '需要处理的 {count} 条：',
  more: '  …… 还有 {count} 种情况，见结果文件',
  andOthers: ' 等 {count} 单',
  noOrders: '没有符合条件的订单。',
  total: '共 {count} 单',
  none: '无',
  printedLine: '打印 {printed} 张，结果不明 {unsure} 张，拒绝 {refused} 张',
  slipLine: '打印装箱单 {printed} 张，拒绝 {refused} 张',
  trackLine: '{waybillNo} {carrier} {state}（{checkedAt}）',
  never: '尚未查询',
  asked: '{at} 查询',
  accountLine: '{name}  {platform}  {merchantId}  {endpoint}',
  accountAdded: '账号 {name} 已保存。',
  accountRemoved: '账号 {name} 已删除。',
  accountOk: '账号 {name} 测试通过，用时 {durationMs} 毫秒。',
  printerLine: '{name}  {uri}  {state}',
  printerOk: '测试面单已发送到 {uri}。',
  checkLine: '[{state}] {name}：{detail}',
  rendered: '已生成 {bytes} 字节，{width}×{height} 点。',
  changed: '订单 {orderNo} 现在是：{state}',
  mergeHints: '可合并 {count} 组',
  changesTotal: '共 {count} 条变更',
  changesSettled: '处理 {settled} 条，未处理 {refused} 条',
  writtenBack: '已写出 {count} 个单号：{file}',
  watched:
    '{file}：新增 {imported} 单，重复 {duplicates} 单，待确认 {needsReview} 单，拒收 {rejected} 行 → {movedTo} {code}',
  undone: '（已撤销）',
  importUndone: '已撤销导入：删除 {removed} 单，恢复 {reverted} 条变更',
  backedUp: '已备份 {orders} 单到 {file}（{bytes} 字节，已逐页校验）。',
  backupBound: '注意：这份备份只能在这台电脑上打开（密钥在系统密钥库里），换电脑请先设置口令。',
  restored: '已恢复 {madeAt} 的备份，共 {orders} 单。',
  wasSetAside: '原来的数据没有删除，移到了 {folder}。',
  usageHead: '用法：shipdesk <命令> …',
  usageEverywhere: '所有命令都可用：--data 文件夹  --json  --lang zh-CN|en  --debug',
} as const;

type CommandKey = keyof typeof zh;

const en: Readonly<Record<CommandKey, string>> = {
  filePassword: '{file} is protected; its password:',
  importing: 'Importing: {rows} rows read',
  booking: 'Booking and printing: {done}/{total}',
  practiceKey:
    'Note: this is a practice workspace; its key lies in an owner-only file in {folder}. Do not use it for real work.',
  passphrase: 'Workspace passphrase: ',
  rows: '{rows} rows read: {imported} imported, {duplicates} duplicates, {needsReview} need review, {rejected} rows refused',
  bookedLine: '{booked} booked, {failed} failed, {unsure} unsure, {waiting} waiting, {printed} printed',
  labels: 'Label pictures: {folder}',
  resultFile: 'Result file: {file}',
  attentionHead: '{count} need attention:',
  more: '  … and {count} more kinds, see the result file',
  andOthers: ' and others, {count} in all',
  noOrders: 'No orders match.',
  total: '{count} orders',
  none: 'none',
  printedLine: '{printed} printed, {unsure} unsure, {refused} refused',
  slipLine: '{printed} packing slips printed, {refused} refused',
  trackLine: '{waybillNo} {carrier} {state} ({checkedAt})',
  never: 'never asked',
  asked: 'asked {at}',
  accountLine: '{name}  {platform}  {merchantId}  {endpoint}',
  accountAdded: 'Account {name} is saved.',
  accountRemoved: 'Account {name} is removed.',
  accountOk: 'Account {name} works; the call took {durationMs} ms.',
  printerLine: '{name}  {uri}  {state}',
  printerOk: 'The test label went to {uri}.',
  checkLine: '[{state}] {name}: {detail}',
  rendered: '{bytes} bytes, {width}×{height} dots.',
  changed: 'Order {orderNo} is now: {state}',
  mergeHints: '{count} groups could be merged',
  changesTotal: '{count} changes',
  changesSettled: '{settled} settled, {refused} refused',
  writtenBack: '{count} numbers written: {file}',
  watched:
    '{file}: {imported} imported, {duplicates} duplicates, {needsReview} need review, {rejected} rows refused → {movedTo} {code}',
  undone: '(undone)',
  importUndone: 'The import is undone: {removed} orders removed, {reverted} changes taken back',
  backedUp: '{orders} orders backed up to {file} ({bytes} bytes, every page verified).',
  backupBound:
    'Note: only this computer can open the backup (its key store holds the key). Set a passphrase before moving on.',
  restored: 'Restored the backup of {madeAt}: {orders} orders.',
  wasSetAside: 'What was there before is not deleted; it is in {folder}.',
  usageHead: 'Usage: shipdesk <command> …',
  usageEverywhere: 'For every command: --data DIR  --json  --lang zh-CN|en  --debug',
};

/** Words of the command line. Errors have theirs in `shared/errors`. */
export function commandText(
  language: Language,
  key: CommandKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = language === 'en' ? en[key] : zh[key];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
