import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../shared/contracts/printers.ts';
import { MmField } from '../../../parts/form/MmField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { EncodingField } from './EncodingField.tsx';
import type { PrinterTuning } from './usePrinterTuning.ts';

interface TuningFieldsProps {
  readonly can: PrinterSetupView['can'];
  readonly encodings: PrinterSetupView['encodings'];
  readonly tuning: Pick<PrinterTuning, 'profile' | 'put'>;
}

const asSet = 'as-set';
/** Darkness steps of every language the program writes, and speeds in inches a second label printers have. */
const densities = Array.from({ length: 16 }, (_, step) => step);
const speeds = Array.from({ length: 14 }, (_, step) => step + 1);
/** Gaps of stock as sold, tenths of a millimetre; 0 is paper without gaps. */
const gaps = [0, 20, 25, 30, 40, 50];

interface StepFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly steps: readonly number[];
  readonly isAble: boolean;
  words(step: number): string;
  onChange(step: number | null): void;
}

/** A few fixed steps, or as it is set on the printer itself. */
function StepField({ label, value, steps, isAble, words, onChange }: StepFieldProps) {
  const { t } = useTranslation();
  const known = value === null || steps.includes(value) ? steps : [...steps, value];
  return (
    <SelectField
      label={label}
      isDisabled={!isAble}
      value={value === null ? asSet : String(value)}
      options={[
        { value: asSet, label: t('printerSetup.asSet') },
        ...known.map((step) => ({ value: String(step), label: words(step) })),
      ]}
      onChange={(chosen) => onChange(chosen === asSet ? null : Number(chosen))}
    />
  );
}

/** Darkness, speed, gap and offset of one printer. What its language cannot carry is disabled, with a word why. */
export function TuningFields({ can, encodings, tuning }: TuningFieldsProps) {
  const { t } = useTranslation();
  const { profile, put } = tuning;
  return (
    <>
      <div className="tuning-fields">
        <StepField
          label={t('printerSetup.density')}
          value={profile.density}
          steps={densities}
          isAble={can.density}
          words={String}
          onChange={(density) => put({ density })}
        />
        <StepField
          label={t('printerSetup.speed')}
          value={profile.speedInchesPerSecond}
          steps={speeds}
          isAble={can.speed}
          words={(inches) => t('printerSetup.inchesPerSecond', { inches })}
          onChange={(speedInchesPerSecond) => put({ speedInchesPerSecond })}
        />
        <StepField
          label={t('printerSetup.gap')}
          value={profile.gapTenthMm}
          steps={gaps}
          isAble={can.gap}
          words={(tenths) =>
            tenths === 0 ? t('printerSetup.continuous') : t('printerSetup.gapMm', { mm: tenths / 10 })
          }
          onChange={(gapTenthMm) => put({ gapTenthMm })}
        />
        <MmField
          label={t('printerSetup.offsetX')}
          tenths={profile.offsetXTenthMm}
          min={-100}
          max={100}
          onChange={(offsetXTenthMm) => put({ offsetXTenthMm })}
        />
        <MmField
          label={t('printerSetup.offsetY')}
          tenths={profile.offsetYTenthMm}
          min={-100}
          max={100}
          onChange={(offsetYTenthMm) => put({ offsetYTenthMm })}
        />
        <EncodingField
          encodings={encodings}
          value={profile.encoding}
          onChange={(encoding) => put({ encoding })}
        />
      </div>
      {!(can.density && can.speed && can.gap) && <p className="soft small">{t('printerSetup.cannotSet')}</p>}
    </>
  );
}
