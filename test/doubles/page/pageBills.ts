import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { BillItemRow, BillReportView } from '../../../shared/contracts/insight/bills.ts';
import {
  type BillClass,
  type BillField,
  billClasses,
  claimClasses,
  claimMoves,
  usualTolerance,
} from '../../../shared/domain/bills/bill.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** How many parcels of the sample bill are in each class. */
const counts: Readonly<Partial<Record<BillClass, number>>> = {
  matched: 11_962,
  unchecked: 214,
  weight: 168,
  price: 61,
  'weight-price': 12,
  voided: 9,
  unused: 17,
  double: 22,
  foreign: 8,
  unreadable: 3,
  missing: 31,
};

function itemOf(name: BillClass, no: number): BillItemRow {
  const isHeavy = name === 'weight' || name === 'weight-price';
  const isDear = name === 'price' || name === 'weight-price';
  const billedGrams = isHeavy ? 2_000 + (no % 3) * 1_000 : 1_000;
  const billedFen = 300 + Math.ceil(billedGrams / 1000 - 1) * 100 + (isDear ? 120 : 0);
  const isKnown = !['foreign', 'unreadable'].includes(name);
  const isClaim = claimClasses.includes(name);
  return {
    itemKey: `${name}-${no}`,
    class: name,
    reason: name === 'unchecked' ? 'no-price' : name === 'double' ? 'earlier-bill' : '',
    waybillNo: name === 'unreadable' ? '' : `7361${String(55_580_000 + no * 7 + name.length * 1_000)}`,
    orderId: isKnown ? `o${no}` : '',
    orderNo: isKnown ? `20261105${String(no).padStart(6, '0')}` : '',
    lines: name === 'missing' ? 0 : 1,
    firstRow: name === 'missing' ? 0 : no * 3 + 2,
    billedGrams: name === 'missing' ? null : billedGrams,
    ownGrams: isKnown ? 860 + (no % 5) * 20 : null,
    billedFen: name === 'missing' ? 0 : billedFen,
    estimateFen: isKnown ? 300 : null,
    expectedFen: name === 'unchecked' || !isKnown ? null : 300,
    differenceFen: name === 'unchecked' || !isKnown ? null : billedFen - 300,
    claimFen: isClaim ? (isHeavy || isDear ? billedFen - 300 : billedFen) : 0,
    claimState: isClaim ? 'open' : '',
    claimedFen: null,
    wonFen: null,
    claimNote: '',
    claimedBy: '',
    claimedAt: null,
  };
}

