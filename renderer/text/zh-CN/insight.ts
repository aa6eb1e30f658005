export const insight = {
  tab: {
    board: '今日看板',
  },
  people: '需要人处理',
  day: {
    strip: '今天到现在',
    booked: '取号',
    printed: '打印',
    collected: '揽收',
    signed: '签收',
    people: '要人看',
    neverAsked: '还没有查过物流',
    asked: '上次查到 {{when}}',
    usual: {
      none: '还没有同星期几的数据可比',
      same: '和往常此时一样',
      more: '比往常此时多 {{difference}}',
      less: '比往常此时少 {{difference}}',
    },
  },
  hours: {
    title: '今天每小时取号',
    takenYesterday: '昨天 {{hour}} 点前取号的 {{count}} 单，{{percent}} % 当天揽收',
    taken: '{{day}} {{hour}} 点前取号的 {{count}} 单，{{percent}} % 当天揽收',
    hour: '小时',
    toCome: '还没到',
    booked: '取号 {{count}}',
    usual: '往常 {{count}}',
    usualHead: '往常（同星期几）',
    noUsual: '没有往常可比',
    usualOf_other: '虚线是前 {{count}} 个同星期几的中位数',
    cutOff: '{{hour}}:00 揽收',
  },
};

export const chart = {
  table: '表格',
  turn: '图和表格切换',
  turnKey: '图和表格切换（T），Ctrl+C 复制到 Excel',
  unknown: '未知',
  few: '样本少',
  asOf: '截至 {{when}}',
};
