import { type ZipPart, zipBytes } from '../../doubles/files/zipBytes.ts';
import { tableWriters } from '../../doubles/tableFiles/tableWriters.ts';
import { plainWorkbookParts } from '../../doubles/tableFiles/xlsxWriters.ts';

export const fuzzFormats = ['csv', 'html', 'xls', 'xlsx', 'zip'] as const;
export type FuzzFormat = (typeof fuzzFormats)[number];
export const seedCount = 40;

const names = ['赵样例', '钱㐀𠮷', '孙·范例', '李 Sample', '周[8812]', ''];
const phones = ['13800000001', '+86 138-0000-0002', '0755-26000000', '138****0003', '1.38E+10', ''];
const places = [
  '广东省深圳市南山区样板路1号',
  '浙江杭州"样板"路2号, 2栋',
  '北京市海淀区\n样板路3号',
  '上海市=1+1号',
  '',
];
const states = ['待发货', '已发货', '退款成功', '???', ''];

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T;
}

/** A small order sheet, another for each number. */
function seedRows(seed: number): string[][] {
  const rows = [
    ['订单编号', '收货人姓名', '联系手机', '收货地址', '宝贝标题', '数量', '订单状态', '买家留言'],
  ];
  for (let index = 0; index < 3 + (seed % 9); index += 1) {
    const at = seed * 7 + index;
    const orderNo = seed % 3 === 0 ? `="31000000000000${1000 + at}"` : `31000000000000${1000 + at}`;
    rows.push([
      orderNo,
      pick(names, at),
      pick(phones, at + 1),
      pick(places, at * 3),
      `样品${at}`,
      String(at % 4),
      pick(states, at),
      "'备注",
    ]);
  }
  return seed % 5 === 0 ? [['订单导出'], ...rows, ['合计', '', '', '', '', '9']] : rows;
}

/** The parts of a seed that is packed: mutated inside and packed anew, or as they are. */
export function seedParts(format: 'xlsx' | 'zip', seed: number): ZipPart[] {
  if (format === 'xlsx') return plainWorkbookParts(seedRows(seed));
  const member = (at: number): Buffer =>
    seedFile(pick(['csv', 'xlsx', 'html', 'xls'] as const, at), seed + at);
  return Array.from({ length: 1 + (seed % 3) }, (_unused, at) => ({
    name: `文件${at}.bin`,
    data: member(at),
  }));
}

const written = new Map<string, Buffer>();

/** One of the forty whole files of a format. Written once: the writers take more memory than the readers. */
export function seedFile(format: FuzzFormat, seed: number): Buffer {
  const key = `${format} ${seed}`;
  const file = written.get(key) ?? newFile(format, seed);
  written.set(key, file);
  return file;
}

function newFile(format: FuzzFormat, seed: number): Buffer {
  if (format === 'zip') return zipBytes(seedParts('zip', seed));
  return pick(tableWriters[format], seed).write(seedRows(seed));
}
