import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PackReason,
  packCommands,
  printedCodeOf,
  reasonsOf,
} from '../../../../shared/domain/packing/packCommands.ts';
import { pageCommands, printedCodeOfPage } from '../../../../shared/domain/packing/pageCommands.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { CheckField } from '../../../parts/form/CheckField.tsx';
import { RadioList } from '../../../parts/form/RadioList.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { atStart } from '../../../parts/format.ts';
import { useKeys } from '../../../parts/keys.ts';
import { gesture } from './gestures.ts';

/** Commands that are asked why. */
export type ReasonedCommand = 'override' | 'reprint' | 'hold' | 'extra-parcel';

const isFree = (choice: string): boolean => choice === 'other';

interface ReasonDialogProps {
  readonly command: ReasonedCommand;
  /** Refused because the parcel has left: a tick is needed as well. */
  readonly isOfGone?: boolean;
  onClose(): void;
}

/** Why something is let pass, printed again or held back: one of the usual words by its digit, or a few of one's own. */
export function ReasonDialog({ command, isOfGone = false, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const usual = reasonsOf[command] ?? [];
  const [choice, setChoice] = useState<PackReason | 'other'>(usual[0] ?? 'other');
  const [typed, setTyped] = useState('');
  const [hasLeft, setLeft] = useState(false);
  const own = typed.trim();
  const isSaid = hasLeft || !isOfGone;
  const send = (reason: string): void => {
    if (!isSaid) return;
    gesture({ kind: 'command', command, reason, ...(hasLeft ? { hasLeft } : {}) });
    onClose();
  };
  useKeys(
    usual.map((reason, at) => ({
      combo: String(at + 1),
      says: t(`packReason.${reason}`),
      inDialogs: true,
      run: () => send(reason),
    })),
  );
  return (
    <AskDialog
      title={t(`packing.reasonTitle.${command}`)}
      yes={t(`packing.act.${command === 'extra-parcel' ? 'extra' : command}`)}
      isForm
      isReady={isSaid && (!isFree(choice) || own.length >= 2)}
      onYes={() => send(isFree(choice) ? own : choice)}
      onClose={onClose}
    >
      {isOfGone && <CheckField label={t('printing.hasLeft')} isFirst isOn={hasLeft} onChange={setLeft} />}
      <RadioList
        label={t('common.reason')}
        value={choice}
        choices={[
          ...usual.map((value, at) => ({ value, label: `${at + 1}  ${atStart(t(`packReason.${value}`))}` })),
          { value: 'other' as const, label: t('packing.reasonOther') },
        ]}
        onChange={setChoice}
      />
      {isFree(choice) && (
        <TextField label={t('packing.reasonOther')} maxLength={100} value={typed} onChange={setTyped} />
      )}
    </AskDialog>
  );
}

const gramsPerKilogram = 1_000;
const heaviestKilograms = 100;

/** A weight read off a scale that is not connected. */
export function WeightDialog({ parcelId, onClose }: { readonly parcelId: string; onClose(): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = typed.normalize('NFKC').trim();
  const kilograms = /^\d{1,3}([.]\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  const isRight = kilograms >= 0.01 && kilograms <= heaviestKilograms;
  const send = (): void => {
    const grams = Math.round(kilograms * gramsPerKilogram);
    const readOff = { source: 'typed', ageMs: 0, isStable: true, zeroAgeMs: null } as const;
    gesture({ kind: 'weigh', reading: { parcelId, grams, ...readOff } });
    onClose();
  };
  return (
    <AskDialog
      title={t('packing.weightTitle')}
      yes={t('packing.weightYes')}
      isForm
      isReady={isRight}
      onYes={send}
      onClose={onClose}
    >
      <TextField
        label={t('packing.weightField')}
        value={typed}
        hint={t('packing.weightHint')}
        error={text === '' || isRight ? undefined : t('packing.weightWrong')}
        maxLength={8}
        onChange={setTyped}
      />
    </AskDialog>
  );
}

export function AbortDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <AskDialog
      title={t('packing.abortTitle')}
      yes={t('packing.act.abort')}
      look="danger"
      onYes={() => {
        gesture({ kind: 'command', command: 'abort' });
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('packing.abortNote')}</p>
    </AskDialog>
  );
}

/** What each barcode on the wall does. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('packing.helpTitle')} width={880} onClose={onClose}>
      <div className="stack">
        <p>{t('packing.helpNote')}</p>
        <ul className="plain-list bench-commands">
          {packCommands.map((command) => (
            <li key={command} className="bench-command">
              <span>{t(`packing.command.${command}`)}</span>
              <code className="code">
                {printedCodeOf({ command, reason: reasonsOf[command]?.[0] ?? null })}
              </code>
            </li>
          ))}
          {pageCommands.map((command) => (
            <li key={command} className="bench-command">
              <span>{t(`pageCommand.${command}`)}</span>
              <code className="code">{printedCodeOfPage(command)}</code>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
