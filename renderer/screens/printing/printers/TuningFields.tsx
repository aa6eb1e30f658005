import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../shared/contracts/printers.ts';
import { failureOf } from '../../../bridge/failureOf.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { Form } from '../../../parts/form/Form.tsx';
import { MmField } from '../../../parts/form/MmField.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
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

interface EncodingFieldProps {
  /** Forms the printer's language can write a picture in, the usual one first. */
  readonly encodings: readonly string[];
  /** null: the usual one. */
  readonly value: string | null;
  onChange(encoding: string | null): void;
}

const usual = 'usual';

/** How pictures are written, where the language leaves a choice; nothing elsewhere. */
export function EncodingField({ encodings, value, onChange }: EncodingFieldProps) {
  const { t } = useTranslation();
  const [first] = encodings;
  if (first === undefined) return null;
  const word = (encoding: string): string => t(`printerSetup.encodingOf.${encoding}`, encoding);
  return (
    <SelectField
      label={t(encodings.includes('a4') ? 'printerSetup.sheetForm' : 'printerSetup.encoding')}
      value={value ?? usual}
      options={[
        { value: usual, label: t('printerSetup.encodingUsual', { encoding: word(first) }) },
        ...encodings.map((encoding) => ({ value: encoding, label: word(encoding) })),
      ]}
      onChange={(chosen) => onChange(chosen === usual ? null : chosen)}
    />
  );
}

/** Print the ruler, read two numbers off it, and the picture is moved to where it belongs. */
export function RulerFields({ tuning }: { readonly tuning: Pick<PrinterTuning, 'print' | 'calibrate'> }) {
  const { t } = useTranslation();
  const { print, calibrate } = tuning;
  const [left, setLeft] = useState(0);
  const [top, setTop] = useState(0);
  return (
    <Form look="stack-tight" onSubmit={() => calibrate.mutate({ leftTenthMm: left, topTenthMm: top })}>
      <div className="line">
        <Button size="small" icon="print" {...print.press('ruler')}>
          {t('printerSetup.sheet.ruler')}
        </Button>
        <span className="soft small grow">{t('printerSetup.rulerNote')}</span>
      </div>
      <div className="line ruler-fields">
        <MmField label={t('printerSetup.readLeft')} tenths={left} min={-100} max={100} onChange={setLeft} />
        <MmField label={t('printerSetup.readTop')} tenths={top} min={-100} max={100} onChange={setTop} />
        <Button isSubmit isBusy={calibrate.isPending}>
          {t('printerSetup.calibrate')}
        </Button>
      </div>
      {calibrate.error !== null && <FailureNotice failure={failureOf(calibrate.error)} />}
    </Form>
  );
}
