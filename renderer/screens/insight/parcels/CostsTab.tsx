import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Costs } from '../../../../shared/contracts/insight/board.ts';
import { ask } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { Button } from '../../../parts/Button.tsx';
import { ChartFrame } from '../../../parts/charts/ChartFrame.tsx';
import { Ranked } from '../../../parts/charts/Ranked.tsx';
import { fewestForShares, percentText } from '../../../parts/charts/scale.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { formatCount, formatMoney } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';

/** What a parcel costs by our prices, beside what the newest bill says of the same parcels. */
export function CostsTab() {
  const { t } = useTranslation();
  const answer = useQuery(ask.board.costs.queryOptions({ placeholderData: keepPreviousData }));
  return (
    <div className="insight-board">
      <AnswerState answer={answer} />
      {answer.data?.carriers.length === 0 && (
        <EmptyState icon="insight" title={t('insight.costs.none')}>
          <p>{t('insight.costs.noneNote')}</p>
          <Button onPress={() => go('ship')}>{t('common.toShip')}</Button>
        </EmptyState>
      )}
      {answer.data !== undefined && answer.data.carriers.length > 0 && <CostChart costs={answer.data} />}
    </div>
  );
}

/** What a bill says beyond the estimate, either way. */
function useDifference(): (fen: number | null) => string {
  const { t } = useTranslation();
  return (fen) => {
    if (fen === null) return '–';
    return t(fen < 0 ? 'insight.costs.less' : 'insight.costs.more', { money: formatMoney(Math.abs(fen)) });
  };
}

function CostChart({ costs: { from, to, carriers } }: { readonly costs: Costs }) {
  const { t } = useTranslation();
  const differs = useDifference();
  const carrierName = useCarrierNames();
  const rows = carriers.map(({ carrier, count, priced, pricedFen, bill }) => {
    const estimate = priced === 0 ? null : Math.round(pricedFen / priced);
    const billed = bill === null || bill.count === 0 ? null : Math.round(bill.billedFen / bill.count);
    const difference = bill === null || bill.count === 0 ? null : bill.billedFen - bill.estimateFen;
    const known = count === 0 ? t('chart.unknown') : percentText(priced / count);
    return {
      carrier,
      priced,
      estimate,
      billed,
      cells: [
        carrierName(carrier),
        formatCount(count),
        known,
        estimate === null ? t('chart.unknown') : formatMoney(estimate),
        billed === null ? t('insight.costs.noBill') : formatMoney(billed),
        differs(difference),
      ],
      note: [
        t('insight.costs.known', { percent: known }),
        billed === null
          ? t('insight.costs.noBill')
          : t('insight.costs.billed', { money: formatMoney(billed) }),
      ].join(' · '),
      open: () => go('ship', { booked: { from, to, carrier } }),
    };
  });
  const head = [
    t('col.carrier'),
    t('insight.costs.parcels'),
    t('insight.costs.knownShare'),
    t('insight.costs.estimate'),
    t('insight.costs.bill'),
    t('insight.costs.differs'),
  ];
  const priced = carriers.reduce((sum, one) => sum + one.priced, 0);
  const pricedFen = carriers.reduce((sum, one) => sum + one.pricedFen, 0);
  return (
    <ChartFrame
      title={
        priced === 0
          ? t('insight.costs.titleUnknown')
          : t('insight.costs.title', { money: formatMoney(Math.round(pricedFen / priced)) })
      }
      note={t('insight.costs.note', { count: priced, shown: formatCount(priced) })}
      table={{ head, rows: rows.map(({ carrier, cells, open }) => ({ key: carrier, cells, open })) }}
    >
      <Ranked
        rows={rows.map(({ carrier, priced: of, estimate, billed, cells, note, open }) => ({
          key: carrier,
          name: cells[0] ?? '',
          words: cells.map((cell, index) => (index === 0 ? cell : `${head[index]} ${cell}`)).join(' · '),
          value: estimate,
          mark: billed,
          figure: estimate === null ? '' : formatMoney(estimate),
          note,
          isFew: of < fewestForShares,
          open,
        }))}
      />
      <p className="soft small">{t('insight.costs.legend')}</p>
    </ChartFrame>
  );
}
