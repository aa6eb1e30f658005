import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/Dialog.tsx';
import { useDescribe } from '../../parts/feedback/useDescribe.ts';

export interface RefusedOrder {
  readonly orderNo: string;
  readonly code: string;
}

/** At most this many are listed; the count in the title tells the rest. */
const maxListed = 200;

/** Orders an action left out, each with why and what to do. */
export function RefusedList({
  refused,
  onClose,
}: {
  readonly refused: readonly RefusedOrder[];
  onClose(): void;
}) {
  const { t } = useTranslation();
  const describe = useDescribe();
  return (
    <Dialog title={t('ship.refused', { count: refused.length })} width={640} onClose={onClose}>
      <ul className="plain-list refused-list">
        {refused.slice(0, maxListed).map(({ orderNo, code }) => {
          const { says, next } = describe(code, { orderNo });
          return (
            <li key={orderNo}>
              <strong className="number">{orderNo}</strong>
              <span>{says}</span>
              <span className="soft">{next}</span>
              <code className="code">{code}</code>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
