import { describe, expect, it } from 'vitest';
import { hiddenParts, redactText } from '../../../../electron/privacy/redactText.ts';
import { processorWatch } from '../../../doubles/processorWatch.ts';
import { seededChance } from '../../../doubles/seededChance.ts';

const receiver = { name: '王小明', phone: '13912345678', detail: '样板路77号永乐苑8栋1203室' };
const context = {
  hidden: hiddenParts(receiver),
  kept: ['20260115000123', 'SF1234567890123', '73610555582883'],
};
const shown = (text: string) => redactText(text, context);

/** Each with what nobody may read in it. */
const telling: readonly (readonly [text: string, secret: RegExp])[] = [
  ['打电话 13912345678 找李四，住8栋1203', /1391|李四|1203|8栋/],
  ['电话139 1234 5678', /139|5678/],
  ['电话139-1234-5678转8001', /139|5678|8001/],
  ['手机１３９１２３４５６７８', /[３９８]/],
  ['一三九一二三四五六七八', /三九|五六/],
  ['幺三九 一二三四 五六七八', /三九|五六/],
  ['1三9一2三4五6七8', /1三9|5六|7/],
  ['13\u200b9\u200c1234\u200d5678', /1234|5678/],
  ['①③⑨①②③④⑤⑥⑦⑧', /③⑨/],
  ['1️⃣3️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', /1️⃣3️⃣/],
  ['1 3 9 1 2 3 4 5 6 7 8', /1 3 9/],
  ['13 91 23 45 67 8', /13 91/],
  ['139.1234.5678', /139/],
  ['139，1234，5678', /1234/],
  ['+86 13912345678', /1391/],
  ['8613912345678', /1391/],
  ['打 0755-88123456 联系', /8812/],
  ['0755 8812 3456', /8812/],
  ['(010)66881234', /6688/],
  ['座机 8812-3456', /8812/],
  ['座机 88123456', /8812/],
  ['400-617-1205 分机', /617/],
  ['身份证110101199003071234', /1990/],
  ['身份证11010119900307123X', /1990|X/],
  ['身份证 110101 1990 0307 123x', /1990/],
  ['发票寄 xiaoming.wang@example.com 谢谢', /wang|example/],
  ['邮箱：XM＠qq.com', /XM/],
  ['微信号：wang_xm88', /wang/],
  ['加wx wangxm1990', /wangxm/],
  ['QQ 123456 联系', /1234/],
  ['给王小明', /小明/],
  ['王 小 明收', /小/],
  ['由王小明(本人)签收', /小明/],
  ['由王小明(本人)签收，电话13900131000', /小明|1390/],
  ['快件由【李雷】派送，快递员李雷13700001111', /1370|快递员李/],
  ['【深圳市】快递员 韩梅梅（13700001111）正在派送', /梅梅|1370/],
  ['派件员：张三丰,电话:13700001111', /三丰|1370/],
  ['业务员:李雷,联系方式 137-0000-1111', /李雷|1111/],
  ['签收人：赵敏', /赵敏/],
  ['由李小花签收，感谢使用', /小花/],
  ['由 李小花 代收', /小花/],
  ['放3单元501室门口', /501/],
  ['住十二栋三单元', /十二栋/],
  ['八栋一二零三', /一二零三/],
  ['B座1507', /1507/],
  ['12号楼 2单元 301', /301|12号/],
  ['门牌1-7-701', /701/],
  ['送到5-1203', /1203/],
  ['3#1203', /1203/],
  ['放501室', /501/],
  ['住6楼', /6楼/],
  ['永乐苑8栋1203室', /1203/],
  ['张三 13712340000', /张三|1371/],
  ['收货人 欧阳娜娜，电话 13712340000', /娜娜|1371/],
  ['不认识的状态 找李雷13700001111', /李雷|1370/],
  ['微信同号17012345678', /1701/],
  ['联系李经理13700001111', /1370/],
  ['补发，上次电话写错了，正确的是139 1234 5679', /1234/],
];

/** What a packer needs, word for word. */
const harmless: readonly string[] = [
  'iPhone 15 256G 2件',
  'iPhone 15 Pro Max 1TB×1; 保护壳 透明×2',
  '保温杯 500ml×1',
  '三层收纳架 3层 白色',
  '抽纸 100抽*24包*2箱',
  '尺码 36,37,38,39,40 各1双',
  '36 37 38 39 40',
  'T恤 M/L/XL 2XL 3XL',
  '连衣裙 2026新款 175/96A',
  '充电宝 20000mAh 22.5W',
  '螺丝 M6*30 1000个',
  '纸巾 1000000张',
  '1号色 2号色 3#红色',
  '适用5座汽车脚垫',
  '3门衣柜 双层',
  '第3单元 练习册 五年级',
  '三室两厅户型图 2室1厅',
  '2026-11-27 18:02:33 已签收',
  '2026/11/27发货',
  '20261127 前发货',
  '2024-2026年 日历',
  '请11月27日前发出',
  '订单20260115000123 一起发',
  '运单 SF1234567890123 补发',
  'SF1385628716739 已揽收',
  'JDVA01234567890 已发出',
  'EA123456789CN 已到达',
  '快件 73610555582883 已到达【深圳转运中心】',
  '条码 6901234567892',
  '【深圳市】快件已到达 深圳南山网点',
  '快递员正在派送，请保持电话畅通',
  '已签收，签收人凭取货码签收',
  '由丰巢智能柜代收',
  '由家人代收',
  '由门卫代收',
  '快件由本人签收',
  '已由【菜鸟驿站】代收，请及时取件',
  '派送不成功：电话无人接听',
  '派件员安排派送中',
  '问题件：地址不详，联系不上收件人',
  '退回件 已离开【广州分拨中心】',
  '送赠品 不要放发票',
  '易碎，轻拿轻放，周末送货',
  '红色 2 件 蓝色 3 件',
  '长100 宽200 高300 cm',
  '1200*600*750mm',
  '客户急用，今天发',
  '满199减20 券',
  '净含量 1.5L×12 瓶',
  '型号 A-1234 颜色黑',
  'USB3.0 Type-C 100W 2米',
  '退货地址问客服',
  '叫上同事一起打包',
  '找不到颜色就发黑色',
  '联系方式见面单',
  '优先顺丰，其次中通',
  '订单号见附件，第2批 3/5',
  '发票抬头 样板公司',
  '孕妇装 加大 120-150斤',
  '12 瓶 24 瓶 36 瓶',
];

