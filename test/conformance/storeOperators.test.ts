import { beforeEach, describe, expect, it } from 'vitest';
import type { Operator, StoredOperatorAct } from '../../electron/store/schema.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const operator = (change: Partial<Operator> = {}): Operator => ({
  id: 'o1',
  name: '王店长',
  role: 'manager',
  version: 0,
  pinSalt: '00',
  pinHash: '11',
  wrongPins: 0,
  triedAt: 0,
  wrongSince: 0,
  pinForm: '',
  badgeDigest: '',
  signedInAt: null,
  createdAt: 1,
  removedAt: null,
  ...change,
});

const act = (no: number): StoredOperatorAct => ({
  no,
  at: no,
  kind: 'reprinted',
  operator: '王店长',
  approver: '',
  orderId: 'x',
  what: `copy ${no}`,
  reason: '卡纸',
  step: '',
  begunNo: null,
  chain: String(no),
});

describe.each(engines)('operators in the store on $name', ({ open }) => {
  const desk = storeDesk(open);
  beforeEach(async () => {
    await desk.store.write(async (write) => {
      await write.operators.insert(operator());
      await write.operators.insert(operator({ id: 'o2', name: 'Ann', role: 'packer' }));
    });
  });

  it('lists who works here in the order they came, and forgets nobody who is gone', async () => {
    const names = async () => (await desk.store.read.operators.active()).map(({ name }) => name);
    expect(await names()).toEqual(['王店长', 'Ann']);
    const gone = { id: 'o2', version: 0 };
    expect(await desk.store.write((write) => write.operators.change(gone, { removedAt: 9 }))).toBeDefined();
    expect(await names()).toEqual(['王店长']);
    expect(await desk.store.read.operators.byId('o2')).toMatchObject({
      name: 'Ann',
      removedAt: 9,
      version: 1,
    });
  });

  it('changes an operator only as it was seen; a note of a PIN tried is no change', async () => {
    const seen = { id: 'o1', version: 0 };
    await desk.store.write((write) => write.operators.note('o1', { wrongPins: 2, triedAt: 7 }));
    expect(await desk.store.write((write) => write.operators.change(seen, { role: 'clerk' }))).toBeDefined();
    expect(
      await desk.store.write((write) => write.operators.change(seen, { role: 'packer' })),
    ).toBeUndefined();
    expect(await desk.store.read.operators.byId('o1')).toMatchObject({
      role: 'clerk',
      wrongPins: 2,
      triedAt: 7,
    });
  });

  it('keeps acts in their order, one row a number', async () => {
    expect(await desk.store.read.operatorActs.last()).toBeUndefined();
    for (const no of [1, 2, 3]) await desk.store.write((write) => write.operatorActs.add(act(no)));
    await expect(desk.store.write((write) => write.operatorActs.add(act(2)))).rejects.toThrow();
    expect(await desk.store.read.operatorActs.last()).toEqual(act(3));
    expect(await desk.store.read.operatorActs.count()).toBe(3);
    const window = await desk.store.read.operatorActs.window({ offset: 1, limit: 1 });
    expect(window.map(({ no }) => no)).toEqual([2]);
    expect((await desk.store.read.operatorActs.after(1, 9)).map(({ no }) => no)).toEqual([2, 3]);
  });
});
