import { describe, expect, it } from 'vitest';
import { weekHoursText } from '../../../../shared/text/hoursText.ts';

const times = { opensMinute: 540, closesMinute: 1260 };

describe('hours in words', () => {
  it('says days that follow each other from the first to the last', () => {
    expect(weekHoursText({ days: [1, 2, 3, 4, 5, 6, 7], ...times }, 'zh-CN')).toBe('每天 09:00–21:00');
    expect(weekHoursText({ days: [1, 2, 3, 4, 5], ...times }, 'zh-CN')).toBe('周一至周五 09:00–21:00');
    expect(weekHoursText({ days: [1, 2, 3, 5, 7], ...times }, 'en')).toBe('Mon–Wed, Fri, Sun 09:00–21:00');
    expect(weekHoursText({ days: [6, 7], ...times }, 'zh-CN')).toBe('周六、周日 09:00–21:00');
  });
});