/** Carriers' bills of the page's double: one reconciled, and by a file's name 新 one whose columns are a guess, 同 one that is here. */
export function pageBills(os: Os, { options, now, tell, fail }: PageWorld) {
  const items = billClasses.flatMap((name) =>
    Array.from({ length: Math.min(500, counts[name] ?? 0) }, (_, no) => itemOf(name, no + 1)),
  );
  let tolerance = usualTolerance;
  let isThere = !options.isFresh;
  const claimTotals = (): BillReportView['claims'] => {
    const of = (state: string) => {
      const own = items.filter(({ claimState }) => claimState === state);
      const sum = (field: 'claimFen' | 'wonFen') => own.reduce((all, item) => all + (item[field] ?? 0), 0);
      return { items: own.length, unpriced: 0, claimFen: sum('claimFen'), wonFen: sum('wonFen') };
    };
    return { open: of('open'), sent: of('sent'), accepted: of('accepted'), refused: of('refused') };
  };
  const report = (): BillReportView => ({
    id: 'bill-1',
    carrier: 'ZTO',
    fileName: '中通账单 2026-11 上.xlsx',
    fromDay: '2026-11-01',
    toDay: '2026-11-15',
    lines: 12_476,
    billedFen: 4_210_350,
    createdAt: now() - 3_600_000,
    operator: '王芳',
    claims: claimTotals(),
    rowsSkipped: 2,
    toldFen: 4_210_350,
    codFen: 0,
    durationMs: 3_900,
    tolerance,
    classes: billClasses.map((name) => {
      const own = items.filter((item) => item.class === name);
      const count = counts[name] ?? 0;
      const scale = own.length === 0 ? 0 : count / own.length;
      const sum = (field: 'billedFen' | 'claimFen' | 'differenceFen') =>
        Math.round(own.reduce((all, item) => all + (item[field] ?? 0), 0) * scale);
      return {
        class: name,
        items: count,
        lines: name === 'missing' ? 0 : count,
        billedFen: sum('billedFen'),
        differenceFen: sum('differenceFen'),
        claimFen: sum('claimFen'),
      };
    }),
    isMissingKnown: true,
    sheetsLeft: [],
    overlapping: [],
  });
  const column = (columnIndex: number, header: string, field: BillField | null, samples: string[]) => ({
    columnIndex,
    header,
    field,
    rule: field === null ? ('none' as const) : ('dictionary' as const),
    isDoubtful: false,
    samples,
  });
  return {
    list: os.bills.list.handler(() => ({ total: isThere ? 1 : 0, rows: isThere ? [report()] : [] })),
    report: os.bills.report.handler(report),
    items: os.bills.items.handler(({ input }) => {
      const own = items.filter(
        (item) =>
          (input.class === undefined || item.class === input.class) &&
          (input.isClaim !== true || item.claimState !== '') &&
          (input.claimState === undefined || item.claimState === input.claimState) &&
          item.waybillNo.startsWith(input.search ?? ''),
      );
      return { total: own.length, rows: own.slice(input.offset, input.offset + input.limit) };
    }),
    look: os.bills.look.handler(({ input: { fileToken, columns } }) => {
      if (fileToken.includes('坏')) return fail('IMPORT_FILE_CORRUPT', { reason: 'zip' });
      const isGuess = fileToken.includes('新') && columns === undefined;
      return {
        sheet: '明细',
        columns: [
          column(0, '运单编号', columns?.['0'] ?? 'waybillNo', ['73615558000101', '73615558000102']),
          column(1, '揽件时间', 'day', ['2026-11-01 18:20', '2026-11-01 18:21']),
          column(2, '目的省份', 'destination', ['广东省', '浙江省']),
          column(3, '计费重量(kg)', 'weight', ['1.00', '2.00']),
          {
            ...column(4, isGuess ? '月结订单金额' : '应收金额', columns?.['4'] ?? 'total', ['3.00', '4.00']),
            isDoubtful: isGuess,
          },
          column(5, '网点', null, ['杭州一部', '杭州一部']),
        ],
        missing: [],
        sameBillId: fileToken.includes('同') ? 'bill-1' : '',
      };
    }),
    run: os.bills.run.handler(async function* () {
      yield { kind: 'progress' as const, rows: 6_000, share: 0.48 };
      isThere = true;
      tell('bills');
      yield { kind: 'finished' as const, billId: 'bill-1' };
    }),
    remove: os.bills.remove.handler(({ input: { billId } }) => {
      isThere = false;
      tell('bills');
      return { removed: billId };
    }),
    moveClaims: os.bills.moveClaims.handler(({ input }) => {
      let moved = 0;
      for (const [at, item] of items.entries()) {
        const isMeant =
          input.from === undefined ? input.itemKeys?.includes(item.itemKey) : item.claimState === input.from;
        if (isMeant !== true || item.claimState === '') continue;
        if (!claimMoves[item.claimState].includes(input.to))
          return fail('CLAIM_MOVED', { waybillNo: item.waybillNo, claimState: item.claimState });
        const wonFen = input.to === 'accepted' ? (input.amountFen ?? item.claimFen) : null;
        items[at] = { ...item, claimState: input.to, claimedFen: item.claimFen, wonFen, claimedAt: now() };
        moved += 1;
      }
      tell('bills');
      return { moved };
    }),
    writeClaims: os.bills.writeClaims.handler(() => ({
      fileToken: '/results/claims-ZTO.xlsx',
      name: 'claims-ZTO.xlsx',
      rowCount: items.filter(({ claimState }) => claimState === 'open').length,
    })),
    tolerance: os.bills.tolerance.handler(() => tolerance),
    setTolerance: os.bills.setTolerance.handler(({ input: { carrier: _carrier, ...changed } }) => {
      tolerance = changed;
      tell('bills');
      return tolerance;
    }),
  };
}
