import { keysOf } from '../rules/typedRecord.ts';
/** What an act is about: the chips of the record in Settings, `--kind` of `audit list`. */
export const actGroups = [
  'labels',
  'personal',
  'parcels',
  'staff',
  'signIns',
  'setup',
  'protection',
] as const;
export type ActGroup = (typeof actGroups)[number];

interface ActWords {
  readonly group: ActGroup;
  readonly zh: string;
  readonly en: string;
  /** The program wrote it, nobody did it. */
  readonly isOfProgram?: true;
}

/**
 * Every kind of act that is kept: whatever touches people, money, keys or protection. A new kind is one line here, and one
 * `recordAct` in the use case.
 */
const kinds = {
  reprinted: { group: 'labels', zh: '补打面单', en: 'reprinted a label' },
  'full-form-printed': { group: 'labels', zh: '打印不打码的面单', en: 'printed an unmasked label' },
  'personal-data-shown': { group: 'personal', zh: '查看完整个人信息', en: 'saw personal data' },
  'personal-data-exported': { group: 'personal', zh: '导出完整个人信息', en: 'exported personal data' },
  'exported-masked': { group: 'personal', zh: '导出（打码）', en: 'exported masked data' },
  'file-written': { group: 'personal', zh: '生成含收件人的文件', en: 'wrote a file with receivers' },
  'names-searched': { group: 'personal', zh: '按姓名查找', en: 'searched by name' },
  'name-searches-spent': {
    group: 'personal',
    zh: '用完按姓名查找的次数',
    en: 'used the searches by name up',
  },
  'name-searches-allowed': {
    group: 'personal',
    zh: '批准继续按姓名查找',
    en: 'allowed more searches by name',
  },
  'personal-data-erased': { group: 'personal', zh: '清除到期的个人信息', en: 'erased personal data' },
  'person-looked-up': {
    group: 'personal',
    zh: '查询一个人的全部信息',
    en: 'looked up what is kept about a person',
  },
  'person-erased': {
    group: 'personal',
    zh: '应本人要求清除个人信息',
    en: 'erased a person at their request',
  },
  'retention-set': {
    group: 'personal',
    zh: '更改个人信息保留时间',
    en: 'set how long personal data is kept',
  },
  'record-exported': { group: 'personal', zh: '导出操作记录', en: 'exported the record' },
  'diagnostics-shown': { group: 'personal', zh: '取出诊断信息', en: 'took diagnostics out' },
  'receipts-printed': { group: 'labels', zh: '打印拣货单/发货单/交接单', en: 'printed slips or lists' },
  'order-cancelled': { group: 'parcels', zh: '取消订单', en: 'cancelled an order' },
  'order-held': { group: 'parcels', zh: '暂停订单', en: 'held an order' },
  'order-released': { group: 'parcels', zh: '放行订单', en: 'released an order' },
  'orders-merged': { group: 'parcels', zh: '合单', en: 'combined orders' },
  'order-split': { group: 'parcels', zh: '拆单', en: 'split an order' },
  'regrouping-undone': { group: 'parcels', zh: '撤销合单或拆单', en: 'took combining or splitting back' },
  'waybill-given-back': { group: 'parcels', zh: '作废运单号', en: 'gave a waybill back' },
  'waybill-entered': { group: 'parcels', zh: '手工填单号', en: 'entered a waybill' },
  'parcel-added': { group: 'parcels', zh: '追加包裹', en: 'added a parcel' },
  'packing-passed': { group: 'parcels', zh: '打包放行', en: 'let a parcel pass at the bench' },
  'packing-taken-over': {
    group: 'parcels',
    zh: '接走别的打包台的包裹',
    en: 'took a parcel over from another bench',
  },
  'handed-over': { group: 'parcels', zh: '交接给快递', en: 'handed parcels over' },
  'packing-reopened': { group: 'parcels', zh: '重新打开包裹', en: 'reopened a parcel' },
  'booking-answered': { group: 'parcels', zh: '回答待确认的取号', en: 'answered an unconfirmed booking' },
  'pickup-called-off': { group: 'parcels', zh: '取消上门取件', en: 'called a pickup off' },
  'corrected-in-bulk': { group: 'parcels', zh: '批量校正地址', en: 'corrected addresses in bulk' },
  'edited-in-bulk': { group: 'parcels', zh: '批量修改订单', en: 'edited orders in bulk' },
  'correction-undone': { group: 'parcels', zh: '撤销校正', en: 'took corrections back' },
  'import-undone': { group: 'parcels', zh: '撤销导入', en: 'took an import back' },
  'signed-in': { group: 'signIns', zh: '登录', en: 'signed in' },
  'pin-wrong': { group: 'signIns', zh: '数字密码错误', en: 'wrong PIN' },
  'signed-out': { group: 'signIns', zh: '退出登录', en: 'signed out' },
  'signed-out-idle': { group: 'signIns', zh: '无操作自动退出', en: 'was signed out when idle' },
  'approval-given': { group: 'signIns', zh: '批准', en: 'approved' },
  'approval-refused': { group: 'signIns', zh: '批准被拒', en: 'was refused an approval' },
  'operator-added': { group: 'staff', zh: '添加操作员', en: 'added an operator' },
  'operator-changed': { group: 'staff', zh: '更改操作员', en: 'changed an operator' },
  'operator-removed': { group: 'staff', zh: '删除操作员', en: 'removed an operator' },
  'badge-printed': { group: 'staff', zh: '打印工牌', en: 'printed a badge' },
  'badge-removed': { group: 'staff', zh: '作废工牌', en: 'made a badge void' },
  'rescue-code-made': { group: 'staff', zh: '生成找回码', en: 'made a rescue code' },
  'rescue-code-wrong': { group: 'signIns', zh: '找回码错误', en: 'wrong rescue code' },
  'pin-rescued': { group: 'staff', zh: '用找回码设置数字密码', en: 'set a PIN by the rescue code' },
  'settings-changed': { group: 'setup', zh: '更改设置', en: 'changed settings' },
  'bench-printers-chosen': { group: 'setup', zh: '选择打包台的打印机', en: 'chose printers at the bench' },
  'idle-minutes-set': { group: 'setup', zh: '更改自动退出时间', en: 'changed when desks sign out' },
  'printer-saved': { group: 'setup', zh: '保存打印机', en: 'saved a printer' },
  'printer-removed': { group: 'setup', zh: '删除打印机', en: 'removed a printer' },
  'door-opened': { group: 'setup', zh: '打开自动化接口', en: 'opened the automation door' },
  'door-closed': { group: 'setup', zh: '关闭自动化接口', en: 'closed the automation door' },
  'door-token-added': { group: 'setup', zh: '添加接口令牌', en: 'added a token of the door' },
  'door-token-revoked': { group: 'setup', zh: '吊销接口令牌', en: 'revoked a token of the door' },
  'webhook-added': { group: 'setup', zh: '添加 Webhook', en: 'added a webhook' },
  'webhook-removed': { group: 'setup', zh: '删除 Webhook', en: 'removed a webhook' },
  'webhook-replayed': { group: 'setup', zh: '重发 Webhook 事件', en: 'replayed events of a webhook' },
  'rules-saved': { group: 'setup', zh: '保存分单规则', en: 'saved rules' },
  'case-rules-saved': { group: 'setup', zh: '保存异常规则', en: 'saved exception rules' },
  'prices-saved': { group: 'setup', zh: '保存运费价格表', en: 'saved prices' },
  'prices-removed': { group: 'setup', zh: '删除运费价格表', en: 'removed prices' },
  'bill-reconciled': { group: 'parcels', zh: '账单对账', en: 'reconciled a bill' },
  'cod-confirmed': { group: 'parcels', zh: '确认代收货款到账', en: 'confirmed COD money' },
  'cod-reopened': { group: 'parcels', zh: '撤销代收货款到账', en: 'took back that COD money came' },
  'claims-moved': { group: 'parcels', zh: '更改账单申诉', en: 'moved claims of a bill' },
  'bill-removed': { group: 'parcels', zh: '删除账单', en: 'removed a bill' },
  'no-ship-added': { group: 'setup', zh: '添加不发货地区', en: 'added a no-ship place' },
  'no-ship-removed': { group: 'setup', zh: '删除不发货地区', en: 'removed a no-ship place' },
  'account-fallback-set': {
    group: 'setup',
    zh: '更改账号的备用方案',
    en: 'set what an account falls back to',
  },
  'account-pace-set': { group: 'setup', zh: '更改账号的取号速度', en: 'set the pace of an account' },
  'account-resumed': { group: 'setup', zh: '恢复停用的账号', en: 'resumed a stopped account' },
  'requirements-changed': { group: 'setup', zh: '更改需求清单', en: 'changed the requirement list' },
  'requirements-confirmed': {
    group: 'setup',
    zh: '记录需求清单的确认',
    en: 'noted a confirmation of the requirement list',
  },
  'set-up-ticked': { group: 'setup', zh: '勾选上线步骤', en: 'ticked an item of the set-up' },
  'support-terms-changed': { group: 'setup', zh: '更改平台服务约定', en: 'changed the terms of a platform' },
  'evidence-added': { group: 'setup', zh: '添加平台资料', en: 'attached a file to a platform record' },
  'evidence-removed': { group: 'setup', zh: '删除平台资料', en: 'removed a file from a platform record' },
  'evidence-taken-out': { group: 'setup', zh: '取出平台资料', en: 'took a file out of a platform record' },
  'incident-started': { group: 'setup', zh: '向平台报告问题', en: 'reported an incident to a platform' },
  'incident-answered': { group: 'setup', zh: '记录平台已答复', en: 'noted that a platform answered' },
  'incident-solved': { group: 'setup', zh: '记录问题已解决', en: 'noted that an incident is solved' },
  'incident-reopened': { group: 'setup', zh: '重新打开问题', en: 'reopened an incident' },
  'platform-record-exported': { group: 'setup', zh: '导出平台档案', en: 'exported a platform record' },
  'account-switched': { group: 'setup', zh: '切到备用账号', en: 'switched to the backup account' },
  'account-switched-back': { group: 'setup', zh: '切回原账号', en: 'switched back to the account' },
  'alarm-rules-set': { group: 'setup', zh: '更改报警规则', en: 'changed the rules of alarms' },
  'alarm-contacts-set': { group: 'setup', zh: '更改应急联系人', en: 'changed who is called in an emergency' },
  'alarm-silenced': { group: 'setup', zh: '静音报警', en: 'silenced an alarm' },
  'alarm-channel-saved': { group: 'setup', zh: '保存通知渠道', en: 'saved an alarm channel' },
  'alarm-channel-removed': { group: 'setup', zh: '删除通知渠道', en: 'removed an alarm channel' },
  'key-changed': {
    group: 'protection',
    zh: '更改打开工作区的钥匙',
    en: 'changed what opens the workspace',
  },
  'record-keyed': {
    group: 'protection',
    zh: '操作记录改用密钥保护',
    en: 'put the record under a key',
    isOfProgram: true,
  },
  'seal-trouble': {
    group: 'protection',
    zh: '封存文件与数据库不符',
    en: 'found sealed file and database unlike',
    isOfProgram: true,
  },
  'seal-trouble-confirmed': {
    group: 'protection',
    zh: '确认已查看封存文件的问题',
    en: 'confirmed trouble with the sealed file',
  },
  'journal-taken-over': {
    group: 'protection',
    zh: '封存接口调用记录',
    en: 'sealed the journal of outside calls',
    isOfProgram: true,
  },
  'journal-renewed': {
    group: 'protection',
    zh: '重建接口调用记录',
    en: 'started a new journal of outside calls',
  },
  'account-added': { group: 'setup', zh: '添加账号', en: 'added an account' },
  'account-changed': { group: 'setup', zh: '更改账号', en: 'changed an account' },
  'account-removed': { group: 'setup', zh: '删除账号', en: 'removed an account' },
  'bench-invited': { group: 'protection', zh: '发出工作台加入码', en: 'invited a bench' },
  'book-moved': { group: 'protection', zh: '搬动订单簿', en: 'moved the order book' },
  'bench-joined': { group: 'protection', zh: '工作台加入', en: 'joined with a bench' },
  'bench-shut-out': { group: 'protection', zh: '移出工作台', en: 'shut a bench out' },
  'update-installed': { group: 'protection', zh: '安装新版本', en: 'installed a new version' },
  'backed-up': { group: 'protection', zh: '备份', en: 'made a backup' },
  restored: { group: 'protection', zh: '从备份恢复', en: 'restored a backup' },
} as const satisfies Readonly<Record<string, ActWords>>;

export type OperatorActKind = keyof typeof kinds;

export const operatorActKinds: readonly OperatorActKind[] = keysOf(kinds);

export const actKind = (kind: OperatorActKind): ActWords => kinds[kind];

export const kindsOfGroup = (group: ActGroup): readonly OperatorActKind[] =>
  operatorActKinds.filter((kind) => kinds[kind].group === group);

/** Where an act's effect is outside the database it is recorded before it and after it; empty: all in one transaction. */
export const actSteps = ['', 'begun', 'ended', 'failed'] as const;
export type ActStep = (typeof actSteps)[number];

/** How the sealed file beside the database and the database can contradict each other. */
export const sealTroubles = ['missing', 'broken', 'newer', 'older', 'unlike'] as const;
export type SealTrouble = (typeof sealTroubles)[number];
