import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../../parts/form/SelectField.tsx';
import { TextField } from '../../../../parts/form/TextField.tsx';
import type { SetupDraft } from './setupDraft.ts';

interface DeviceFieldsProps {
  readonly draft: SetupDraft;
  change(next: (before: SetupDraft) => SetupDraft): void;
}

/** Speeds serial printers can be set to. */
const bauds = ['4800', '9600', '19200', '38400', '57600', '115200'];

/** A chosen USB or serial port may be put right by hand; a serial one needs its speed. */
export function DeviceFields({ draft, change }: DeviceFieldsProps) {
  const { t } = useTranslation();
  const { place } = draft;
  if (place.way !== 'usb' && place.way !== 'serial') return null;
  const put = (part: Partial<SetupDraft['place']>): void =>
    change((before) => ({ ...before, place: { ...before.place, ...part } }));
  return (
    <div className="line network-fields">
      <TextField
        label={t('printerSetup.device')}
        maxLength={200}
        value={place.device}
        onChange={(device) => put({ device })}
      />
      {place.way === 'serial' && (
        <SelectField
          label={t('printerSetup.baud')}
          width={120}
          value={place.baud}
          options={[...new Set([...bauds, place.baud])].map((value) => ({ value, label: value }))}
          onChange={(baud) => put({ baud })}
        />
      )}
    </div>
  );
}
