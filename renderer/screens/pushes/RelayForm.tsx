import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PushView } from '../../../shared/contracts/pushes.ts';
import { core } from '../../bridge/core.ts';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';

interface RelayFormProps {
  readonly account: PushView['accounts'][number];
  readonly relay: PushView['relays'][number] | undefined;
  onClose(): void;
}

/** Address and token of a relay; the token is only ever replaced, and a new address takes it again. */
export function RelayForm({ account, relay, onClose }: RelayFormProps) {
  const { t } = useTranslation();
  const [url, setUrl] = useState(relay?.url ?? '');
  const [callbackUrl, setCallbackUrl] = useState(relay?.callbackUrl ?? '');
  const [token, setToken] = useState('');
  const isTokenKept = relay !== undefined && relay.url === url.trim();
  const save = useAct(
    () =>
      core.pushes.setRelay({
        accountId: account.accountId,
        url: url.trim(),
        callbackUrl: callbackUrl.trim(),
        ...(token.trim() === '' ? {} : { token: token.trim() }),
      }),
    { says: () => t('pushes.saved'), after: onClose, isShownInPlace: true },
  );
  return (
    <EntryForm
      look="inset"
      label={t('pushes.relayOf', { name: account.accountName })}
      yes={t('common.save')}
      isReady={url.trim() !== '' && (isTokenKept || token.trim() !== '')}
      {...save.form(undefined)}
      onClose={onClose}
    >
      <TextField
        label={t('pushes.url')}
        hint={t('pushes.urlHint')}
        maxLength={500}
        value={url}
        isAutoFocused
        onChange={setUrl}
      />
      <TextField
        label={t('pushes.token')}
        hint={t(isTokenKept ? 'pushes.tokenKept' : 'pushes.tokenHint')}
        type="password"
        maxLength={500}
        value={token}
        onChange={setToken}
      />
      <TextField
        label={t('pushes.callback')}
        hint={t('pushes.callbackHint')}
        maxLength={500}
        value={callbackUrl}
        onChange={setCallbackUrl}
      />
    </EntryForm>
  );
}
