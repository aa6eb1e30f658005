import type { Language } from '../../../shared/text/describeError.ts';

const zh = {
  filePassword: '{file} 有打开密码，请输入：',
  importing: '正在导入：已读 {rows} 行',
  booking: '正在取号打印：{done}/{total}',
  practiceKey: '提示：这是练习工作区，密钥以仅本人可读的文件保存在 {folder}，请勿用于真实业务。',
  passphrase: '工作区口令：',
  pin: '{name} 的数字密码：',
  newPin: '给 {name} 设置的数字密码：',
  rescueCode: '找回码：',
  rescueIs: '找回码：{code}',
  rescueKeep: '请现在抄下来，放在电脑以外的地方：只显示这一次。店长忘记数字密码时，用它设置新的。',
  signInHow:
    '提示：这个工作区有操作员。加上 --operator 名字，在终端里输入数字密码，或把它写在标准输入的第一行。',
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
  ownLayoutLine: '其中 {count} 张用了本程序的版式，没有用快递公司的模板：{reason}。',
  carrierLabelOn: '账号 {name} 打印快递公司的模板：从下一单取号开始。',
  carrierLabelOff: '账号 {name} 打印本程序的版式。',
  receiptLine: '打印小票 {printed} 张，拒绝 {refused} 单',
  receiptStopped: '中途停下：{code}，其余没有打印。',
  trackLine: '{waybillNo} {carrier} {state}（{checkedAt}）',
  subscribed: '{waybillNo} 已订阅轨迹推送。',
  never: '尚未查询',
  asked: '{at} 查询',
  accountLine: '{name}  {platform}  {merchantId}  {endpoint}',
  accountAdded: '账号 {name} 已保存。',
  accountRemoved: '账号 {name} 已删除。',
  balanceLine: '{carrier} 剩余单号 {available} 个。',
  balanceUnlimited: '{carrier} 不按单号预售，没有余量限制。',
  balanceUnknown: '平台没有说明 {carrier} 的单号余量。',
  accountOk: '账号 {name} 测试通过，用时 {durationMs} 毫秒。',
  printerLine: '{name}  {uri}  {state}',
  printerOk: '测试面单已发送到 {uri}。',
  printerProbed: '{uri}  {state}  应答的语言：{languages}',
  routeLine: '{no}. 快递 {carrier}  店铺 {shop}  纸 {size} → {uri}',
  printerSaved: '已保存打印机 {name}（{uri}）。',
  rulerPrinted: '标尺已发送到 {uri}。读出纸的左边和上边切在几毫米处，再运行 --left=MM --top=MM。',
  checkLine: '[{state}] {name}：{detail}',
  rendered: '已生成 {bytes} 字节，{width}×{height} 点。',
  changed: '订单 {orderNo} 现在是：{state}',
  mergeHints: '可合并 {count} 组',
  changesTotal: '共 {count} 条变更',
  changesSettled: '处理 {settled} 条，未处理 {refused} 条',
  writtenBack: '已写出 {count} 个单号：{file}',
  watched:
    '{file}：新增 {imported} 单，重复 {duplicates} 单，待确认 {needsReview} 单，拒收 {rejected} 行 → {movedTo} {code}',
  exported: '已导出 {count} 单：{file}',
  undone: '（已撤销）',
  importUndone: '已撤销导入：删除 {removed} 单，恢复 {reverted} 条变更',
  backedUp: '已备份 {orders} 单到 {file}（{bytes} 字节，已逐页校验）。',
  backupBound: '注意：这份备份只能在这台电脑上打开（密钥在系统密钥库里），换电脑请先设置口令。',
  restored: '已恢复 {madeAt} 的备份，共 {orders} 单。',
  wasSetAside: '原来的数据没有删除，移到了 {folder}。',
  askedLine:
    '{asked} 单在恢复备份后可能取过号，已挂起：用 orders release 回答 --same-parcel 或 --another-parcel。',
  senderKept: '备份里没有寄件人，沿用恢复前填写的寄件人。',
  senderMissing: '备份里没有寄件人，取号前先填写。',
  usageHead: '用法：shipdesk <命令> …',
  usageEverywhere:
    '所有命令都可用：--data 文件夹  --json  --lang zh-CN|en  --operator 名字  --debug\n工作区有操作员时，--reveal 还要用 --why 写明原因。',
} as const;

