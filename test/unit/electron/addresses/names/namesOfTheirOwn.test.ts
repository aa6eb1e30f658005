import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

describe('names without a surname of the list', () => {
  test.each([
    ['西藏阿里地区噶尔县狮泉河镇陕西路5号 旦增 13908970056', '旦增'],
    ['青海玉树州玉树市结古街道琼龙路 尕玛求吉 13997060015', '尕玛求吉'],
    ['四川省阿坝州红原县邛溪镇阳嘎中街 泽仁娜姆 18283790013', '泽仁娜姆'],
    ['新疆和田地区和安县赛图拉镇 图尔荪 17799350021', '图尔荪'],
  ])('%s needs no look where such names are at home', (text, name) => {
    expect(readText(text, divisions)).toMatchObject({ name, status: 'ok' });
  });

  test('are looked at elsewhere', () => {
    expect(readText('河南省济源市沁园街道88号 愚公 13838940092', divisions).issues).toContain(
      'name_uncertain',
    );
  });

  test.each([
    ['赵*楠 18645127730 黑龙江省哈尔滨市香坊区通乡街道公滨路452号', '赵*楠'],
    ['收件人阿依努尔 · 吐尔逊 电话13899270056 地址新疆克拉玛依市独山子区金山路街道5号', '阿依努尔·吐尔逊'],
    ['「张小花 收」\n「广西南宁市西乡塘区安吉街道安吉大道45号」\n「手机 18277109936」', '张小花'],
  ])('%s: %s', (text, name) => {
    expect(readText(text, divisions)).toMatchObject({ name, status: 'ok' });
  });
});

test('the Corps numbers a city: 第一师 is no street', () => {
  const reading = readText('第一师阿拉尔市八团玛滩镇三连 白玉兰 13279970052', divisions);
  expect(reading).toMatchObject({ district: '阿拉尔市', town: '八团玛滩镇', detail: '三连', status: 'ok' });
});
