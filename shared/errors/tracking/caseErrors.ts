import { defineErrors, final } from '../defineErrors.ts';

/** Exceptions on the way, and the rules that find them. */
export const caseErrors = defineErrors({
  CASE_NOT_FOUND: final(
    '找不到这条异常。',
    '刷新后再看。',
    'This exception was not found.',
    'Refresh and look again.',
  ),
  CASE_MOVE_REFUSED: final(
    '这条异常已经处理完，不能再改。',
    '要继续处理就先重新打开它。',
    'This exception is solved already and cannot be changed.',
    'Reopen it first if there is more to do.',
  ),
  CASE_CHANGED_MEANWHILE: final(
    '这条异常刚被别人改过，没有覆盖。',
    '看一眼最新的内容，再操作一次。',
    'Somebody else has just changed this exception; nothing was written over.',
    'Look at it again, then repeat.',
  ),
  CASES_COUNT_CHANGED: final(
    '选中的异常现在是 {count} 条，不是 {expected} 条，一条都没有改。',
    '看过新的列表后再操作一次。',
    'There {count|is|are} {count} matching {count|exception|exceptions} now, not {expected}; none was changed.',
    'Look at the list again, then repeat.',
  ),
  CASE_OWNER_UNKNOWN: final(
    '没有这位操作员。',
    '从操作员名单里选一位。',
    'There is no such operator.',
    'Choose somebody from the list of operators.',
  ),
  CASE_TIME_REFUSED: final(
    '这个时间不行：要晚于现在，暂缓最多 {days} 天。',
    '换一个时间。',
    'This time does not do: it must lie ahead, and an exception is out of sight for at most {days} days.',
    'Choose another time.',
  ),
  CASE_OUTCOME_UNKNOWN: final(
    '没有处理结果 {outcome}。',
    '可用：{known}。',
    'There is no outcome {outcome}.',
    'Use one of: {known}.',
  ),
  CASE_RULES_INVALID: final(
    '异常规则“{kind}”的限值超出范围（{least}–{most}）或重复，没有保存。',
    '改好这一项再保存。',
    'The limit of the exception rule “{kind}” is out of range ({least}–{most}) or is set twice; nothing was saved.',
    'Correct it, then save again.',
  ),
  CASE_PAUSE_INVALID: final(
    '停运日期 {from} 至 {to} 不对，没有保存。',
    '结束日不能早于开始日，最长 30 天。',
    'The pause from {from} to {to} does not do; nothing was saved.',
    'It must not end before it begins, nor last longer than 30 days.',
  ),
  CASE_LIMIT_PLACE_UNKNOWN: final(
    '没有说清是哪家快递或哪个省份，没有保存。',
    '至少选一家快递或一个省份；省份写全称，如 广东省。',
    'It is not clear which carrier or province is meant; nothing was saved.',
    'Name a carrier, a province, or both; a province by its full Chinese name.',
  ),
});
