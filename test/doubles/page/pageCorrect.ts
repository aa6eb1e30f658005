import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { type CorrectionItem, readText } from './pageCorrections.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

interface Step {
  readonly stepId: string;
  readonly items: readonly CorrectionItem[];
  readonly at: number;
}

const regions = [
  { province: '广东省', city: '深圳市', district: '', town: '', initials: 'gdsz' },
  { province: '广东省', city: '深圳市', district: '南山区', town: '', initials: 'szns' },
  { province: '浙江省', city: '杭州市', district: '余杭区', town: '', initials: 'hzyh' },
  { province: '吉林省', city: '长春市', district: '朝阳区', town: '', initials: 'cccy' },
];

const children: Readonly<Record<number, readonly string[]>> = {
  0: ['浙江省', '上海市', '广东省', '江苏省', '北京市'],
  1: ['杭州市', '宁波市', '温州市', '上海市', '深圳市', '北京市', '长春市'],
  2: ['余杭区', '西湖区', '拱墅区', '静安区', '南山区', '朝阳区'],
  3: ['仓前街道', '五常街道', '良渚街道'],
};

/** The review queue as the page's double keeps it: entries by address key, steps, drafts. */
function pageQueue({ corrections, now, fail, change, tell }: PageWorld) {
  const steps: Step[] = [];
  const drafts = new Map<string, Party>();
  const members = ({ addressKey, orderId }: CorrectionItem): CorrectionItem[] => {
    const own = corrections.filter((item) => item.addressKey === addressKey);
    return [
      ...own.filter((item) => item.orderId === orderId),
      ...own.filter((item) => item.orderId !== orderId),
    ];
  };
  return {
    steps,
    drafts,
    members,
    find: (orderId: string): CorrectionItem =>
      corrections.find((item) => item.orderId === orderId) ?? fail('ORDER_GONE'),
    entries: (issue: string | undefined): CorrectionItem[] => {
      const seen = new Set<string>();
      return corrections
        .filter((item) => issue === undefined || item.issue === issue)
        .filter(({ addressKey }) => (seen.has(addressKey) ? false : seen.add(addressKey)))
        .sort((a, b) => Number(a.isPutOff) - Number(b.isPutOff));
    },
    take: (items: readonly CorrectionItem[]): string => {
      const gone = new Set(items.map(({ orderId }) => orderId));
      corrections.splice(0, corrections.length, ...corrections.filter(({ orderId }) => !gone.has(orderId)));
      const stepId = `step-${steps.length + 1}`;
      steps.unshift({ stepId, items, at: now() });
      for (const { orderId } of items) {
        drafts.delete(orderId);
        change(orderId, { state: 'ready' });
      }
      return stepId;
    },
    giveBack: (stepId: string): number => {
      const at = steps.findIndex((step) => step.stepId === stepId);
      const [step] = at < 0 ? [] : steps.splice(at, 1);
      for (const item of [...(step?.items ?? [])].reverse()) {
        const { version } = change(item.orderId, { state: 'needs-review' });
        corrections.unshift({ ...item, version });
      }
      corrections.sort((a, b) => a.reading.confidence.overall - b.reading.confidence.overall);
      tell('orders', 'status');
      return step?.items.length ?? 0;
    },
  };
}

type Queue = ReturnType<typeof pageQueue>;

function itemView(item: CorrectionItem, queue: Queue) {
  const { addressKey: _key, issue: _issue, originalText, reading, ...rest } = item;
  return {
    ...rest,
    shop: '山野小铺',
    original: [{ column: 'oneLine', text: originalText, spans: reading.spans }],
    reading,
    items: [{ name: item.goodsText.split('×')[0] ?? '', sku: '', quantity: 1 }],
    weightGrams: 500,
    parcelCount: 1,
    sellerRemark: '',
    together: queue.members(item).map(({ orderId, orderNo, version, goodsText, buyerRemark }) => ({
      orderId,
      orderNo,
      version,
      goodsText,
      buyerRemark,
    })),
    draft: queue.drafts.get(item.orderId) ?? null,
  };
}

