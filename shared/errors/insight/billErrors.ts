import { defineErrors, final } from '../defineErrors.ts';

/** Carriers' bills and what is claimed for them. */
export const billErrors = defineErrors({
  BILL_LAYOUT_UNKNOWN: final(
    '看不出哪一列是运单号、哪一列是金额，账单没有读入。',
    '请确认这是快递公司的账单明细；如果是，请手工对照表头。',
    'No columns of waybills and amounts were recognised; the bill was not taken in.',
    "Check that this is the carrier's itemised bill; if so, name its columns.",
    '请确认这是快递公司的账单明细；用 --column 表头=字段 对照表头。',
    "Check that this is the carrier's itemised bill; name its columns with --column HEADER=FIELD.",
  ),
  BILL_COLUMNS_MISSING: final(
    '账单缺少必需的列：{columns}。账单没有读入。',
    '请指出运单号和金额各在哪一列。',
    'The bill lacks a needed column: {columns}. It was not taken in.',
    'Say which columns hold the waybills and the amounts.',
    '请用 --column 表头=字段 指出，字段名就是上面这些。',
    'Name them with --column HEADER=FIELD; the fields are those above.',
  ),
  BILL_COLUMNS_DOUBTFUL: final(
    '账单格式和以前不同，这些列是猜的：{columns}。账单没有读入。',
    '请核对这些列，确认后会记住这家快递公司的格式。',
    'The layout of the bill is new and these columns are a guess: {columns}. It was not taken in.',
    'Check these columns; once confirmed, the layout is remembered for this carrier.',
    '请用 --column 表头=字段 确认这些列。',
    'Confirm them with --column HEADER=FIELD.',
  ),
  BILL_COLUMN_UNKNOWN: final(
    '账单里没有表头「{header}」，或者没有字段「{field}」。',
    '请照账单里的写法填写表头；字段：{fields}。',
    'The bill has no column “{header}”, or there is no field “{field}”.',
    'Write the header as in the bill; fields: {fields}.',
  ),
  BILL_NO_LINES: final(
    '账单里没有一行能读出运单号和金额，没有保存任何内容。',
    '请核对表头对照，或换一个工作表。',
    'No line of the bill has a readable waybill and amount; nothing was stored.',
    'Check the column names or choose another sheet.',
  ),
  BILL_SAME: final(
    '这份账单已经对过账了（{file}，{day}），没有重复读入。',
    '请打开那次的结果；要重新对账，请先删除它。',
    'This bill has been reconciled already ({file}, {day}); it was not taken in again.',
    'Open that result; to reconcile it anew, remove that one first.',
  ),
  BILL_OTHER_CARRIER: final(
    '账单里的运单都不是这家快递公司的，有 {count} 个是 {carrier} 的。没有保存任何内容。',
    '请选择账单真正的快递公司。',
    "None of the bill's waybills are this carrier's; {count} are {carrier}'s. Nothing was stored.",
    'Choose the carrier the bill is from.',
  ),
  BILL_PERIOD_INVALID: final(
    '账期的开始日期晚于结束日期。',
    '请改正账期后重试。',
    'The period of the bill ends before it begins.',
    'Correct the period and try again.',
  ),
  BILL_BUSY: final(
    '另一份账单正在对账。',
    '请等它完成后再试。',
    'Another bill is being reconciled.',
    'Try again once it is done.',
  ),
  BILL_STOPPED: final(
    '对账已取消，没有保存任何内容。',
    '需要时请重新开始。',
    'The reconciliation was cancelled; nothing was stored.',
    'Start it again when you need it.',
  ),
  BILL_NOT_FOUND: final(
    '没有这份账单。',
    '它可能已被删除；请刷新账单列表。',
    'There is no such bill.',
    'It may have been removed; refresh the list of bills.',
    '用 bills list 查看有哪些账单。',
    'See which bills there are with bills list.',
  ),
  BILL_CLAIMS_SENT: final(
    '这份账单有 {count} 条申诉已经提交给快递公司，不能删除。',
    '请先把这些申诉改回“待申诉”。',
    '{count} claims of this bill have been sent to the carrier; it cannot be removed.',
    'Move these claims back to “open” first.',
  ),
  BILL_TOLERANCE_LIMIT: final(
    '允许误差 {name} 要在 {least} 到 {most} 之间。',
    '请改正后保存。',
    'The tolerance {name} must be between {least} and {most}.',
    'Correct it and save again.',
  ),
  CLAIM_NOT_FOUND: final(
    '这份账单里没有可以申诉的运单 {waybillNo}。',
    '请从申诉清单里选择。',
    'The bill has nothing to claim for waybill {waybillNo}.',
    'Choose from the list of claims.',
  ),
  CLAIMS_NONE: final(
    '这份账单没有要申诉的运单。',
    '不用提交申诉。',
    'The bill has nothing left to claim.',
    'There is nothing to hand in.',
  ),
  CLAIM_MOVED: final(
    '运单 {waybillNo} 的申诉现在是“{state}”，不能这样改，或者刚被别人改过。',
    '请刷新清单后重试。',
    'The claim for waybill {waybillNo} is “{state}” now; it cannot be moved so, or somebody has just moved it.',
    'Refresh the list and try again.',
  ),
});
