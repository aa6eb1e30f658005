import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../shared/contracts/settings.ts';
import { heldStates } from '../../../shared/domain/booking.ts';
import { ask, core } from '../../bridge/core.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { go } from '../../parts/place.ts';
import { useAct } from '../../work/useAct.ts';

type Use = Awaited<ReturnType<typeof core.settings.accountUse>>;

interface RemoveAccountProps {
  readonly account: Pick<AccountRow, 'id' | 'name'>;
}

/** Removes an account nothing hangs on, or hands what hangs on it to another one of the same merchant. */
export function RemoveAccount({ account }: RemoveAccountProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon="trash"
        label={t('settings.removeNamed', { name: account.name })}
        onPress={() => setOpen(true)}
      />
      {isOpen && <RemoveDialog account={account} onClose={() => setOpen(false)} />}
    </>
  );
}

function RemoveDialog({ account, onClose }: RemoveAccountProps & { onClose(): void }) {
  const { t } = useTranslation();
  const input = { accountId: account.id };
  const use = useQuery(ask.settings.accountUse.queryOptions({ input, gcTime: 0 })).data;
  const [heirId, setHeirId] = useState<string | null>(null);
  const remove = useAct(() => core.settings.removeAccount({ accountId: account.id, heirId }), {
    says: () => t(heirId === null ? 'accounts.removed' : 'accounts.handedOver', { name: account.name }),
    after: onClose,
    isShownInPlace: true,
  });
  if (use === undefined) return null;
  const isHeld = heldCount(use) + use.pickups + use.ruleNos.length > 0;
  return (
    <AskDialog
      title={t('settings.removeAccountTitle', { name: account.name })}
      yes={t(isHeld ? 'accounts.handOverYes' : 'settings.remove')}
      look="danger"
      isReady={!isHeld || heirId !== null}
      {...remove.dialog()}
      onClose={onClose}
    >
      {isHeld && <Held use={use} onLeave={onClose} />}
      {isHeld && use.heirs.length > 0 && (
        <>
          <SelectField
            label={t('accounts.heir')}
            value={heirId}
            options={use.heirs.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setHeirId}
          />
          <p className="soft small">{t('accounts.heirNote')}</p>
        </>
      )}
      {isHeld && use.heirs.length === 0 && <p>{t('accounts.noHeir')}</p>}
      {!isHeld && <p>{t('settings.removeAccountNote')}</p>}
      {use.isDefault && heirId === null && <p className="soft small">{t('accounts.removesDefault')}</p>}
    </AskDialog>
  );
}

function heldCount({ parcels }: Pick<Use, 'parcels'>): number {
  return heldStates.reduce((total, state) => total + parcels[state], 0);
}

/** What hangs on the account, each with the way to it. */
function Held({ use, onLeave }: { readonly use: Use; onLeave(): void }) {
  const { t } = useTranslation();
  const leave = (where: () => void) => () => {
    onLeave();
    where();
  };
  const states = heldStates.filter((state) => use.parcels[state] > 0);
  return (
    <>
      <Notice tone="note" title={t('accounts.held', { count: heldCount(use) })} />
      <ul className="plain-list stack-tight">
        {states.map((state) => (
          <li key={state}>{t(`accounts.heldState.${state}`, { count: use.parcels[state] })}</li>
        ))}
        {use.pickups > 0 && <li>{t('accounts.heldPickups', { count: use.pickups })}</li>}
        {use.ruleNos.length > 0 && (
          <li className="line">
            <span>{t('accounts.heldRules', { count: use.ruleNos.length })}</span>
            <Button size="small" onPress={leave(() => go('settings', { section: 'rules' }))}>
              {t('booking.why.toRules')}
            </Button>
          </li>
        )}
      </ul>
      {use.orders.length > 0 && (
        <div className="line held-orders">
          {use.orders.slice(0, 6).map(({ orderId, orderNo }) => (
            <Button
              key={orderId}
              size="small"
              onPress={leave(() => go('ship', { orderId, search: orderNo }))}
            >
              {orderNo}
            </Button>
          ))}
          {heldCount(use) > 6 && (
            <span className="soft small">{t('accounts.heldMore', { count: heldCount(use) - 6 })}</span>
          )}
        </div>
      )}
    </>
  );
}
