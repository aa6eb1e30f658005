import { defineErrors, final } from '../defineErrors.ts';

/** Days and weeks looked back on. */
export const reviewErrors = defineErrors({
  REVIEW_DAY_INVALID: final(
    '“{day}”不是日期。',
    '写成 2026-11-27 这样。',
    '“{day}” is not a date.',
    'Write it like 2026-11-27.',
  ),
  REVIEW_DAY_AHEAD: final(
    '{day} 还没有到。',
    '选今天或更早的日期；电脑时间不对时先校准。',
    '{day} is still to come.',
    'Choose today or an earlier day; set this computer’s clock first if it is wrong.',
  ),
});
