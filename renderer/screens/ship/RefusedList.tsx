import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useDescribe } from '../../words/describe.ts';
import { useCopy } from '../../work/useCopy.ts';

/** At most this many numbers are listed under a reason; its count tells the rest. */
const maxListed = 100;

interface RefusedListProps {
  readonly refused: readonly RefusedOrder[];
  onClose(): void;
}

/** Orders an action left out, by reason: how many, why, what to do. Their numbers can be taken along. */
export function RefusedList({ refused, onClose }: RefusedListProps) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const copy = useCopy();
  return (
    <Dialog
      title={t('ship.refused', { count: refused.length })}
      width={640}
      onClose={onClose}
      actions={
        <>
          <Button icon="copy" onPress={() => copy(refused.map(({ orderNo }) => orderNo).join('\n'))}>
            {t('ship.copyRefused', { count: refused.length })}
          </Button>
          <Button look="primary" onPress={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p>{t('ship.refusedNote')}</p>
      <ul className="plain-list refused-list">
        {groupRefused(refused).map(({ code, params, orderNos }) => {
          const [first = ''] = orderNos;
          const orderNo =
            orderNos.length === 1 ? first : t('ship.andMore', { orderNo: first, count: orderNos.length });
          const { says, next } = describe(code, { ...params, orderNo });
          return (
            <li key={first}>
              <strong>{t('correct.orders', { count: orderNos.length })}</strong>
              <span>{says}</span>
              <span className="soft">{next}</span>
              <span className="number small">
                {orderNos.slice(0, maxListed).join(t('common.listComma'))}
                {orderNos.length > maxListed && ' …'}
              </span>
              <code className="code">{code}</code>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

export interface RefusedOrder {
  readonly orderNo: string;
  readonly code: string;
  readonly params?: ErrorParams | undefined;
}

interface RefusedGroup {
  readonly code: string;
  /** What the reason names, the order aside. */
  readonly params: ErrorParams;
  readonly orderNos: string[];
}

/** Refused orders by reason, the most frequent first; one field that is too long is another reason than another field. */
export function groupRefused(refused: readonly RefusedOrder[]): readonly RefusedGroup[] {
  const groups = new Map<string, RefusedGroup>();
  for (const { orderNo, code, params: { orderNo: _named, ...params } = {} } of refused) {
    const reason = JSON.stringify([code, params]);
    const group = groups.get(reason) ?? { code, params, orderNos: [] };
    group.orderNos.push(orderNo);
    groups.set(reason, group);
  }
  return [...groups.values()].sort((one, other) => other.orderNos.length - one.orderNos.length);
}