describe('free text as everybody may read it', () => {
  it.each(telling)('hides who it leads to: %s', (text, secret) => {
    expect(secret.test(text), 'the sample holds its secret').toBe(true);
    expect(shown(text)).not.toMatch(secret);
    expect(shown(text)).toContain('***');
  });

  it.each(harmless)('leaves what a packer needs: %s', (text) => {
    expect(shown(text)).toBe(text);
  });

  it('keeps the words around what it hides', () => {
    expect(shown('由王小明(本人)签收，电话13900131000')).toBe('由***(本人)签收，电话***');
    expect(shown('【深圳市】快递员李雷13700001111正在派送')).toBe('【深圳市】快递员***正在派送');
    expect(shown('iPhone 15 2件，送13912345678')).toBe('iPhone 15 2件，送***');
  });

  it.each([
    ['【王小明】正在派件', '【***】正在派件'],
    ['【杭州余杭网点】【欧阳娜娜】正在为您派送', '【杭州余杭网点】【***】正在为您派送'],
    ['派送中，【李雷】', '派送中，【***】'],
    ['[王小明] 电话13700001111 派送中', '[***] 电话*** 派送中'],
    ['（赵敏）签收', '（***）签收'],
    ['【苏州】正在派件', '【苏州】正在派件'],
    ['【石家庄】派送中', '【石家庄】派送中'],
    ['快件到达【白云山】', '快件到达【白云山】'],
    ['【金沙镇】派件中', '【金沙镇】派件中'],
    ['【马鞍山转运中心】已发出', '【马鞍山转运中心】已发出'],
    ['已由【菜鸟驿站】代收', '已由【菜鸟驿站】代收'],
    ['【温馨提示】请注意查收', '【温馨提示】请注意查收'],
  ])('tells persons in brackets from places: %s', (text, wanted) => {
    const towns = new Set(['苏州', '石家庄', '马鞍山']);
    const redacted = redactText(text, { isPlace: (name) => towns.has(name) });
    expect(redacted).toBe(wanted);
    expect(redactText(redacted, { isPlace: (name) => towns.has(name) })).toBe(wanted);
  });

  it('hides a name of two characters too, the commonest there are; one character alone is in other words', () => {
    const about = (name: string) => ({ hidden: hiddenParts({ ...receiver, name }) });
    expect(redactText('林静要红色的', about('林静'))).toBe('***要红色的');
    expect(redactText('要林木色的', about('林'))).toBe('要林木色的');
  });

  it('hides nothing more when it is redacted twice', () => {
    for (const [text] of telling) expect(shown(shown(text))).toBe(shown(text));
  });

  it('finds phones of invented persons however they are written', () => {
    const chance = seededChance(5);
    const missed: string[] = [];
    for (let no = 0; no < 500; no++) {
      const digits = `1${3 + Math.floor(chance() * 7)}${String(Math.floor(chance() * 1e9)).padStart(9, '0')}`;
      const written = ways[no % ways.length]?.(digits) ?? digits;
      const text = `请打${written}，谢谢`;
      if (redactText(text).includes(written)) missed.push(written);
    }
    expect(missed).toEqual([]);
  });

  it('reads the longest text of a field in a moment, whatever it is made of', () => {
    const spentMs = processorWatch();
    for (const part of ['1-', '8栋', '由', '微信', '张', '1 ', '快递员'])
      redactText(part.repeat(4_000 / part.length), context);
    expect(spentMs()).toBeLessThan(3_000);
  });
});

const ways: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits.replace(/(\d{3})(\d{4})(\d{4})/, '$1 $2 $3'),
  (digits) => digits.replace(/(\d{3})(\d{4})(\d{4})/, '$1-$2-$3'),
  (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (digits) => digits.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? ''),
  (digits) => Array.from(digits).join(' '),
  (digits) => `+86-${digits}`,
];

it('leaves the id of a bill or a case whole: an advice that names it can be followed', () => {
  for (const id of ['01M9C514ECRD9V33WXT8N69PYX', '01M9C514QQ123456789ABCDEFG', '01M9C51413812345678ABCDEFG'])
    expect(redactText(id)).toBe(id);
});
