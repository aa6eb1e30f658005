import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { articleName } from '../../../../shared/domain/order.ts';
import { core } from '../../../bridge/core.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Button } from '../../../parts/Button.tsx';
import { PlainTable } from '../../../parts/table/PlainTable.tsx';
import { useAct } from '../../../work/useAct.ts';
import type { OrderDetailView } from './OrderDetail.tsx';

const maxParcels = 20;

interface SplitTableProps {
  readonly order: OrderDetailView;
  readonly plan: SplitPlan;
  onPlan(plan: SplitPlan): void;
}

/** Goods down, parcels across: how many of each go where; the last column is what stays together. */
function SplitTable({ order, plan, onPlan }: SplitTableProps) {
  const { t } = useTranslation();
  const set = (parcel: number, item: number, quantity: number): void =>
    onPlan(
      plan.map((quantities, at) =>
        at === parcel ? quantities.map((was, index) => (index === item ? quantity : was)) : quantities,
      ),
    );
  const rows = order.items.map((item, index) => ({
    name: articleName(item),
    item,
    index,
    left: leftOf(plan, index, item.quantity),
  }));
  const count = (parcel: number, { item, index, left }: (typeof rows)[number]) => {
    const now = plan[parcel]?.[index] ?? 0;
    return (
      <input
        type="number"
        className="text-input split-count"
        min={0}
        max={now + left}
        aria-label={t('merging.countIn', { item: item.name, number: parcel + 1 })}
        value={now}
        onChange={(event) => {
          const wanted = Math.floor(Number(event.target.value));
          set(parcel, index, Math.max(0, Math.min(now + left, Number.isFinite(wanted) ? wanted : 0)));
        }}
      />
    );
  };
  return (
    <PlainTable
      look="plain-table split-table"
      rows={rows}
      keyOf={({ item }) => `${item.skuCode}-${item.name}`}
      columns={[
        [t('col.goods'), ({ name }) => name, 'head'],
        ...plan.map(
          (_quantities, parcel) =>
            [
              t('merging.parcel', { number: parcel + 1 }),
              (row: (typeof rows)[number]) => count(parcel, row),
              'count',
            ] as const,
        ),
        [t('merging.rest'), ({ left }) => left, 'count'],
      ]}
    />
  );
}

/** Makes several parcels of one order; each gets its own waybill, all keep the order's number for the write-back. */
export function SplitDialog({ order, onClose }: { readonly order: OrderDetailView; onClose(): void }) {
  const { t } = useTranslation();
  const [plan, setPlan] = useState<SplitPlan>([order.items.map((_item, index) => (index === 0 ? 1 : 0))]);
  const parcels = parcelsOf(plan);
  const isRestEmpty = order.items.every((item, index) => leftOf(plan, index, item.quantity) === 0);
  const count = parcels.length + (isRestEmpty ? 0 : 1);
  const split = useAct(() => core.merging.split({ orderId: order.id, version: order.version, parcels }), {
    says: ({ orders }) => t('merging.splitDone', { count: orders.length }),
    after: onClose,
  });
  return (
    <AskDialog
      title={t('merging.splitTitle', { orderNo: order.orderNo })}
      width={720}
      yes={t('merging.splitYes', { count })}
      isReady={count >= 2}
      {...split.dialog()}
      onClose={onClose}
    >
      <p className="soft">{t('merging.splitNote')}</p>
      <SplitTable order={order} plan={plan} onPlan={setPlan} />
      <div className="line">
        <Button
          size="small"
          icon="plus"
          isDisabled={plan.length >= maxParcels}
          onPress={() => setPlan([...plan, order.items.map(() => 0)])}
        >
          {t('merging.addParcel')}
        </Button>
        {plan.length > 1 && (
          <Button size="small" icon="trash" onPress={() => setPlan(plan.slice(0, -1))}>
            {t('merging.dropParcel')}
          </Button>
        )}
      </div>
    </AskDialog>
  );
}

/** Parcel → quantity of each item of the order; what no parcel takes stays together in a last one. */
type SplitPlan = readonly (readonly number[])[];

/** How many of an item no parcel takes. */
export function leftOf(plan: SplitPlan, itemIndex: number, quantity: number): number {
  return quantity - plan.reduce((sum, quantities) => sum + (quantities[itemIndex] ?? 0), 0);
}

/** The plan as the core takes it; an empty parcel is none. */
export function parcelsOf(plan: SplitPlan): { itemIndex: number; quantity: number }[][] {
  return plan
    .map((quantities) =>
      quantities
        .map((quantity, itemIndex) => ({ itemIndex, quantity }))
        .filter(({ quantity }) => quantity > 0),
    )
    .filter((parcel) => parcel.length > 0);
}
