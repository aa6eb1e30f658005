import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import { ask } from '../../bridge/core.ts';
import { formatCount } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { lettersOf } from '../../parts/letters.ts';
import type { TableGroup } from '../../parts/table/tableProps.ts';

/** Goods that no other order of the list shares. */
const alone = '';

/** The group that a row belongs to, by its goods. */
export function groupOfGoods(groups: readonly TableGroup[]): (row: OrderRow) => string {
  const known = new Set(groups.map(({ key }) => key));
  return ({ goodsText }) => (known.has(goodsText) ? goodsText : alone);
}

/** Where each group begins when they stand one after the other. */
function firstsOf(counts: readonly number[]): readonly number[] {
  const firsts: number[] = [];
  let next = 0;
  for (const count of counts) {
    firsts.push(next);
    next += count;
  }
  return firsts;
}

type OrderWindow = typeof ask.orders.window;

/** The ready orders in the order of their groups, asked for like any other list of orders. */
const goodsQuestion: Pick<OrderWindow, 'key' | 'call'> = {
  key: ask.orders.goodsWindow.key,
  call: ({ offset, limit }, options) => ask.orders.goodsWindow.call({ offset, limit }, options),
};

/** Ready orders with the same goods under one head, so that one tick takes all of them; only of the whole list of them. */
export function useGoodsGroups(filter: { readonly state?: string | undefined }) {
  const { t } = useTranslation();
  const [isGrouped, setGrouped] = useState(false);
  const mayGroup = filter.state === 'ready' && Object.keys(filter).length === 1;
  const isOn = mayGroup && isGrouped;
  const read = useQuery(ask.orders.goodsGroups.queryOptions({ enabled: isOn })).data;
  const groups = useMemo(() => {
    if (!isOn || read === undefined) return null;
    const firstRows = firstsOf(read.groups.map(({ orders }) => orders));
    return read.groups.map(
      ({ goodsText, orders }, at): TableGroup => ({
        key: goodsText,
        first: firstRows[at] ?? 0,
        count: orders,
        title: goodsText === alone ? t('ship.aloneGoods') : goodsText,
        countWords: t('table.orders', { count: orders, shown: formatCount(orders) }),
      }),
    );
  }, [isOn, read, t]);
  const question = groups === null ? ask.orders.window : goodsQuestion;
  return { mayGroup, isGrouped: isOn, setGrouped, groups, question };
}

interface GoodsButtonProps {
  readonly goods: ReturnType<typeof useGoodsGroups>;
  /** Other rows are shown. */
  onChange(): void;
}

export function GoodsButton({ goods, onChange }: GoodsButtonProps) {
  const { t } = useTranslation();
  const { mayGroup, isGrouped, setGrouped } = goods;
  if (!mayGroup) return null;
  return (
    <KeyButton
      size="small"
      combo={lettersOf.ship.goods}
      isPressed={isGrouped}
      onPress={() => {
        setGrouped(!isGrouped);
        onChange();
      }}
    >
      {t('ship.byGoods')}
    </KeyButton>
  );
}
