import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTextWorkbook } from '../../../electron/imports/writers/writeTextWorkbook.ts';
import { benchFolder, projectFolder } from './benchFolders.ts';
import { seededRandom } from './seededRandom.ts';

/** Twelve columns, as a marketplace export has them. */
export const header = [
  '订单编号',
  '收件人姓名',
  '收件人手机',
  '省份',
  '城市',
  '区县',
  '详细地址',
  '商品名称',
  '商品规格',
  '数量',
  '买家留言',
  '卖家备注',
] as const;

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美雪梅兰'];
const roads = ['人民路', '解放大道', '中山北路', '建设街', '文昌路', '滨江大道', '学院路', '工业园一路'];
const estates = ['阳光花园', '锦绣家园', '万科城', '碧桂园', '恒大名都', '幸福里'];
const goods = ['无线蓝牙耳机', '纯棉短袖T恤', '不锈钢保温杯', '儿童拼图玩具', '手机壳', '坚果礼盒'];
const variants = ['黑色', '白色 L码', '500ml', '大号', '通用', '混合装'];

interface SampleRow {
  readonly province: string;
  readonly city: string;
  readonly district: string;
}

/** Regions of the address fixtures: real names, no person behind them. */
function regions(): SampleRow[] {
  return readFileSync(join(projectFolder, 'test/fixtures/address-sample.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SampleRow)
    .filter(({ province, city, district }) => province !== '' && city !== '' && district !== '');
}

function* orderRows(count: number): Generator<string[]> {
  const random = seededRandom(20261125);
  const pick = <V>(list: readonly V[]): V => list[Math.floor(random() * list.length)] as V;
  const places = regions();
  for (let index = 0; index < count; index++) {
    const { province, city, district } = pick(places);
    const house = 1 + Math.floor(random() * 998);
    const room = 101 + Math.floor(random() * 2800);
    yield [
      `26112514${String(index).padStart(10, '0')}`,
      pick(surnames) + pick(givenNames) + (random() < 0.6 ? pick(givenNames) : ''),
      `1${pick(['38', '59', '77', '86', '99'])}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
      province,
      city,
      district,
      `${pick(roads)}${house}号${pick(estates)}${1 + Math.floor(random() * 30)}栋${room}室`,
      pick(goods),
      pick(variants),
      String(1 + Math.floor(random() * 3)),
      random() < 0.1 ? '请尽快发货' : '',
      random() < 0.05 ? '老客户' : '',
    ];
  }
}

/** The order file of this many rows; made once, the same every time. */
export async function makeOrderFile(rowCount: number): Promise<string> {
  const path = join(benchFolder, `orders-${rowCount}.xlsx`);
  if (existsSync(path)) return path;
  const written = await writeTextWorkbook(path, '订单', header, orderRows(rowCount));
  if (!written.ok) throw new Error(written.code);
  return path;
}
