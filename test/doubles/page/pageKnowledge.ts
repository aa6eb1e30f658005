import type { implement } from '@orpc/server';
import type { LearnedRow } from '../../../shared/contracts/addressKnowledge.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { NoShipEntry, ReachHint } from '../../../shared/domain/addressKnowledge.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** What was learned, what platforms say and the no-ship list of the page's double. */
export function pageKnowledge(
  os: Os,
  { orders, corrections, now, fail, slice, tell, find, change }: PageWorld,
) {
  let noShip: NoShipEntry[] = [];
  let hints: ReachHint[] = [];
  let learned: LearnedRow[] = orders.slice(0, 3).map(({ receiver }, index) => ({
    id: `learned-${index}`,
    kind: 'address',
    source: '',
    shop: '',
    written: '',
    receiver,
    learnedAt: now() - (index + 1) * 86_400_000,
    usedCount: index,
    isForgotten: false,
  }));
  const mark = (id: string, isForgotten: boolean): LearnedRow => {
    learned = learned.map((row) => (row.id === id ? { ...row, isForgotten } : row));
    tell('addressKnowledge');
    return learned.find((row) => row.id === id) ?? fail('LEARNED_NOT_FOUND');
  };
  const { addressKnowledge: knowledge } = os;
  return {
    suggestions: knowledge.suggestions.handler(({ input }) => {
      const item = corrections.find(({ orderId }) => orderId === input.orderId);
      if (item === undefined) return [];
      const { name, phone, extension, town, detail } = item.reading;
      const region = { province: '浙江省', city: '杭州市', district: '余杭区' };
      const receiver = { name, phone, extension, ...region, town, detail };
      const learnedAt = now() - 3 * 86_400_000;
      return [
        { id: 'learned-0', origin: 'exact-address' as const, receiver, written: '', learnedAt, usedCount: 2 },
      ];
    }),
    learned: knowledge.learned.handler(({ input }) => slice(learned, input)),
    forget: knowledge.forget.handler(({ input }) => mark(input.id, true)),
    bringBack: knowledge.bringBack.handler(({ input }) => mark(input.id, false)),
    exportLearned: knowledge.exportLearned.handler(() => ({
      fileToken: 'address-memory',
      name: 'address-memory.xlsx',
      count: learned.length,
    })),
    askable: knowledge.askable.handler(() => [
      {
        accountId: 'account-1',
        name: '快递鸟主账号',
        platform: 'kdniao',
        canParse: true,
        canCheckReach: true,
      },
    ]),
    ask: knowledge.ask.handler(({ input }) => {
      const item = corrections.find(({ orderId }) => orderId === input.orderId);
      if (item === undefined) return fail('ORDER_GONE');
      const { name, phone, extension, province, city, town, detail } = item.reading;
      return {
        accountName: '快递鸟主账号',
        platform: 'kdniao',
        checkedAt: now(),
        receiver: { name, phone, extension, province, city, district: '余杭区', town, detail },
        differs: ['district'],
      };
    }),
    reach: knowledge.reach.handler(() => hints),
    askReach: knowledge.askReach.handler(() => {
      const said = {
        source: 'platform' as const,
        accountName: '快递鸟主账号',
        checkedAt: now(),
        place: '',
        reason: '',
      };
      hints = [...hints, { carrier: '', answer: 'reachable', ...said }];
      return hints;
    }),
    acceptReach: knowledge.acceptReach.handler(({ input }) => {
      find(input.orderId);
      const at = corrections.findIndex(({ orderId }) => orderId === input.orderId);
      corrections.splice(at, 1);
      tell('orders');
      return { orderId: input.orderId, version: change(input.orderId, { state: 'ready' }).version };
    }),
    noShip: knowledge.noShip.handler(() => noShip),
    addNoShip: knowledge.addNoShip.handler(({ input }) => {
      const entry = { ...input, id: `no-ship-${noShip.length + 1}`, createdAt: now() };
      noShip = [...noShip, entry];
      tell('addressKnowledge');
      return entry;
    }),
    removeNoShip: knowledge.removeNoShip.handler(({ input }) => {
      noShip = noShip.filter(({ id }) => id !== input.id);
      tell('addressKnowledge');
      return noShip;
    }),
  };
}
