import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, expect, it } from 'vitest';
import { type ReadBillLine, readBillFile } from '../../../../electron/imports/readBillFile.ts';
import { encodeGb18030 } from '../../../../electron/imports/writers/encodeGb18030.ts';

const folder = mkdtempSync(join(tmpdir(), 'bills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Rows = readonly (readonly (string | number)[])[];

function workbook(sheets: Readonly<Record<string, Rows>>): string {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const path = join(folder, `${Object.keys(sheets).join('-')}-${Math.trunc(performance.now() * 1000)}.xlsx`);
  writeFileSync(path, write(book, { bookType: 'xlsx', type: 'buffer' }) as Uint8Array);
  return path;
}

async function read(path: string) {
  const opened = await readBillFile(path);
  if (!opened.ok) throw new Error(opened.code);
  const lines: ReadBillLine[] = [];
  let toldFen: number | null = null;
  for await (const row of opened.value.rows())
    if (row.kind === 'line') lines.push(row.line);
    else toldFen = row.toldFen ?? toldFen;
  await opened.value.close();
  const { columns } = opened.value.layout;
  const fields = Object.fromEntries(
    columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]])),
  );
  return { lines, toldFen, fields, isDoubtful: columns.some((column) => column.isDoubtful) };
}

const waybillNo = 'SF1385628716739';

it.each<[string, Rows, Partial<ReadBillLine>]>([
  [
    'a monthly bill under a title and notes',
    [
      ['顺丰速运对账单'],
      ['月结卡号', '7550000001'],
      [
        '序号',
        '日期',
        '运单号码',
        '对方地区',
        '计费重量(KG)',
        '产品类型',
        '费用(元)',
        '折扣/促销',
        '应付金额(元)',
      ],
      [1, '2026-11-05', waybillNo, '上海', '1.5', '特快', '15.00', '3.00', '12.00'],
    ],
    { waybillNo, day: '2026-11-05', weightGrams: 1_500, amountFen: 1_200 },
  ],
  [
    'fees in columns of their own, without a total',
    [
      ['快递单号', '揽收时间', '目的省', '结算重量', '快递费', '偏远加收', '包装费'],
      [waybillNo, '2026/11/05 18:20:31', '西藏', '0.8kg', '3.2', '5', '0.5'],
    ],
    {
      waybillNo,
      day: '2026-11-05',
      weightGrams: 800,
      amountFen: 870,
      fees: { freight: 320, surcharge: 500, otherFee: 50 },
    },
  ],
  [
    'first and further weight charged in columns of their own, with the fee of a return',
    [
      ['运单号', '揽收日期', '重量(g)', '首重费', '续重费', '面单费', '退件费'],
      [waybillNo, '2026-11-05', 2_600, 3, 2, 0.2, 2.5],
    ],
    { waybillNo, weightGrams: 2_600, amountFen: 770, fees: { freight: 500, returnFee: 250, otherFee: 20 } },
  ],
  [
    'postal words, weights in grams',
    [
      ['邮件号', '收寄日期', '寄达局', '重量(克)', '实收资费'],
      ['9876543210123', '20261105', '成都', '480', '6.4'],
    ],
    { waybillNo: '9876543210123', day: '2026-11-05', weightGrams: 480, amountFen: 640 },
  ],
  [
    'a credit in brackets and money collected',
    [
      ['运单号', '费用类型', '代收货款', '金额'],
      [waybillNo, '退件费', '199.00', '(12.50)'],
    ],
    { waybillNo, feeKind: 'return', codFen: 19_900, amountFen: -1_250 },
  ],
])('reads %s', async (_what, rows, wanted) => {
  expect((await read(workbook({ 明细: rows }))).lines).toMatchObject([wanted]);
});

it('the total at the foot is what the bill says, and no line', async () => {
  const { lines, toldFen } = await read(
    workbook({
      明细: [
        ['运单号', '重量', '金额'],
        [waybillNo, 1, 3],
        ['合计', '', 3],
      ],
    }),
  );
  expect([lines.length, toldFen]).toEqual([1, 300]);
});

