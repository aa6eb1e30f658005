import { useTranslation } from 'react-i18next';
import type { BillItemRow } from '../../../../shared/contracts/insight/bills.ts';
import { type ClaimState, claimMoves } from '../../../../shared/domain/bills/bill.ts';
import { core } from '../../../bridge/core.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { useNow } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { DetailPane, Facts } from '../../../parts/DetailPane.tsx';
import { formatMoney, formatWeight, useWhen } from '../../../parts/format.ts';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { PlainTable } from '../../../parts/table/PlainTable.tsx';
import { useAct } from '../../../work/useAct.ts';
import { classTone } from './billWords.ts';

interface BillItemPaneProps {
  readonly billId: string;
  readonly item: BillItemRow;
  onClose(): void;
}

const amount = (fen: number | null): string => (fen === null ? '–' : formatMoney(fen));

/** What the bill says of a parcel beside what is known of it, and its claim. */
export function BillItemPane({ billId, item, onClose }: BillItemPaneProps) {
  const { t } = useTranslation();
  const { waybillNo, firstRow, lines, reason, orderNo, differenceFen } = item;
  const rows = [
    [t('billWork.detail.weight'), formatWeight(item.billedGrams), formatWeight(item.ownGrams)],
    [
      t('billWork.detail.price'),
      lines === 0 ? '–' : amount(item.billedFen),
      amount(item.expectedFen ?? item.estimateFen),
    ],
  ] as const;
  return (
    <DetailPane
      label={waybillNo}
      head={<StateMark tone={classTone(item.class)} label={t(`billClass.${item.class}`)} />}
      onClose={onClose}
    >
      <p className="number bill-number">{waybillNo === '' ? '–' : waybillNo}</p>
      <PlainTable
        rows={rows}
        keyOf={([name]) => name}
        columns={[
          ['', ([name]) => name, 'head'],
          [t('billWork.detail.billed'), ([, billed]) => billed, 'count'],
          [t('billWork.detail.own'), ([, , own]) => own, 'count'],
        ]}
      />
      {item.claimState !== '' && <ItemClaim billId={billId} item={item} state={item.claimState} />}
      <Facts
        isSmall
        facts={[
          [t('billWork.detail.difference'), differenceFen === null ? '' : formatMoney(differenceFen)],
          [t('billWork.detail.estimate'), item.estimateFen === null ? '' : formatMoney(item.estimateFen)],
          [t('billWork.col.reason'), reason === '' ? '' : t(`billReason.${reason}`)],
          [t('billWork.col.orderNo'), orderNo],
        ]}
      />
      {lines > 0 && (
        <p className="soft small">{t('billWork.detail.rows', { row: firstRow, count: lines })}</p>
      )}
      {item.orderId !== '' && (
        <Button size="small" icon="search" onPress={() => go('track', { search: waybillNo })}>
          {t('billWork.detail.track')}
        </Button>
      )}
    </DetailPane>
  );
}

const moveWords = { open: 'undo', sent: 'sent', accepted: 'accepted', refused: 'refused' } as const;

interface ItemClaimProps {
  readonly billId: string;
  readonly item: BillItemRow;
  readonly state: ClaimState;
}

/** How far its claim is, and the steps from there. */
function ItemClaim({ billId, item, state }: ItemClaimProps) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const mayMove = useMissingRight(['exportOrders']) === null;
  const move = useAct((to: ClaimState) => core.bills.moveClaims({ billId, itemKeys: [item.itemKey], to }), {
    says: ({ moved }, to) => t('billWork.detail.moved', { count: moved, state: t(`claimState.${to}`) }),
  });
  const claimed = item.claimedFen ?? item.claimFen;
  const wordOf = (to: ClaimState) =>
    state === 'open' || (state === 'sent' && to !== 'open')
      ? t(`billWork.detail.${moveWords[to]}`)
      : t('billWork.detail.undo');
  return (
    <section className="bill-claim" aria-label={t('billWork.detail.claim')}>
      <p className="line">
        <strong>{t(`claimState.${state}`)}</strong>
        <span className="number">
          {claimed === null
            ? t('billWork.detail.unknownAmount')
            : t('billWork.detail.amount', { amount: formatMoney(claimed) })}
        </span>
      </p>
      {state === 'accepted' && item.wonFen !== null && (
        <p className="number">{t('billWork.detail.won', { amount: formatMoney(item.wonFen) })}</p>
      )}
      {item.claimedAt !== null && (
        <p className="soft small">
          {t('billWork.detail.by', { who: item.claimedBy || t('status.owner'), when: when(item.claimedAt) })}
        </p>
      )}
      {item.claimNote !== '' && <p className="small">{item.claimNote}</p>}
      {mayMove && (
        <div className="line">
          {claimMoves[state].map((to) => (
            <Button key={to} size="small" {...move.press(to)}>
              {wordOf(to)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
