import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdatesView } from '../../../shared/contracts/updates/updates.ts';
import { updateChannels } from '../../../shared/domain/updates/release.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';

interface SourcePanelProps {
  readonly settings: UpdatesView['settings'];
  readonly mayChange: boolean;
}

/** Who gives new versions, which, and whether the program looks for them by itself. */
export function SourcePanel({ settings: { address, channel, isAutomatic }, mayChange }: SourcePanelProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(address);
  const set = useAct((patch: Parameters<typeof core.updates.set>[0]) => core.updates.set(patch), {
    says: () => t('settings.saved'),
    after: (view) => queryClient.setQueryData(ask.updates.get.queryKey(), view),
    isShownInPlace: true,
  });
  const wanted = typed.trim();
  return (
    <>
      <h3>{t('updates.source')}</h3>
      <fieldset className="stack" disabled={!mayChange}>
        <EntryForm
          yes={t('updates.save')}
          isReady={mayChange && wanted !== address}
          {...set.form({ address: wanted })}
        >
          <TextField
            label={t('updates.address')}
            hint={t('updates.addressHint')}
            value={typed}
            maxLength={500}
            onChange={setTyped}
          />
        </EntryForm>
        <div className="panel panel-pad stack">
          <ChoiceField
            label={t('updates.channel')}
            value={channel}
            choices={choicesOf(updateChannels, (value) => t(`updates.channelName.${value}`))}
            onChange={(chosen) => set.mutate({ channel: chosen })}
          />
          <CheckField
            label={t('updates.automatic')}
            isOn={isAutomatic}
            onChange={(isOn) => set.mutate({ isAutomatic: isOn })}
          />
        </div>
      </fieldset>
    </>
  );
}