function batches(os: Os, { corrections }: PageWorld, queue: Queue) {
  const certain = (min: number) =>
    corrections.filter(
      ({ reading }) =>
        reading.confidence.overall >= min && reading.candidates.length < 2 && !reading.phone.includes('*'),
    );
  return {
    previewAbove: os.correct.previewAbove.handler(async function* ({ input }) {
      const total = corrections.length;
      yield { kind: 'progress' as const, done: Math.floor(total / 2), total, accepted: 0 };
      const taken = certain(input.minConfidence);
      const samples = taken
        .slice(0, 3)
        .map(({ orderId, orderNo }) => ({ orderId, orderNo, from: '闸北区', to: '静安区' }));
      yield {
        kind: 'finished' as const,
        untilId: 'z',
        accepted: taken.length,
        staying: total - taken.length,
        changes:
          taken.length === 0 ? [] : [{ kind: 'merged', field: 'district', orders: taken.length, samples }],
        stays: [{ kind: 'below', field: '', orders: total - taken.length, samples: [] }],
      };
    }),
    acceptAbove: os.correct.acceptAbove.handler(async function* ({ input }) {
      const taken = certain(input.minConfidence);
      const stepId = queue.take(taken);
      yield { kind: 'finished' as const, stepId, accepted: taken.length, isCancelled: false };
    }),
  };
}

/** Everything of the Correct screen. */
export function pageCorrect(os: Os, world: PageWorld) {
  const { corrections, slice, fail, tell, own } = world;
  const queue = pageQueue(world);
  return {
    ...batches(os, world, queue),
    queue: os.correct.queue.handler(({ input }) => ({
      ...slice(
        queue.entries(input.issue).map((item) => ({
          orderId: item.orderId,
          orderNo: item.orderNo,
          originalText: item.originalText,
          confidence: item.reading.confidence.overall,
          issues: [item.issue],
          orders: queue.members(item).length,
          isPutOff: item.isPutOff,
        })),
        input,
      ),
      orders: corrections.length,
    })),
    issues: os.correct.issues.handler(() => {
      const counts = new Map<string, number>();
      for (const { issue } of corrections) counts.set(issue, (counts.get(issue) ?? 0) + 1);
      return [...counts].map(([issue, orders]) => ({ issue, orders }));
    }),
    item: os.correct.item.handler(({ input }) => itemView(queue.find(input.orderId), queue)),
    accept: os.correct.accept.handler(({ input }) => {
      const item = queue.find(input.orderId);
      if (input.receiver.phone.includes('*')) return fail('ADDRESS_MASKED');
      own.accepted.push(input.receiver.province);
      const items = input.together > 1 ? queue.members(item) : [item];
      return { stepId: queue.take(items), accepted: items.length, waiting: 0 };
    }),
    steps: os.correct.steps.handler(() =>
      queue.steps.map(({ stepId, items, at }) => ({
        stepId,
        orders: items.length,
        orderId: items[0]!.orderId,
        orderNo: items[0]!.orderNo,
        at,
      })),
    ),
    undo: os.correct.undo.handler(async function* ({ input }) {
      yield { kind: 'finished' as const, undone: queue.giveBack(input.stepId), kept: 0 };
    }),
    putOff: os.correct.putOff.handler(({ input }) => {
      for (const member of queue.members(queue.find(input.orderId))) member.isPutOff = input.to === 'end';
      tell('orders');
      return { orderId: input.orderId };
    }),
    keepDraft: os.correct.keepDraft.handler(({ input }) => {
      if (input.receiver === null) queue.drafts.delete(input.orderId);
      else queue.drafts.set(input.orderId, input.receiver);
      return { orderId: input.orderId };
    }),
    parse: os.correct.parse.handler(({ input }) => readText(input.text)),
    divisions: os.correct.divisions.handler(({ input }) => [
      ...(children[Object.values(input).filter((name) => name !== undefined).length] ?? []),
    ]),
    findRegion: os.correct.findRegion.handler(({ input }) => {
      const typed = input.typed.replace(/\s/g, '');
      return regions
        .filter(
          ({ initials, ...region }) =>
            initials.startsWith(typed) || Object.values(region).join('').includes(typed),
        )
        .map(({ initials: _initials, ...region }) => region);
    }),
  };
}
