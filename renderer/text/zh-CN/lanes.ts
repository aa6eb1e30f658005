/** Accounts that book nothing at the moment. */
export const lanes = {
  title: {
    broken: '“{{name}}”的平台连不上，暂停取号',
    probing: '“{{name}}”正在试探平台是否恢复',
    stopped: '平台拒绝了“{{name}}”，取号停着',
  },
  why_one: '最近两分钟有 {{count}} 次调用没有得到答复。',
  why_other: '最近两分钟有 {{count}} 次调用没有得到答复。',
  safe_one: '排队的 {{count}} 单都没有发出，一单不会丢。',
  safe_other: '排队的 {{count}} 单都没有发出，一单不会丢。',
  unsure_one: '{{count}} 单已发出、结果待确认，会用同一订单码查清，不会重下。',
  unsure_other: '{{count}} 单已发出、结果待确认，会用同一订单码查清，不会重下。',
  next: '{{left}}后（{{time}}）自动先试一单，通了就全部继续。',
  probing: '正在先试一单，通了就全部继续。',
  mended: '已处理，现在试一次',
  move_one: '把 {{count}} 单交给“{{name}}”',
  move_other: '把 {{count}} 单交给“{{name}}”',
  toAccount: '看账号',
  /** Short, for Today and the status bar. */
  today: '{{name}}：{{left}}后自动再试',
  todayWaiting_one: '{{name}}：{{left}}后自动再试，{{count}} 单在等',
  todayWaiting_other: '{{name}}：{{left}}后自动再试，{{count}} 单在等',
  bar: '暂停取号，{{left}}后再试',
};
