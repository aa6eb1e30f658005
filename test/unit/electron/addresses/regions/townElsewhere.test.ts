import { describe, expect, test } from 'vitest';
import { readReceiver } from '../../../../../electron/addresses/readReceiver.ts';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { emptyReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (text: string) => readText(`${text} 沈婷 13588029918`, divisions);

describe('a town that the district written has not', () => {
  test.each([
    ['浙江省杭州市余杭区临平街道藕花洲大街303号', '临平区', '临平街道'],
    ['广东省深圳市宝安区民治街道梅龙路1号', '龙华区', '民治街道'],
    ['浙江省温州市苍南县龙港镇龙翔路195号', '龙港市', '龙港镇'],
  ])('%s goes to %s, which took the town over, and says so', (text, district, town) => {
    expect(read(text)).toMatchObject({ district, town, status: 'ok', issues: ['old_name_corrected'] });
  });

  test('asks a person where the two districts stand as they always did', () => {
    const reading = read('广东省广州市天河区石井街道石沙路168号');
    expect(reading).toMatchObject({ district: '天河区', status: 'review', issues: ['region_conflict'] });
    expect(reading.candidates.map(({ district }) => district)).toEqual(['白云区']);
  });

  test('is no contradiction where the list has no towns of a new district, or the town is new', () => {
    expect(read('新疆和田地区和安县赛图拉镇团结路3号').issues).not.toContain('region_conflict');
    expect(read('浙江省杭州市余杭区新未来街道文一西路9号')).toMatchObject({
      district: '余杭区',
      status: 'ok',
    });
  });

  test('is asked about in columns of a file too', () => {
    const columns = { ...emptyReceiverColumns, province: '广东省', city: '广州市', district: '天河区' };
    const row = { ...columns, name: '沈婷', phone: '13588029918', address: '石井街道石沙路168号' };
    expect(readReceiver(row, divisions)).toMatchObject({ status: 'review' });
  });
});

describe('old names of prefectures', () => {
  test.each([
    ['湖北省黄冈地区浠水县清泉镇新华正街', '黄冈市', '浠水县'],
    ['安徽省六安行署霍山县衡山镇', '六安市', '霍山县'],
    ['吉林省延边自治州龙井市安民街道', '延边朝鲜族自治州', '龙井市'],
    ['江西省抚州地区临川市上顿渡镇', '抚州市', '临川区'],
  ])('%s', (text, city, district) => {
    expect(read(text)).toMatchObject({ city, district, status: 'ok' });
  });
});
