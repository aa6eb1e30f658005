import { defineErrors } from './defineErrors.ts';

/** What a look at a batch found before it went out. */
export const preflightErrors = defineErrors({
  PREFLIGHT_LANE_BROKEN: {
    fix: 'platform',
    retryable: true,
    'zh-CN': {
      says: '账号 {name} 的接口现在连不通，已暂停发送。',
      next: '订单会排队，接口恢复后自动继续；着急可以换备用账号。',
    },
    en: {
      says: 'Calls of the account {name} do not get through at the moment; sending is paused.',
      next: 'Orders will queue and go on by themselves; use a backup account if they cannot wait.',
    },
  },
  PREFLIGHT_LANE_PROBING: {
    fix: 'platform',
    retryable: true,
    'zh-CN': {
      says: '账号 {name} 的接口刚才连不通，下一单会先试一试。',
      next: '试通了其余订单自动继续；试不通就留在队列里，过一会儿再试。',
    },
    en: {
      says: 'Calls of the account {name} did not get through a while ago; the next order will try.',
      next: 'If it gets through, the others follow by themselves; if not, they queue and it is tried again later.',
    },
  },
  PREFLIGHT_AVAILABILITY: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '账号 {name} 近 7 天只有 {percent}% 的调用成功到达（应不低于 99.9%）。',
      next: '大批量前先问平台是否在维护，或准备好备用账号。',
    },
    en: {
      says: 'Only {percent}% of the calls of the account {name} got through in the last 7 days (99.9% is usual).',
      next: 'Ask the platform about maintenance before a large batch, or have a backup account ready.',
    },
  },
  PREFLIGHT_BALANCE_SHORT: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '账号 {name} 剩 {available} 个单号，这一批要 {wanted} 个。',
      next: '先充值单号，或把一部分订单换到别的账号。',
    },
    en: {
      says: 'The account {name} has {available} numbers left; this batch takes {wanted}.',
      next: 'Buy numbers first, or give a part of the orders to another account.',
    },
  },
  PREFLIGHT_BALANCE_LOW: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '这一批之后账号 {name} 只剩 {left} 个单号。',
      next: '可以先发这一批，今天记得充值单号。',
    },
    en: {
      says: 'After this batch the account {name} has {left} numbers left.',
      next: 'This batch can go; buy numbers today.',
    },
  },
  PREFLIGHT_PRINTER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '打印机还不能打印（{state}）。', next: '装好纸、合上盖、接通电源后再开始。' },
    en: {
      says: 'The printer cannot print yet ({state}).',
      next: 'Load paper, close the head and switch it on before the batch.',
    },
  },
  PREFLIGHT_PAPER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '要打 {labels} 张面单，约 {rolls} 卷纸，一台打印机约 {minutes} 分钟。',
      next: '把备用纸卷放到手边；赶时间可以多用几台打印机。',
    },
    en: {
      says: '{labels} labels take about {rolls} rolls and {minutes} minutes on one printer.',
      next: 'Have spare rolls at hand; several printers make it faster.',
    },
  },
  PREFLIGHT_REACH: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '有 {count} 单送不到或在不发地区。', next: '这些订单会转到校正，其余照常取号。' },
    en: {
      says: '{count} orders go where this carrier does not deliver or you do not ship.',
      next: 'They will wait for a person; the others are booked.',
    },
  },
  PREFLIGHT_CHARACTERS: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '有 {count} 单的内容平台或面单接收不了（{field}）。',
      next: '这些订单会转到校正，其余照常取号。',
    },
    en: {
      says: '{count} orders hold what the platform or the label cannot take ({field}).',
      next: 'They will wait for a person; the others are booked.',
    },
  },
  PREFLIGHT_MASKED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '有 {count} 单的收件信息带星号，是打码的数据。',
      next: '从平台重新导出完整信息；带星号的面单寄不到。',
    },
    en: {
      says: '{count} orders have masked receiver data (asterisks).',
      next: 'Export them again without masks; such a label does not arrive.',
    },
  },
  PREFLIGHT_DUPLICATES: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '有 {count} 单的电话和商品与近三天的另一单相同。',
      next: '看一下是不是同一单导入了两次；可以合并或取消。',
    },
    en: {
      says: '{count} orders have phone and goods of another order of the last three days.',
      next: 'See whether one order came in twice; merge or cancel it.',
    },
  },
});
