import type { implement } from '@orpc/server';
import type { contract } from '../../../../shared/contracts/contract.ts';
import type { AwayConflictView } from '../../../../shared/contracts/packing/away.ts';
import { type AwayConflict, codeOfConflict } from '../../../../shared/domain/packing/awayConflicts.ts';
import { minuteMs } from '../../../../shared/rules/shopTime.ts';
import type { PageWorld } from '../pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const kinds: readonly AwayConflict[] = [
  'packed-elsewhere',
  'cancelled',
  'left-stopped',
  'edit-changed',
  'import-changed',
];

/** A bench whose server is away, or has come back with trouble. */
export function pageAway(os: Os, { now, orders, options, tell }: PageWorld) {
  const conflictOf = (kind: AwayConflict, no: number): AwayConflictView => ({
    id: `conflict-${no}`,
    kind,
    code: codeOfConflict(kind),
    orderId: orders[no]?.id ?? '',
    orderNo: orders[no]?.orderNo ?? '',
    parcelNo: 1,
    waybillNo: '78910000000042',
    at: now() - 30 * minuteMs,
    operator: '',
    file: '',
    reason: '',
    fileName: kind === 'import-changed' ? '订单 11-25.xlsx' : '',
    count: kind === 'import-changed' ? 3 : 0,
    listNo: kind === 'left-stopped' ? 'H20261125-ZTO-7K3QPX' : '',
  });
  let conflicts = options.server === 'back' ? kinds.map(conflictOf) : [];
  const isAway = options.server === 'away';
  const settle = (settled: string) => {
    conflicts = conflicts.filter(({ id }) => id !== settled);
    tell('packing');
    return { left: conflicts.length };
  };
  return {
    state: os.away.state.handler(() => ({
      since: isAway ? now() - 12 * minuteMs : null,
      knownAt: now() - (isAway ? 12 * minuteMs : 0),
      waiting: isAway ? 7 : 0,
      labels: isAway ? 3 : 0,
      code: '',
      imports: isAway
        ? [
            {
              id: 'waiting-1',
              file: '订单 11-25.xlsx',
              rows: 1240,
              orders: 1200,
              at: now() - 5 * minuteMs,
              operator: '',
            },
            {
              id: 'waiting-2',
              file: '补单.csv',
              rows: 12,
              orders: 12,
              at: now() - 2 * minuteMs,
              operator: '',
            },
          ]
        : [],
      conflicts,
    })),
    settle: os.away.settle.handler(({ input }) => settle(input.id)),
    compare: os.away.compare.handler(() => ({
      fields: [
        { field: 'phone', before: '13800138000', ours: '13912345678', theirs: '13800138000' },
        { field: 'sellerRemark', before: '', ours: '放门卫', theirs: '送货上门' },
        { field: 'hold', before: '', ours: '', theirs: 'customer: 客人说晚两天' },
        { field: 'state', before: '', ours: '', theirs: 'held' },
      ],
    })),
    takeOurs: os.away.takeOurs.handler(({ input }) => settle(input.id)),
  };
}
