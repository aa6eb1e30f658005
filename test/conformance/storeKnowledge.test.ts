import { describe, expect, it } from 'vitest';
import type { LearnedLink, LearnedThing } from '../../electron/store/schema.ts';
import type { NoShipEntry } from '../../shared/domain/addressKnowledge.ts';
import { storeDesk } from '../doubles/workspace/storeDesk.ts';
import { engines } from './storeEngines.ts';

const learnedRow = (no: number, change: Partial<LearnedThing> = {}): LearnedThing => ({
  id: `learned-${no}`,
  kind: 'address',
  source: '',
  shop: '',
  textKey: `text-${no}`,
  addressKey: `address-${no}`,
  contactKey: `contact-${no}`,
  valueKey: `value-${no}`,
  mayLift: 1,
  written: '',
  name: '林小满',
  phone: '13912345678',
  extension: '',
  province: '江苏省',
  city: '南京市',
  district: '鼓楼区',
  town: '',
  detail: `样板路${no}号`,
  learnedAt: no,
  forgottenAt: null,
  ...change,
});

const link = (learned: number, order: number, role: LearnedLink['role'] = 'taught') => ({
  learnedId: `learned-${learned}`,
  orderId: `order-${order}`,
  role,
  at: 1,
});

const noShipRow = (change: Partial<NoShipEntry> = {}): NoShipEntry => ({
  id: 'n1',
  carrier: '',
  province: '新疆维吾尔自治区',
  city: '',
  district: '',
  town: '',
  word: '',
  reason: '',
  createdAt: 1,
  ...change,
});

const nothing = { textKey: '', addressKey: '', contactKey: '' };

