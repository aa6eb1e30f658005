import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../shared/contracts/printers.ts';
import { ask, core } from '../../../bridge/core.ts';
import { queryClient } from '../../../bridge/queryClient.ts';
import { useOutcome } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';

export type ProfileChange = Partial<PrinterSetupView['profile']>;
type SheetKind = Parameters<typeof core.printerSetup.print>[0]['sheet'];

/** The settings of one printer while they are tried: sheets print with what is not saved yet. */
export function usePrinterTuning(setup: PrinterSetupView, onSaved?: () => void) {
  const { t } = useTranslation();
  const outcome = useOutcome();
  const { uri, name } = setup;
  const [change, setChange] = useState<ProfileChange>({});
  const keep = (saved: PrinterSetupView): void => {
    queryClient.setQueryData(ask.printerSetup.get.queryKey({ input: { uri } }), saved);
  };
  const print = useAct((sheet: SheetKind) => core.printerSetup.print({ uri, sheet, profile: change }), {
    says: (tried, sheet) => outcome(tried, name, t(`printerSetup.sheetSent.${sheet}`, { name })),
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
      says: ({ profile: { offsetXTenthMm, offsetYTenthMm } }) =>
        t('printerSetup.calibrated', { x: offsetXTenthMm / 10, y: offsetYTenthMm / 10 }),
      after: (saved) => {
        keep(saved);
        // What was being tried gives way to what was measured.
        setChange(({ offsetXTenthMm: _x, offsetYTenthMm: _y, ...others }) => others);
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