it.each<[string, Rows]>([
  ['a blank inside the word', [['合 计', '', '', 3, 0, 3]]],
  [
    'totals of the days before the one of the month',
    [
      ['', '本日小计', '', 3, 0, 3],
      ['本月合计', '', '', 3, 0, 3],
    ],
  ],
  [
    'the day before the word',
    [
      ['', '11月5日合计：', '', 3, 0, 3],
      ['总计', '', '', 3, 0, 3],
    ],
  ],
  ['the number of parcels behind the word, where numbers stand', [['', '', '总计1票', 3, 0, 3]]],
  [
    'a row of all figures and what is to be paid',
    [
      ['', '本期合计', 1, 3, 0, 3],
      ['应付总额', '', '', '', '', 3],
    ],
  ],
])('rows of sums are no charges: %s', async (_what, foot) => {
  const { lines, toldFen } = await read(
    workbook({
      明细: [
        ['序号', '业务日期', '运单号', '运费', '附加费', '合计'],
        [1, '2026-11-05', waybillNo, 3, 0, 3],
        ...foot,
      ],
    }),
  );
  expect(lines.map(({ amountFen }) => amountFen)).toEqual([300]);
  expect(toldFen).toBe(300);
});

it('a charge without a number is no sum, whatever it is for', async () => {
  const { lines } = await read(
    workbook({
      明细: [
        ['运单号', '费用类型', '金额'],
        [waybillNo, '运费', 3],
        ['', '仓储费', 50],
        ['', '退款合计服务费', 8],
      ],
    }),
  );
  expect(lines.map(({ amountFen, reason }) => [amountFen, reason])).toEqual([
    [300, ''],
    [5_000, 'no-number'],
    [800, 'no-number'],
  ]);
});

it('names in two lines are one header: parts of a fee below its title all count', async () => {
  const { lines, fields } = await read(
    workbook({
      明细: [
        ['序号', '揽收日期', '运单号', '计费重量', '运费(元)', '', '', '附加服务', ''],
        ['', '', '', '', '首重', '续重', '面单费', '保价费', '退件费'],
        [1, '2026-11-05', waybillNo, 2.8, 2.5, 4, 0.5, 1, 3],
      ],
    }),
  );
  expect(fields).toMatchObject({ 运费首重: 'freight', 运费续重: 'freight', 保价费: 'insuranceFee' });
  expect(lines).toMatchObject([
    {
      waybillNo,
      day: '2026-11-05',
      weightGrams: 2_800,
      amountFen: 1_100,
      fees: { freight: 650, returnFee: 300 },
    },
  ]);
});

it('amounts of first and further weight stand under their titles, beside the weights', async () => {
  const { lines } = await read(
    workbook({
      明细: [
        ['运单号', '结算重量', '首重', '', '续重', ''],
        ['', '', '重量', '金额', '重量', '金额'],
        [waybillNo, 2.8, 1, 2.5, 2, 4],
      ],
    }),
  );
  expect(lines).toMatchObject([{ waybillNo, weightGrams: 2_800, amountFen: 650 }]);
});

it('notes below the lines are no charges', async () => {
  const { lines } = await read(
    workbook({
      明细: [
        ['运单号', '日期', '重量', '金额', '备注'],
        [waybillNo, '2026-11-05', 1, 3, ''],
        ['备注：以上费用请于5日前核对', '', '', '', ''],
        ['开户行：工商银行', '6222020000000000000', '', '', ''],
      ],
    }),
  );
  expect(lines).toMatchObject([{ waybillNo, amountFen: 300 }]);
});

it('weights without a unit count in what most of the first lines do, however light the very first are', async () => {
  const grams = [120, 150, 90, 800, 1_200, 650, 2_400];
  const { lines } = await read(
    workbook({
      明细: [['运单号', '重量', '金额'], ...grams.map((one, no) => [`SF138562871673${no}`, one, 3])],
    }),
  );
  expect(lines.map(({ weightGrams }) => weightGrams)).toEqual(grams);
});

