/** How an account stands: lane, pace, balance, what happens when it fails, and its way to real bookings. */
export const accounts = {
  more: '详情',
  less: '收起',
  since: '自',
  retryIn: '{{left}}后自动再试',
  resume: '现在试一次',
  resumed: '已放行一次调用，结果马上更新。',
  counts: '队列',
  countsText: '等待 {{waiting}} · 取号中 {{sending}} · 待确认 {{unsure}}',
  pace: '速度',
  paceText: '每秒最多 {{perSecond}} 单，最近一分钟取到 {{booked}} 单',
  finishAt: '预计 {{time}} 清空',
  balanceText: '{{total}}（{{time}} 查询）',
  balanceNone: '还没有查过，取号前检查时会问',
  week: '最近 7 天',
  weekText: '{{calls}} 次调用，{{failures}} 次异常',
  breakerOpen: '{{name}}：两分钟内 {{calls}} 次有 {{failures}} 次失败，已暂停',
  breakerProbing: '{{name}}：两分钟内 {{calls}} 次有 {{failures}} 次失败，下一单会先试一试',
  clock: {
    behind: '这台电脑的时间慢了 {{seconds}} 秒，平台可能拒绝签名。',
    ahead: '这台电脑的时间快了 {{seconds}} 秒，平台可能拒绝签名。',
    next: '请在系统设置里打开自动对时。',
  },
  fallback: '取不到号时',
  fallbackNote: {
    wait: '订单留在队列里，恢复后自动继续。',
    backup: '只有肯定没有下单的订单才会换账号；结果不明的一律先查清。',
    manual: '肯定没有下单的订单转到手工绑定，用预印面单或网点给的单号。',
  },
  backupAccount: '备用账号',
  noBackup: '没有别的账号可作备用。',
  fallbackSaved: '取不到号时的做法已保存。',
  moveNow_other: '把等待的 {{count}} 单交给备用账号',
  moveTitle_other: '把 {{count}} 单交给“{{name}}”？',
  moveNote: '只移交还没有发出的订单。已经发出、结果不明的留在原账号，先查清再说。',
  moveYes: '交给备用账号',
  moved_other: '{{count}} 单已改用备用账号排队。',
  raise: '临时提速',
  raiseNote: '只在平台书面批准后使用，到期自动恢复。平时每秒 {{own}} 单。',
  raisePerSecond: '每秒单数',
  raiseUntil: '有效到',
  raiseDays: { '0': '今天结束', '1': '明天结束', '3': '3 天后', '7': '7 天后', '15': '15 天后' },
  raiseDo: '提速',
  raiseOn: '已提速到每秒 {{perSecond}} 单，到 {{time}} 恢复。',
  raiseOff: '恢复平时速度',
  required: '{{label}}（必填）',
  carrierFields: '快递公司要求的字段',
  carrierOf: '先选快递公司，会列出它要求的账号字段',
  example: '例：{{example}}',
};

/** Accounts that book nothing at the moment. */
export const lanes = {
  title: {
    broken: '“{{name}}”的平台连不上，暂停取号',
    probing: '“{{name}}”正在试探平台是否恢复',
    stopped: '平台拒绝了“{{name}}”，取号停着',
  },
  why_other: '最近两分钟有 {{count}} 次调用没有得到答复。',
  safe_other: '排队的 {{count}} 单都没有发出，一单不会丢。',
  unsure_other: '{{count}} 单已发出、结果待确认，会用同一订单码查清，不会重下。',
  next: '{{left}}后（{{time}}）自动先试一单，通了就全部继续。',
  probing: '正在先试一单，通了就全部继续。',
  mended: '已处理，现在试一次',
  move_other: '把 {{count}} 单交给“{{name}}”',
  toAccount: '看账号',
  /** Short, for Today and the status bar. */
  today: '{{name}}：{{left}}后自动再试',
  todayWaiting_other: '{{name}}：{{left}}后自动再试，{{count}} 单在等',
  bar: '暂停取号，{{left}}后再试',
};

/** The journal of outside calls. */
export const journal = {
  renew: '重建调用记录',
  renewTitle: '重建接口调用记录？',
  renewNote:
    '现有记录移到一边留作证据，不会删除。之后排队的单、现有的单和一周内导入的单都会先到平台查询，查不到才取号。请同时到平台后台核对最近的运单。',
  renewed_other: '已重建，排队的 {{count}} 单先到平台查询',
  ever: '最近一次备份',
  gap: '接口调用记录是新建的：{{since}}以后的取号要先查询',
  gapNext:
    '请到平台后台核对这段时间的运单：取过号但这里没有的，手工填单号；平台已取消但这里还显示已取号的，取消该单；手工填过的单号如有缺失，请重新填写。',
};

/** The small-order test with test keys that unlocks real bookings. */
export const goLive = {
  title: '上线检查',
  note: '用平台给的测试编号和测试密钥跑一遍小单：签名、下单、查询、打印、取消都通过，账号才能正式取号。测试密钥只用这一次，不保存。',
  testMerchantId: '测试编号（不填用账号的编号）',
  testSecret: '测试密钥',
  testEndpoint: '测试地址',
  testEndpointPublic: '测试地址（不填用平台公布的）',
  run: '开始小单测试',
  running: '正在测试，通常不到一分钟…',
  passed: '全部通过，“{{name}}”可以正式取号了。',
  failed: '“{{name}}”还没有全部通过，请看下面没通过的一步。',
  at: '测试于',
};
