import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../shared/contracts/printers.ts';
import { core } from '../../../bridge/core.ts';
import { printerSetupQueries } from '../../../bridge/queries/printQueries.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { say } from '../../../parts/feedback/Toasts.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { useAct } from '../../../work/useAct.ts';

export type ProfileChange = Partial<PrinterSetupView['profile']>;
type SheetKind = Parameters<typeof core.printerSetup.print>[0]['sheet'];

/** The settings of one printer while they are tried: sheets print with what is not saved yet. */
export function usePrinterTuning(setup: PrinterSetupView, onSaved?: () => void) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { uri, name } = setup;
  const [change, setChange] = useState<ProfileChange>({});
  const keep = (saved: PrinterSetupView): void => {
    queryClient.setQueryData(printerSetupQueries.setup(uri).queryKey, saved);
  };
  const print = useAct((sheet: SheetKind) => core.printerSetup.print({ uri, sheet, profile: change }), {
    after: ({ ok, errorCode }, sheet) => {
      if (ok) say({ tone: 'done', says: t(`printerSetup.sheetSent.${sheet}`, { name }) });
      else say({ tone: 'failed', ...describe(errorCode, { name }), code: errorCode });
    },
  });
  const save = useAct((newName: string) => core.printerSetup.save({ uri, name: newName, profile: change }), {
    says: (saved) => t('printerSetup.saved', { name: saved.name }),
    after: (saved) => {
      keep(saved);
      setChange({});
      onSaved?.();
    },
    isShownInPlace: true,
  });
  const calibrate = useAct(
    (edges: { leftTenthMm: number; topTenthMm: number }) => core.printerSetup.calibrate({ uri, ...edges }),
    {
      after: (saved) => {
        keep(saved);
        const { offsetXTenthMm, offsetYTenthMm } = saved.profile;
        // What was being tried gives way to what was measured.
        setChange(({ offsetXTenthMm: _x, offsetYTenthMm: _y, ...others }) => others);
        say({
          tone: 'done',
          says: t('printerSetup.calibrated', { x: offsetXTenthMm / 10, y: offsetYTenthMm / 10 }),
        });
      },
      isShownInPlace: true,
    },
  );
  return {
    profile: { ...setup.profile, ...change },
    isChanged: Object.keys(change).length > 0,
    put: (part: ProfileChange) => setChange((before) => ({ ...before, ...part })),
    print,
    save,
    calibrate,
  };
}

export type PrinterTuning = ReturnType<typeof usePrinterTuning>;