it('amounts with tax are amounts, also where the name says so', async () => {
  const { lines } = await read(
    workbook({
      明细: [
        ['快递单号', '应收金额（含税）', '不含税金额', '税额'],
        [waybillNo, 3, 2.83, 0.17],
      ],
    }),
  );
  expect(lines).toMatchObject([{ amountFen: 300 }]);
});

it('what is charged is charged, also where money collected for the shop is taken off it', async () => {
  const { lines, toldFen } = await read(
    workbook({
      明细: [
        ['运单号', '运费', '代收手续费', '代收货款', '应结算金额'],
        [waybillNo, 3, 2, 199, -194],
        ['SF1385628716740', 3, 0, 0, 3],
        ['合计', 6, 2, 199, -191],
      ],
    }),
  );
  expect(lines.map(({ amountFen, codFen }) => [amountFen, codFen])).toEqual([
    [500, 19_900],
    [300, 0],
  ]);
  expect(toldFen).toBe(800);
});

it('what is paid with tax and after the discount is the amount, not what it was before', async () => {
  const rows = (...more: string[]): Rows => [
    ['运单编号', '计费重量', '折前金额', '折后金额', ...more],
    [waybillNo, 0.7, 3.2, 2.64, ...more.map((name) => (name === '含税金额' ? 2.8 : 0.16))],
  ];
  expect((await read(workbook({ 明细: rows('税额', '含税金额') }))).lines).toMatchObject([
    { amountFen: 280 },
  ]);
  expect((await read(workbook({ 明细: rows() }))).lines).toMatchObject([{ amountFen: 264 }]);
});

it('a fee that nobody knows is asked about where no total tells what a line comes to', async () => {
  const header = ['运单号', '重量', '运费', '夜间作业费'];
  const line = [waybillNo, 1, 3, 1.5];
  const without = await read(workbook({ 明细: [header, line] }));
  expect([without.isDoubtful, without.lines[0]?.amountFen]).toEqual([true, 450]);
  const withTotal = await read(
    workbook({
      明细: [
        [...header, '合计'],
        [...line, 4.5],
      ],
    }),
  );
  expect([withTotal.isDoubtful, withTotal.lines[0]?.amountFen]).toEqual([false, 450]);
  // What goods cost, or a tax, is no fee of the parcel.
  const others = await read(
    workbook({
      明细: [
        ['运单号', '运费', '税费', '备注'],
        [waybillNo, 3, 1, ''],
      ],
    }),
  );
  expect(others.isDoubtful).toBe(false);
});

it('further sheets with the same columns belong to the bill, others do not', async () => {
  const header = ['运单号', '日期', '金额'];
  const { lines } = await read(
    workbook({
      汇总: [
        ['项目', '合计'],
        ['运费', 6],
      ],
      上旬: [header, [waybillNo, '2026-11-05', 3]],
      下旬: [header, ['SF1385628716740', '2026-11-25', 3]],
    }),
  );
  expect(lines.map((line) => line.waybillNo)).toEqual([waybillNo, 'SF1385628716740']);
  expect(new Set(lines.map(({ rowNo }) => rowNo)).size).toBe(2);
});

it('a csv of a Chinese spreadsheet program is read in its own encoding', async () => {
  const path = join(folder, 'gb.csv');
  writeFileSync(path, encodeGb18030(`运单号,业务日期,应收金额\n${waybillNo},2026-11-05,3.00\n`));
  expect((await read(path)).lines).toMatchObject([{ waybillNo, amountFen: 300 }]);
});

it('numbers a spreadsheet program has rounded are reported, not guessed', async () => {
  const { lines } = await read(
    workbook({
      明细: [
        ['运单号', '金额'],
        [waybillNo, 3],
        ['7.36156E+13', 3],
      ],
    }),
  );
  expect(lines[1]).toMatchObject({ waybillNo: '', amountFen: 300 });
  expect(lines[1]?.reason).toMatch(/number/);
});

it('an amount of something else is only a guess', async () => {
  expect(
    (
      await read(
        workbook({
          订单: [
            ['快递单号', '订单金额'],
            [waybillNo, 99],
          ],
        }),
      )
    ).isDoubtful,
  ).toBe(true);
});