type CommandKey = keyof typeof zh;

const en: Readonly<Record<CommandKey, string>> = {
  filePassword: '{file} is protected; its password:',
  importing: 'Importing: {rows} rows read',
  booking: 'Booking and printing: {done}/{total}',
  practiceKey:
    'Note: this is a practice workspace; its key lies in an owner-only file in {folder}. Do not use it for real work.',
  passphrase: 'Workspace passphrase: ',
  pin: 'PIN of {name}: ',
  newPin: 'New PIN for {name}: ',
  rescueCode: 'Rescue code: ',
  rescueIs: 'Rescue code: {code}',
  rescueKeep:
    'Write it down now and keep it away from this computer: it is shown this once. It sets a new PIN for a manager who forgot it.',
  signInHow:
    'Note: this workspace has operators. Add --operator NAME and type the PIN at the terminal, or give it as the first line of standard input.',
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
  ownLayoutLine: '{count} of them in our own layout, not the carrier’s template: {reason}.',
  carrierLabelOn: 'Account {name} prints the carrier’s template, from the next booking on.',
  carrierLabelOff: 'Account {name} prints our layout.',
  receiptLine: '{printed} receipts printed, {refused} orders refused',
  receiptStopped: 'Stopped halfway by {code}; the rest was not printed.',
  trackLine: '{waybillNo} {carrier} {state} ({checkedAt})',
  subscribed: '{waybillNo}: its news will be pushed.',
  never: 'never asked',
  asked: 'asked {at}',
  accountLine: '{name}  {platform}  {merchantId}  {endpoint}',
  accountAdded: 'Account {name} is saved.',
  accountRemoved: 'Account {name} is removed.',
  balanceLine: '{carrier}: {available} waybill numbers left.',
  balanceUnlimited: '{carrier} sells no numbers ahead; none can run out.',
  balanceUnknown: 'The platform does not tell how many numbers of {carrier} are left.',
  accountOk: 'Account {name} works; the call took {durationMs} ms.',
  printerLine: '{name}  {uri}  {state}',
  printerOk: 'The test label went to {uri}.',
  printerProbed: '{uri}  {state}  answers in: {languages}',
  routeLine: '{no}. carrier {carrier}  shop {shop}  paper {size} → {uri}',
  printerSaved: 'Printer {name} ({uri}) is saved.',
  rulerPrinted:
    'The ruler went to {uri}. Read where the left and the top edge of the paper cut the scales, then run --left=MM --top=MM.',
  checkLine: '[{state}] {name}: {detail}',
  rendered: '{bytes} bytes, {width}×{height} dots.',
  changed: 'Order {orderNo} is now: {state}',
  mergeHints: '{count} groups could be merged',
  changesTotal: '{count} changes',
  changesSettled: '{settled} settled, {refused} refused',
  writtenBack: '{count} numbers written: {file}',
  watched:
    '{file}: {imported} imported, {duplicates} duplicates, {needsReview} need review, {rejected} rows refused → {movedTo} {code}',
  exported: '{count} orders exported: {file}',
  undone: '(undone)',
  importUndone: 'The import is undone: {removed} orders removed, {reverted} changes taken back',
  backedUp: '{orders} orders backed up to {file} ({bytes} bytes, every page verified).',
  backupBound:
    'Note: only this computer can open the backup (its key store holds the key). Set a passphrase before moving on.',
  restored: 'Restored the backup of {madeAt}: {orders} orders.',
  wasSetAside: 'What was there before is not deleted; it is in {folder}.',
  askedLine:
    '{asked} orders were maybe booked before the restore and are held: answer with orders release --same-parcel or --another-parcel.',
  senderKept: 'The backup has no sender; the one given before the restore is kept.',
  senderMissing: 'The backup has no sender; give one before anything is booked.',
  usageHead: 'Usage: shipdesk <command> …',
  usageEverywhere:
    'For every command: --data DIR  --json  --lang zh-CN|en  --operator NAME  --debug\nWhere a workspace has operators, --reveal takes a reason: --why TEXT.',
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

/** A moment on the clock of this machine, `2026-01-02 09:30`: for people; machines read ISO 8601. */
export function localTime(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
}
