import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarrierLabelAccount } from '../../../shared/contracts/accounts.ts';
import { labelSizes } from '../../../shared/domain/printing/labelDocument.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { usePlatformName } from '../../bridge/knownNames.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { PanelRow } from '../../parts/Section.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

function AccountLine({ row }: { readonly row: CarrierLabelAccount }) {
  const { t } = useTranslation();
  const platformName = usePlatformName();
  const choose = useAct(
    (isWanted: boolean) => core.carrierLabels.setWanted({ accountId: row.accountId, isWanted }),
    {
      says: (_rows, isWanted) =>
        t(isWanted ? 'carrierLabels.turnedOn' : 'carrierLabels.turnedOff', { name: row.name }),
    },
  );
  return (
    <PanelRow
      name={row.name}
      marks={<span className="soft small">{platformName(row.platform)}</span>}
      notes={[
        row.newestAt === null ? (
          t(row.isWanted ? 'carrierLabels.none' : 'carrierLabels.nextBooking')
        ) : (
          <>
            {t('carrierLabels.newest', { bytes: sizeText(row.newestBytes) })} · <Moment at={row.newestAt} />
          </>
        ),
      ]}
    >
      <ChoiceField
        label={t('carrierLabels.layout')}
        value={row.isWanted ? 'carrier' : 'ours'}
        choices={choicesOf(['ours', 'carrier'], (value) => t(`carrierLabels.${value}`))}
        onChange={(value) => choose.mutate(value === 'carrier')}
      />
      <OpeningButton
        size="small"
        icon="search"
        label={t('carrierLabels.look')}
        isDisabled={row.newestAt === null}
      >
        {(close) => <CarrierPreview row={row} onClose={close} />}
      </OpeningButton>
    </PanelRow>
  );
}

/** Accounts whose platform sends the carrier's own label: print it, or our layout. Nothing where there is none. */
export function CarrierLabels() {
  const { t } = useTranslation();
  const rows = useQuery(ask.carrierLabels.accounts.queryOptions()).data ?? [];
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

/** Paper a courier takes: the internal label is none. */
const sheets = labelSizes.filter((size) => size !== '60x40');
type Sheet = (typeof sheets)[number];
const resolutions = ['203', '300'] as const;

/** What is in the default printer, as its address says. */
function useLoadedSheet(): { readonly size: Sheet; readonly dpi: (typeof resolutions)[number] } {
  const printers = useQuery(ask.print.printers.queryOptions()).data ?? [];
  const uri = (printers.find(({ isDefault }) => isDefault) ?? printers[0])?.uri ?? '';
  return {
    size: sheets.find((size) => uri.includes(`size=${size}`)) ?? '76x130',
    dpi: uri.includes('dpi=300') ? '300' : '203',
  };
}

/** The newest template of an account as the very dots, or the reason why ours is printed. */
function CarrierPreview({ row, onClose }: { readonly row: CarrierLabelAccount; onClose(): void }) {
  const { t } = useTranslation();
  const loaded = useLoadedSheet();
  const [chosen, setChosen] = useState<Partial<typeof loaded>>({});
  const { size, dpi } = { ...loaded, ...chosen };
  const input = { accountId: row.accountId, size, dpi: dpi === '300' ? 300 : 203 } as const;
  const preview = useQuery(ask.carrierLabels.preview.queryOptions({ input, gcTime: 20_000 }));
  const label = t('carrierLabels.previewTitle', { name: row.name });
  return (
    <Dialog
      title={label}
      width={720}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <div className="carrier-preview">
        <div className="stack">
          <ChoiceField
            label={t('finding.paper')}
            value={size}
            choices={sheets.map((value) => ({ value, label: value.replace('x', ' × ') }))}
            onChange={(value) => setChosen({ ...chosen, size: value })}
          />
          <ChoiceField
            label={t('carrierLabels.resolution')}
            value={dpi}
            choices={resolutions.map((value) => ({ value, label: `${value} dpi` }))}
            onChange={(value) => setChosen({ ...chosen, dpi: value })}
          />
          {preview.error !== null && <FailureNotice failure={failureOf(preview.error)} />}
          {preview.isPending && <p className="soft small">{t('carrierLabels.drawing')}</p>}
          {preview.data?.bitmap && (
            <p className="soft small">
              {t('carrierLabels.previewNote', { waybillNo: preview.data.waybillNo })}
            </p>
          )}
          {preview.data !== undefined && preview.data.reason !== '' && (
            <Notice
              tone="note"
              title={t('carrierLabels.previewNone', {
                reason: t(`ownLayout.${preview.data.reason}`),
              })}
              next={t(`carrierLabels.advice.${preview.data.reason}`)}
            />
          )}
        </div>
        {preview.data?.bitmap && <BitmapCanvas {...preview.data.bitmap} label={label} />}
      </div>
    </Dialog>
  );
}
