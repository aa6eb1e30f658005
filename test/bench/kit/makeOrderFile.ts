import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { writeTextWorkbook } from '../../../electron/imports/writers/writeTextWorkbook.ts';
import { seededRandom } from '../../doubles/seededRandom.ts';
import { benchFolder, projectFolder } from './benchFolders.ts';

/** Twelve columns, as a marketplace export has them. */
const header = [
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

export type OrderFileKind = 'xlsx' | 'utf8.csv' | 'gb18030.csv' | 'xls';

/** The order file of this many rows; made once, the same every time. */
export async function makeOrderFile(rowCount: number, kind: OrderFileKind = 'xlsx'): Promise<string> {
  const path = join(benchFolder, `orders-${rowCount}.${kind}`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.part`;
  if (kind === 'xlsx') {
    const written = await writeTextWorkbook(path, '订单', header, orderRows(rowCount));
    if (!written.ok) throw new Error(written.code);
  } else if (kind === 'xls') {
    const sheet = utils.aoa_to_sheet([[...header], ...orderRows(rowCount)]);
    const workbook = utils.book_new(sheet, '订单');
    writeFileSync(path, write(workbook, { bookType: 'biff8', type: 'buffer' }) as Uint8Array);
  } else {
    writeText(unfinished, kind === 'utf8.csv' ? (text) => Buffer.from(text) : gb18030(), rowCount);
    renameSync(unfinished, path);
  }
  return path;
}

/** Rows of no cell that needs quotes, a thousand at a time. */
function writeText(path: string, encode: (text: string) => Uint8Array, rowCount: number): void {
  const file = openSync(path, 'w');
  let lines = [header.join(',')];
  for (const row of orderRows(rowCount)) {
    if (lines.push(row.join(',')) < 1_000) continue;
    writeSync(file, encode(`${lines.join('\n')}\n`));
    lines = [];
  }
  if (lines.length > 0) writeSync(file, encode(`${lines.join('\n')}\n`));
  closeSync(file);
}

/** Node decodes GB18030 and does not encode it: the table is what its decoder makes of every pair of bytes. */
function gb18030(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++)
      pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  }
  return (text) => {
    const bytes: number[] = [];
    for (const character of text) {
      const code = character.charCodeAt(0);
      const pair = code < 0x80 ? [code] : pairs.get(character);
      if (pair === undefined) throw new Error('a character outside the made table');
      bytes.push(...pair);
    }
    return Uint8Array.from(bytes);
  };
}

/** Rows that no import takes: nobody to send to. */
export async function makeRefusedFile(rowCount: number): Promise<string> {
  const path = join(benchFolder, `refused-${rowCount}.xlsx`);
  if (existsSync(path)) return path;
  function* rows(): Generator<string[]> {
    for (const row of orderRows(rowCount))
      yield row.map((text, column) => (column === 2 || column === 6 ? '' : text));
  }
  const written = await writeTextWorkbook(path, '订单', header, rows());
  if (!written.ok) throw new Error(written.code);
  return path;
}
