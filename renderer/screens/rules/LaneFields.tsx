import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { useCarrierNames } from '../../bridge/useCarrierNames.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import type { Lane } from './ruleDraft.ts';

/** A select needs a value for "the carrier the order asks for". */
const ownCarrier = '-';

/** Account and carrier of one way, with its product and label template where somebody wants them. */
export function LaneFields({ lane, onChange }: { readonly lane: Lane; onChange(lane: Lane): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const accounts = useQuery(settingsQueries.accounts()).data ?? [];
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  const isKnown = accounts.some(({ id }) => id === lane.accountId);
  return (
    <>
      <SelectField
        label={t('ship.account')}
        width={180}
        placeholder={t('ship.account')}
        value={isKnown ? lane.accountId : null}
        options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(accountId) => onChange({ ...lane, accountId })}
      />
      <SelectField
        label={t('ship.carrier')}
        width={180}
        value={lane.carrier === '' ? ownCarrier : lane.carrier}
        options={[
          { value: ownCarrier, label: t('rules.outcome.ownCarrier') },
          ...carriers.map(({ code }) => ({ value: code, label: carrierName(code) })),
        ]}
        onChange={(value) => onChange({ ...lane, carrier: value === ownCarrier ? '' : value })}
      />
      <TextField
        label={t('rules.outcome.product')}
        value={lane.product}
        maxLength={40}
        onChange={(product) => onChange({ ...lane, product: product.trim() })}
      />
      <TextField
        label={t('rules.outcome.template')}
        value={lane.template}
        maxLength={40}
        onChange={(template) => onChange({ ...lane, template: template.trim() })}
      />
    </>
  );
}
