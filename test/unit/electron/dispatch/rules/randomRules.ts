import fc from 'fast-check';
import type { OrderFacts } from '../../../../../electron/dispatch/rules/orderFacts.ts';
import type { BookingLane, BookingRule, RuleCondition } from '../../../../../shared/domain/bookingRule.ts';

/** A small world, so that rules and orders meet often. */
const places = [
  ['广东省', '深圳市'],
  ['广东省', '广州市'],
  ['浙江省', '杭州市'],
  ['新疆维吾尔自治区', '喀什地区'],
] as const;
const words = ['生鲜', '鲜', '易碎', ''] as const;
const shops = ['甲店', '乙店', ''] as const;
const steps = [0, 1, 500, 1000, 3000] as const;

export const lane = (carrier: string): BookingLane => ({
  accountId: 'a1',
  carrier,
  product: '',
  template: '',
});

const bound = fc.option(fc.constantFrom(...steps), { nil: null });

const randomCondition: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    isNot: fc.boolean(),
    places: fc.array(
      fc.oneof(
        fc
          .constantFrom(...places)
          .chain(([province, city]) =>
            fc.constantFrom({ province, city, areaId: '' }, { province, city: '', areaId: '' }),
          ),
        fc.constantFrom('jzh', 'far', 'unknown').map((areaId) => ({ province: '', city: '', areaId })),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constantFrom('goods' as const, 'remark' as const),
    isNot: fc.boolean(),
    texts: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
    side: fc.constantFrom('any' as const, 'seller' as const, 'buyer' as const),
  }),
  fc.record({
    kind: fc.constantFrom('shop' as const, 'source' as const, 'carrier' as const),
    isNot: fc.boolean(),
    texts: fc.array(fc.constantFrom(...shops), { minLength: 1, maxLength: 2 }),
    side: fc.constant('any' as const),
  }),
  fc.record({
    kind: fc.constantFrom('weight' as const, 'value' as const, 'quantity' as const, 'parcels' as const),
    over: bound,
    upTo: bound,
  }),
  fc.constant({ kind: 'noWeight' as const }),
  fc.record({ kind: fc.constant('cod' as const), isCod: fc.boolean() }),
);

export const randomRules: fc.Arbitrary<BookingRule[]> = fc
  .array(
    fc.record({
      isEnabled: fc.constantFrom(true, true, true, false),
      conditions: fc.array(randomCondition, { maxLength: 3 }),
      isHold: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rules) =>
    rules.map(({ isEnabled, conditions, isHold }, index) => ({
      id: `r${index + 1}`,
      isEnabled,
      conditions,
      outcome: isHold ? { kind: 'hold', reason: '' } : { kind: 'book', lane: lane(`C${index + 1}`) },
      share: null,
    })),
  );

const text = fc.constantFrom('', '生鲜', '鲜花', '易碎', '生鲜易碎', '衣服');

export const randomFacts: fc.Arbitrary<OrderFacts> = fc
  .record({
    place: fc.constantFrom(...places, ['青海省', '西宁市'] as const),
    weightGrams: fc.option(fc.constantFrom(1, 500, 501, 1000, 1001, 3000, 9000), { nil: null }),
    insuredFen: fc.constantFrom(0, 1, 500, 800, 5000),
    codFen: fc.constantFrom(0, 100),
    quantity: fc.constantFrom(0, 1, 2, 600),
    parcelCount: fc.constantFrom(1, 2),
    goodsText: text,
    sellerRemark: text,
    buyerRemark: text,
    shop: fc.constantFrom('甲店', '乙店', '丙店', ''),
    source: fc.constantFrom('甲店', 'taobao', ''),
    carrier: fc.constantFrom('', '甲店', 'ZTO'),
    orderKey: fc.string({ minLength: 1 }),
  })
  .map(({ place: [province, city], ...facts }) => ({ ...facts, province, city }));
