import { useTranslation } from 'react-i18next';
import type { OperatorRow } from '../../../shared/contracts/operators.ts';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { core } from '../../bridge/core.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { usePrinterChoice } from '../../work/devices/usePrinterChoice.ts';
import { useAct } from '../../work/useAct.ts';

interface BadgeProps {
  readonly operator: OperatorRow;
}

/** A lost badge signs nobody in any more. */
export function RemoveBadge({ operator }: BadgeProps) {
  const { t } = useTranslation();
  const { id: operatorId, version, name } = operator;
  const remove = useAct(() => core.operators.removeBadge({ operatorId, version }), {
    says: () => t('operatorSettings.badge.removed', { name }),
  });
  return (
    <AskingButton
      size="small"
      label={t('operatorSettings.badge.remove')}
      title={t('operatorSettings.badge.removeTitle', { name })}
      note={t('operatorSettings.badge.removeNote')}
      yes={t('operatorSettings.badge.remove')}
      look="danger"
      {...remove.asking()}
    />
  );
}

/** On which printer the badge comes out; what it holds is on that paper alone. */
export function BadgeForm({ operator, onClose }: BadgeProps & { onClose(): void }) {
  const { t } = useTranslation();
  const { id: operatorId, version, name } = operator;
  const { printerUri, options, choose } = usePrinterChoice();
  const print = useAct(
    () => core.operators.printBadge({ operatorId, version, printerUri: printerUri ?? '' }),
    {
      says: () => t('operatorSettings.badge.printed', { name }),
      after: onClose,
      isShownInPlace: true,
    },
  );
  return (
    <EntryForm
      look="inset"
      label={t('operatorSettings.badge.printTitle', { name })}
      yes={t('operatorSettings.badge.print')}
      isReady={printerUri !== null}
      {...print.form()}
      onClose={onClose}
    >
      <p className="soft">
        {joinTexts([
          t('operatorSettings.badge.note'),
          operator.hasBadge ? t('operatorSettings.badge.previousVoid') : '',
        ])}
      </p>
      <SelectField
        label={t('devices.printer')}
        width={240}
        value={printerUri}
        options={options}
        onChange={choose}
      />
    </EntryForm>
  );
}
