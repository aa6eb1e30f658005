import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarrierLabelAccount } from '../../../shared/contracts/carrierLabelsContract.ts';
import { core } from '../../bridge/core.ts';
import { carrierLabelQueries } from '../../bridge/queries/carrierLabelQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { usePlatformName } from '../../bridge/usePlatformName.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { When } from '../../parts/When.tsx';
import { CarrierPreview } from './CarrierPreview.tsx';

function AccountLine({ row }: { readonly row: CarrierLabelAccount }) {
  const { t } = useTranslation();
  const now = useNow();
  const platformName = usePlatformName();
  const [isLooking, setLooking] = useState(false);
  const choose = useMutation({
    mutationFn: (isWanted: boolean) => core.carrierLabels.setWanted({ accountId: row.accountId, isWanted }),
    onSuccess: (_rows, isWanted) =>
      useToasts.getState().say({
        tone: 'done',
        says: t(isWanted ? 'carrierLabels.turnedOn' : 'carrierLabels.turnedOff', { name: row.name }),
      }),
  });
  return (
    <li className="settings-row">
      <div className="grow">
        <p className="line">
          <strong>{row.name}</strong>
          <span className="soft small">{platformName(row.platform)}</span>
        </p>
        <p className="soft small">
          {row.newestAt === null ? (
            t(row.isWanted ? 'carrierLabels.none' : 'carrierLabels.nextBooking')
          ) : (
            <>
              {t('carrierLabels.newest', { bytes: sizeText(row.newestBytes) })} ·{' '}
              <When at={row.newestAt} now={now} />
            </>
          )}
        </p>
      </div>
      <ChoiceField
        label={t('carrierLabels.layout')}
        value={row.isWanted ? 'carrier' : 'ours'}
        choices={(['ours', 'carrier'] as const).map((value) => ({
          value,
          label: t(`carrierLabels.${value}`),
        }))}
        onChange={(value) => choose.mutate(value === 'carrier')}
      />
      <Button size="small" icon="search" isDisabled={row.newestAt === null} onPress={() => setLooking(true)}>
        {t('carrierLabels.look')}
      </Button>
      {isLooking && <CarrierPreview row={row} onClose={() => setLooking(false)} />}
    </li>
  );
}

/** Accounts whose platform sends the carrier's own label: print it, or our layout. Nothing where there is none. */
export function CarrierLabels() {
  const { t } = useTranslation();
  const rows = useQuery(carrierLabelQueries.accounts()).data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-label={t('carrierLabels.title')}>
      <header className="settings-row">
        <div className="grow stack-tight">
          <h3>{t('carrierLabels.title')}</h3>
          <p className="soft small">{t('carrierLabels.note')}</p>
          <p className="soft small">{t('carrierLabels.limits')}</p>
        </div>
      </header>
      <ul className="plain-list">
        {rows.map((row) => (
          <AccountLine key={row.accountId} row={row} />
        ))}
      </ul>
    </section>
  );
}

const sizeText = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000))} kB`;
