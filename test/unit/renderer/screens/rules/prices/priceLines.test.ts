import { expect, test } from 'vitest';
import {
  addBelow,
  blankLine,
  copyText,
  linesOf,
  pasteBlock,
  placeNamesOf,
  readPasted,
  removeLine,
  setCell,
} from '../../../../../../renderer/screens/rules/prices/priceLines.ts';

const lines = () => [
  blankLine({ zone: '一区', places: '江浙沪、安徽', upToKg: '0.5', firstYuan: '2', surchargeYuan: '1' }),
  blankLine({ firstKg: '1', firstYuan: '3', stepKg: '1', stepYuan: '1' }),
  blankLine({ zone: '二区', places: '广东', firstYuan: '5', upToKg: '1' }),
];

test('the first line of a zone can be removed without giving its prices to the zone above', () => {
  const before = lines();
  const after = removeLine(before, before[0]?.key ?? '');
  expect(after.map(({ cells }) => [cells.zone, cells.places, cells.firstYuan, cells.surchargeYuan])).toEqual([
    ['一区', '江浙沪、安徽', '3', '1'],
    ['二区', '广东', '5', ''],
  ]);
});

test('a zone of one line goes as a whole', () => {
  const before = lines();
  expect(removeLine(before, before[2]?.key ?? '').length).toBe(2);
});

test('a step is added below its line, and a cell is put without touching another', () => {
  const before = lines();
  const added = blankLine();
  const grown = addBelow(before, before[1]?.key ?? '', added);
  expect(grown.indexOf(added)).toBe(2);
  const put = setCell(grown, added.key, 'firstYuan', '4');
  expect(put.map(({ cells }) => cells.firstYuan)).toEqual(['2', '3', '4', '5']);
});

test('names of places are looked up once each', () => {
  expect(placeNamesOf([...lines(), ...lines()])).toEqual(['江浙沪', '安徽', '广东']);
});

test('a block from a spreadsheet is told from a word, and its heading from its rows', () => {
  expect(readPasted('3.5')).toBeNull();
  expect(readPasted('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(readPasted('分区\t省份或城市\n近\t江苏')).toEqual([['近', '江苏']]);
});

test('a block fills to the right and down, adds lines where they run out and stops at the last column', () => {
  const before = lines();
  const after = pasteBlock(before, before[2]?.key ?? '', 'stepYuan', [
    ['1', '2', 'beyond'],
    ['3', '4'],
  ]);
  expect(after.length).toBe(4);
  expect(after.slice(2).map(({ cells }) => [cells.zone, cells.stepYuan, cells.surchargeYuan])).toEqual([
    ['二区', '1', '2'],
    ['', '3', '4'],
  ]);
});

test('what is copied is a heading and the lines as a spreadsheet takes them', () => {
  const one = linesOf([
    {
      name: '一区',
      places: [{ province: '广东省', city: '' }],
      steps: [{ kind: 'flat', upToGrams: 1000, amountFen: 250 }],
      surchargeFen: 0,
    },
  ]);
  expect(copyText(one, ['甲', '乙'])).toBe('甲\t乙\n一区\t广东省\t1\t\t2.5\t\t\t');
});