describe.each(engines)('what the store on $name knows of addresses', ({ open }) => {
  const desk = storeDesk(open);

  const learn = (...rows: readonly LearnedThing[]) =>
    desk.store.write(async (write) => {
      for (const row of rows) await write.learned.learn(row);
    });
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

  it('keeps one thing once, however often it is learned, and brings it back into use', async () => {
    await learn(learnedRow(1, { forgottenAt: 5 }));
    const again = learnedRow(2, { textKey: 'text-1', valueKey: 'value-1' });
    expect(await desk.store.write((write) => write.learned.learn(again))).toBe('learned-1');
    expect(await desk.store.read.learned.window(undefined, { offset: 0, limit: 9 })).toMatchObject([
      { id: 'learned-1', forgottenAt: null },
    ]);
  });

  it('finds by text, by address and by contact, never by an empty key, never what is forgotten', async () => {
    await learn(
      learnedRow(1),
      learnedRow(2),
      learnedRow(3),
      learnedRow(4, { forgottenAt: 1 }),
      learnedRow(5, { addressKey: '', contactKey: '', kind: 'spelling' }),
    );
    const keys = { textKey: 'text-1', addressKey: 'address-2', contactKey: 'contact-3' };
    expect(ids(await desk.store.read.learned.matching(keys))).toEqual([
      'learned-1',
      'learned-2',
      'learned-3',
    ]);
    expect(await desk.store.read.learned.matching({ ...nothing, textKey: 'text-4' })).toEqual([]);
    expect(await desk.store.read.learned.matching(nothing)).toEqual([]);
  });

  it('gives the texts that settle an order, and more rows than one statement takes', async () => {
    await learn(learnedRow(1), learnedRow(2, { mayLift: 0 }), learnedRow(3, { forgottenAt: 1 }));
    expect(await desk.store.read.learned.liftableTextKeys()).toEqual(new Set(['text-1']));
    const keys = Array.from({ length: 2_500 }, (_, no) => `text-${no}`);
    expect(ids(await desk.store.read.learned.byTextKeys(keys))).toEqual(['learned-1', 'learned-2']);
  });

  it('gives the spellings of one shop alone', async () => {
    const spelling = { kind: 'spelling', addressKey: '', contactKey: '', source: 'taobao' } as const;
    await learn(
      learnedRow(1, { ...spelling, shop: 'a' }),
      learnedRow(2, { ...spelling, shop: 'b' }),
      learnedRow(3, { ...spelling, shop: 'a', source: 'jd' }),
      learnedRow(4),
    );
    expect(ids(await desk.store.read.learned.spellings('taobao', 'a'))).toEqual(['learned-1']);
  });

  it('counts the orders behind it; who taught it stays its teacher', async () => {
    await learn(learnedRow(1));
    await desk.store.write(async (write) => {
      await write.learned.link([link(1, 1), link(1, 2, 'lifted'), link(1, 1, 'lifted'), link(1, 2)]);
    });
    expect(await desk.store.read.learned.byId('learned-1')).toMatchObject({ uses: 2 });
    expect((await desk.store.read.learned.linksOf('learned-1')).map(({ role }) => role)).toEqual([
      'taught',
      'taught',
    ]);
    await desk.store.write((write) => write.learned.unlink('order-1'));
    expect(await desk.store.read.learned.linksOfOrder('order-1')).toEqual([]);
    await desk.store.write((write) => write.learned.remove('learned-1'));
    expect(await desk.store.read.learned.linksOf('learned-1')).toEqual([]);
  });

  it('lists newest first, and finds literally what is searched for', async () => {
    await learn(learnedRow(1), learnedRow(2, { detail: '100%路_1号' }), learnedRow(3));
    const found = (search?: string) => desk.store.read.learned.window(search, { offset: 0, limit: 9 });
    expect((await found()).map(({ id }) => id)).toEqual(['learned-3', 'learned-2', 'learned-1']);
    expect(ids(await found('0%路_'))).toEqual(['learned-2']);
    expect(await desk.store.read.learned.count('0_路')).toBe(0);
    expect(await desk.store.read.learned.count(' ')).toBe(3);
  });

  it('lets go for good only what was forgotten before', async () => {
    await learn(learnedRow(1, { forgottenAt: 10 }), learnedRow(2, { forgottenAt: 20 }), learnedRow(3));
    await desk.store.write(async (write) => {
      await write.learned.link([link(1, 1), link(2, 1)]);
      await write.learned.prune(20);
    });
    expect(ids(await desk.store.read.learned.window(undefined, { offset: 0, limit: 9 }))).toEqual([
      'learned-2',
      'learned-3',
    ]);
    expect(await desk.store.read.learned.linksOfOrder('order-1')).toMatchObject([{ learnedId: 'learned-2' }]);
  });

  it('keeps a place of the no-ship list once for each carrier', async () => {
    const insert = (row: NoShipEntry) => desk.store.write((write) => write.noShip.insert(row));
    expect(await insert(noShipRow())).toBe(true);
    expect(await insert(noShipRow({ id: 'n2', reason: '别的' }))).toBe(false);
    expect(await insert(noShipRow({ id: 'n3', carrier: 'ZTO' }))).toBe(true);
    expect(await desk.store.write((write) => write.noShip.remove('n2'))).toBe(false);
    expect(await desk.store.write((write) => write.noShip.remove('n1'))).toBe(true);
    expect(ids(await desk.store.read.noShip.all())).toEqual(['n3']);
  });

  it('keeps the newest answer of each account about each place, until it is too old', async () => {
    const answer = (at: number, told: 'reachable' | 'remote', place = 'p1') => ({
      accountId: 'a1',
      carrier: '',
      placeKey: place,
      answer: told,
      checkedAt: at,
    });
    await desk.store.write(async (write) => {
      await write.reach.put(answer(1, 'reachable'));
      await write.reach.put(answer(2, 'remote'));
      await write.reach.put(answer(1, 'reachable', 'p2'));
      await write.reach.prune(2);
    });
    expect(await desk.store.read.reach.ofPlace('p1')).toMatchObject([
      { answer: 'remote', checkedAt: 2, accountName: null },
    ]);
    expect(await desk.store.read.reach.ofPlace('p2')).toEqual([]);
  });
});
