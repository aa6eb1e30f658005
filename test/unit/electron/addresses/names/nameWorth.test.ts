import { describe, expect, test } from 'vitest';
import { cleanName, nameWorth } from '../../../../../electron/addresses/names/nameWorth.ts';

describe('the worth of a name', () => {
  test.each(['张三', '欧阳娜娜', '林经理', '努尔买买提', '阿卜杜拉·买买提', 'Amy Chen', '李xx', '王*'])(
    '%s looks like a person',
    (text) => {
      expect(nameWorth(text)).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(['人民路', '阳光花园', '建材市场', '谢谢老板', '王家湾社区'])('%s does not', (text) => {
    expect(nameWorth(text)).toBeLessThan(2);
  });

  test.each(['3栋201', '', '13812345678'])('"%s" cannot be one', (text) => {
    expect(nameWorth(text)).toBeNull();
  });
});

describe('marks around a name', () => {
  test.each(['钱收', '陈启', '王天启', '欧阳启'])('%s is a name and loses no character', (name) => {
    expect(cleanName(name)).toBe(name);
  });

  test.each([
    ['林经理收', '林经理'],
    ['王芳(收)', '王芳'],
    ['王芳收', '王芳'],
    ['王芳 启', '王芳'],
    ['林经理启', '林经理'],
    ['王芳亲启', '王芳'],
    ['孙悦(先生)', '孙悦'],
    ['@于洋:', '于洋'],
    ['收', '收'],
    ['王小明(总代理)', '王小明(总代理)'],
    ['王小明[总代理]:', '王小明[总代理]'],
    ['(王芳)', '王芳'],
    ['@(王芳)', '王芳'],
    ['王芳()', '王芳'],
  ])('%s is %s', (written, name) => {
    expect(cleanName(written)).toBe(name);
  });
});
