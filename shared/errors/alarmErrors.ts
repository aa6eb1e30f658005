import { defineErrors, final } from './defineErrors.ts';

/** Alarms, where they are told, and the way to the backup account. */
export const alarmErrors = defineErrors({
  ALARM_NOT_FOUND: final(
    '没有这条报警。',
    '它可能已经过了保存期；请刷新报警列表。',
    'There is no such alarm.',
    'It may be too old to be kept; refresh the list of alarms.',
  ),
});
