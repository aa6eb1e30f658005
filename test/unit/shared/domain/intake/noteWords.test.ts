import { describe, expect, it } from 'vitest';
import { questionsOfNote, saysWait } from '../../../../../shared/domain/intake/noteWords.ts';

describe('what a note holds an order up for', () => {
  it.each([
    ['buyerRemark', '先不要发货', ['IMPORT_BUYER_SAYS_WAIT']],
    ['buyerRemark', '改地址，先别发', ['IMPORT_BUYER_SAYS_WAIT', 'IMPORT_NOTE_READDRESSES']],
    ['sellerRemark', '先别发，等补货', ['IMPORT_NOTE_SAYS_WAIT']],
    ['sellerRemark', '12.10后发', ['IMPORT_NOTE_SAYS_WAIT']],
    ['buyerRemark', '发顺丰，谢谢', []],
    ['sellerRemark', '', []],
  ] as const)('%s %j: %j', (field, note, codes) => {
    expect(questionsOfNote(field, note, '留言').map(({ code }) => code)).toEqual(codes);
  });

  it('is told by the words found and the column they stand in, and by nothing else of the note', () => {
    expect(questionsOfNote('buyerRemark', '张三说地址写错了，电话 13800138000', '买家留言')).toEqual([
      {
        code: 'IMPORT_NOTE_READDRESSES',
        field: 'buyerRemark',
        params: { word: '地址写错', column: '买家留言' },
      },
    ]);
  });

  it.each([
    ['等通知再发', true],
    ['暂时别发', true],
    ['麻烦发顺丰', false],
    ['别发错颜色', false],
    ['12月10号以后再发', true],
    ['下周一再寄', true],
    ['年后发货', true],
    ['推迟3天发货', true],
    ['晚点再发', true],
    ['12月5日前发货', false],
    ['48小时内发货', false],
    ['检查好再发货', false],
    ['寄到后联系我', false],
    ['周末发也行', false],
  ])('%s says to wait: %s', (text, says) => {
    expect(saysWait(text)).toBe(says);
  });
});
