import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/addresses/readText.ts';
import { divisions } from '../shippedDivisions.ts';

const read = (addressee: string) =>
  readText(`江苏省南京市玄武区珠江路1号 13812345678 ${addressee}`, divisions);

describe('who receives, told as one tells it to somebody', () => {
  test.each([
    ['找司马光收', '司马光'],
    ['找李明', '李明'],
    ['给王经理', '王经理'],
    ['联系李明', '李明'],
    ['打给老王', '老王'],
    ['我叫李明', '李明'],
    ['我是李明明', '李明明'],
    ['李明代收', '李明'],
    ['李明本人签收', '李明'],
    ['李明（本人）', '李明'],
  ])('%s is for %s, and the label says no more', (addressee, name) => {
    expect(read(addressee)).toMatchObject({ name, detail: '珠江路1号', status: 'ok' });
  });

  test.each(['联系方式', '找万达广场', '给我打电话'])('%s names nobody', (addressee) => {
    expect(read(addressee).name).toBe('');
  });
});

test.each(['（打不通打13622223333）', '（备用电话：13622223333）', '(备用13622223333)'])(
  '%s: a second number leaves no bracket in the street',
  (second) => {
    expect(read(`李明 ${second}`)).toMatchObject({ detail: '珠江路1号', otherPhones: ['13622223333'] });
  },
);
