import { defineErrors } from './defineErrors.ts';

/** What the print ledger refuses, and what it cannot know. */
export const printLedgerErrors = defineErrors({
  LABEL_NO_WAYBILL: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 还没有运单号，不能打印面单。', next: '先取号，再打印。' },
    en: {
      says: 'Order {orderNo} has no waybill number yet; there is no label to print.',
      next: 'Book it first.',
    },
  },
  LABEL_ALREADY_PRINTED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 的面单已经打印过，或可能已经打印。',
      next: '确实需要再打一张时用“补打”并写明原因（--reprint --reason）。',
    },
    en: {
      says: 'The label of order {orderNo} was printed already, or may have been.',
      next: 'If another one is really needed, reprint it and give the reason (--reprint --reason).',
    },
  },
  LABEL_REPRINT_NEEDS_REASON: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '补打面单必须写明原因。', next: '填写原因后再补打，例如“卡纸”“标签破损”。' },
    en: { says: 'A reprint needs a reason.', next: 'Give one, such as "paper jam" or "label torn".' },
  },
  PRINT_JOB_NOT_FOUND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '找不到这个打印任务。', next: '刷新打印列表后再试。' },
    en: { says: 'This print job was not found.', next: 'Refresh the list and try again.' },
  },
  PRINT_JOB_CHANGED_MEANWHILE: {
    fix: 'operator',
    retryable: true,
    'zh-CN': { says: '这个打印任务的状态刚刚变了，没有做任何改动。', next: '刷新后看最新状态再决定。' },
    en: {
      says: 'This print job changed just now; nothing was done.',
      next: 'Refresh, look at its present state, then decide.',
    },
  },
  PRINTER_INTERRUPTED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '打印途中程序中断，这张面单可能已经打出。',
      next: '看一下打印机：打出来了选“已打出”，没有选“没打出”再重打。',
    },
    en: {
      says: 'The program ended while this label was being sent; it may have come out.',
      next: 'Look at the printer and answer: it came out, or it did not (then print it again).',
    },
  },
});
