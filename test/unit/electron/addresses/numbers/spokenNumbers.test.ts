import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (text: string) => readText(text, divisions);

describe('an address that was dictated', () => {
  test('has its phone in digits, its door as it was said, and its name without a mark around it', () => {
    const text = '湖北省武汉市洪山区关山街道珞喻路幺零三七号三零二收件人程磊电话幺三八七幺零零二三四五';
    expect(read(text)).toMatchObject({
      name: '程磊',
      phone: '13871002345',
      detail: '珞喻路幺零三七号三零二',
      status: 'ok',
    });
  });

  test.each([
    [
      '我叫陈建军手机号一三五八零九九七六二一地址是广东省佛山市顺德区容桂街道桂洲大道中六十三号',
      '陈建军',
      '13580997621',
    ],
    ['陕西省咸阳市秦都区人民西路三十五号收件人高飞 电话一三九 九二零零 三三一一', '高飞', '13992003311'],
    ['重庆市沙坪坝区双碑街道自由村五幢两单元收件人潘虹电话一三三两零两六八八九九', '潘虹', '13320268899'],
    ['天津市河西区友谊路街道宾友道二十二号联系人梁伟电话零二二二八三五一一九六', '梁伟', '022-28351196'],
  ])('%s', (text, name, phone) => {
    expect(read(text)).toMatchObject({ name, phone, status: 'ok' });
  });

  test('keeps ten or twelve digits for a person to look at', () => {
    for (const spoken of ['一三八零零一三八零零', '一三八零零一三八零零零零'])
      expect(read(`北京市朝阳区望京街道一号楼 韩梅 电话${spoken}`).status).not.toBe('ok');
  });
});

describe('a phone that was scanned', () => {
  test.each([
    ['天津市滨海新区塘沽街道解放路102号 邢立 139O2110O45', '13902110045'],
    ['梁宽 l3929810046 广东省佛山市顺德区大良街道凤山中路11号', '13929810046'],
    ['收货人:杨一帆13608710O82收货地址:云南省昆明市五华区华山街道翠湖南路6号', '13608710082'],
    ['韩雪 138 4510 0O29 黑龙江省哈尔滨市南岗区荣市街道东大直街323号', '13845100029'],
  ])('has digits where the scan has letters: %s', (text, phone) => {
    expect(read(text)).toMatchObject({ phone, status: 'ok' });
  });

  test('a door with letters stays as it is', () => {
    expect(read('上海市长宁区江苏路街道愚园路1032弄8号10Ol室 姚远 15002100071').detail).toContain('10Ol室');
  });
});
