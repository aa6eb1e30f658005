import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkedReceiver } from '../../../../../electron/addresses/readReceiver.ts';
import type { AddressReading } from '../../../../../shared/domain/addressReading.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';
import { divisions } from '../shippedDivisions.ts';

const districts = [...new Set(divisions.byCode.values())].filter(({ level }) => level === 'district');
const streets = ['珠江路', '中山北路', '科技园一路', '解放大道', '阳光花园'];
const doors = ['1号', '88号3栋1204室', '１２号Ａ座', '5号😊', '12弄\u200b5号', '6号[7839]', '7号（东门）'];
const names = ['王伟', '李芳（收）', '张静丽🌹', '刘强[7839]', 'Anna Lee', '买买提·艾力'];
const phones = [
  '13812345678',
  '138 1234 5678',
  '13812345678转88',
  '13812345678/13987654321',
  '025-83331234',
  '4006171205',
];

const anyReceiver: fc.Arbitrary<ReceiverColumns> = fc
  .record({
    district: fc.constantFrom(...districts),
    isShort: fc.boolean(),
    said: fc.constantFrom('once', 'front', 'front-short', 'behind', 'one-cell'),
    street: fc.constantFrom(...streets),
    door: fc.constantFrom(...doors),
    name: fc.constantFrom(...names),
    phone: fc.constantFrom(...phones),
  })
  .map(({ district, isShort, said, street, door, name, phone }) => {
    const province = district.parent?.parent?.name ?? '';
    const city = district.parent?.name || (province.endsWith('市') ? province : '');
    const cell = (text: string, short = isShort) => (short ? text.replace(/(?<=..)[省市区县]$/, '') : text);
    const path = [province, city, district.name];
    const again = path.map((part) => cell(part, said === 'front-short')).join('');
    const front = said.startsWith('front') ? again : '';
    return {
      ...emptyReceiverColumns,
      name,
      phone,
      ...(said === 'one-cell'
        ? { region: path.join(' ') }
        : { province: cell(province), city: cell(city), district: cell(district.name) }),
      address: `${front}${street}${door}${said === 'behind' ? ` ${again}` : ''}`,
    };
  });

/** Half-width, without blanks and signs. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

function fieldOf(reading: AddressReading, field: string): string {
  if (field === 'otherPhone') return reading.otherPhones.join(' ');
  const value = reading[field as keyof AddressReading];
  return typeof value === 'string' ? value : '';
}

test('each piece of a cell is the value it stands for, or a correction says what became of it', () => {
  let told = 0;
  fc.assert(
    fc.property(anyReceiver, (columns) => {
      const { reading, cells } = readMarkedReceiver(columns, divisions);
      if (reading.candidates.length > 0) return;
      for (const [column, spans] of cells) {
        const cell = columns[column].trim();
        let at = 0;
        for (const { field, start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(cell.length);
          at = end;
          const text = cell.slice(start, end);
          const isValue =
            field === 'extension'
              ? bare(text).endsWith(reading.extension)
              : bare(fieldOf(reading, field)).includes(bare(text));
          const isTold = reading.corrections.some(
            ({ from }) => from !== '' && (from.includes(text) || text.includes(from)),
          );
          if (!isValue) told++;
          expect([column, field, text, isValue || isTold]).toEqual([column, field, text, true]);
        }
      }
    }),
    { seed: 20_261_125, numRuns: 3_000 },
  );
  expect(told).toBeGreaterThan(50);
});

test('no letter or digit of a cell gets lost without a word', () => {
  fc.assert(
    fc.property(anyReceiver, (columns) => {
      const { reading, cells } = readMarkedReceiver(columns, divisions);
      for (const column of ['name', 'phone', 'address'] as const) {
        const spans = cells.get(column) ?? [];
        const cell = columns[column].trim();
        const left = [...cell].filter((_, index, all) => {
          const place = all.slice(0, index).join('').length;
          return !spans.some(({ start, end }) => start <= place && place < end);
        });
        const unseen = bare(left.join(''));
        const isTold = reading.corrections.some(({ from }) => bare(from).includes(unseen));
        expect([cell, unseen, unseen === '' || isTold]).toEqual([cell, unseen, true]);
      }
    }),
    { seed: 20_261_126, numRuns: 3_000 },
  );
});

test('anything in any column gets spans that lie in its cell, in order', () => {
  const bits =
    '江苏省 南京市 玄武区 北京市 市辖区 东莞市 虎门镇 珠江路 1号 13812345678 [1234] 转88 😊 \u200b (收) ， 025-83331234 于洋 * １ 江干区 高新区 . $&'.split(
      ' ',
    );
  const cell = fc.oneof(
    fc.constant(''),
    fc.array(fc.constantFrom(...bits, ' ', '\n'), { maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const columns = Object.fromEntries(Object.keys(emptyReceiverColumns).map((column) => [column, cell]));
  fc.assert(
    fc.property(fc.record(columns), (given) => {
      const all = { ...emptyReceiverColumns, ...given };
      const { reading, cells } = readMarkedReceiver(all, divisions);
      for (const [column, spans] of cells) {
        let at = 0;
        for (const { start, end } of spans) {
          expect(start >= at && end > start && end <= all[column].trim().length).toBe(true);
          at = end;
        }
      }
      for (const { from, to } of reading.corrections) expect(from).not.toBe(to);
    }),
    { seed: 20_261_127, numRuns: 3_000 },
  );
});
