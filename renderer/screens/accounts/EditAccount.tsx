import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow, PlatformRow } from '../../../shared/contracts/settings.ts';
import { ask, core } from '../../bridge/core.ts';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { type RefusedChange, SaveUntested } from '../../work/changeKey.tsx';
import { useAct } from '../../work/useAct.ts';
import type { AccountDraft } from './AccountFields.tsx';
import { PlatformFields } from './AddAccount.tsx';

type Known = Awaited<ReturnType<typeof core.settings.account>>;

interface EditAccountProps {
  readonly account: Pick<AccountRow, 'id'>;
  onClose(): void;
}

/** All of an account but its secrets, which are only ever replaced. */
export function EditAccount({ account, onClose }: EditAccountProps) {
  const input = { accountId: account.id };
  const known = useQuery(ask.settings.account.queryOptions({ input, gcTime: 0, staleTime: Infinity })).data;
  const platforms = useQuery(ask.settings.platforms.queryOptions()).data;
  const platform = platforms?.find(({ id }) => id === known?.platform);
  if (known === undefined || platform === undefined) return null;
  return <EditForm known={known} platform={platform} onClose={onClose} />;
}

interface EditFormProps {
  readonly known: Known;
  readonly platform: PlatformRow;
  onClose(): void;
}

function EditForm({ known, platform, onClose }: EditFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<AccountDraft>({ ...known, endpoint: known.endpoint ?? '', secret: '' });
  const [refused, setRefused] = useState<RefusedChange | null>(null);
  const put = (change: Partial<AccountDraft>): void => {
    setRefused(null);
    setDraft((before) => ({ ...before, ...change }));
  };
  const save = useAct(
    (isUntested: boolean) => core.settings.changeAccount({ ...changesOf(known, draft), isUntested }),
    {
      says: ({ isSaved, account, test }) =>
        isSaved
          ? t(test === null ? 'accounts.changed' : 'accounts.changedTested', { name: account.name })
          : null,
      after: ({ isSaved, test }) => (isSaved ? onClose() : setRefused(test)),
      isShownInPlace: true,
    },
  );
  const isOutside = !platform.isEmbedded;
  const isComplete = draft.name.trim() !== '' && (!isOutside || draft.merchantId.trim() !== '');
  return (
    <EntryForm
      look="inset"
      label={t('accounts.editNamed', { name: known.name })}
      yes={t('common.save')}
      isReady={isComplete}
      {...save.form(false)}
      isHigh
      question={
        refused !== null && (
          <FailureNotice
            failure={{ code: refused.errorCode, params: { name: known.name, ...refused.errorParams } }}
          >
            <SaveUntested isBusy={save.isPending} onPress={() => save.mutate(true)} />
          </FailureNotice>
        )
      }
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField
          label={t('settings.accountName')}
          hint={t('accounts.nameHint')}
          maxLength={40}
          value={draft.name}
          onChange={(name) => put({ name })}
        />
        <PlatformFields platform={platform} draft={draft} keptSecrets={known.keptSecrets} onChange={put} />
      </div>
    </EntryForm>
  );
}

/** Only what was changed; a secret field that was left empty stays. */
export function changesOf(
  known: Pick<Known, 'id' | 'fields' | 'endpoint' | 'merchantId' | 'name'>,
  draft: Omit<AccountDraft, 'platform'>,
) {
  const endpoint = draft.endpoint.trim() === '' ? null : draft.endpoint.trim();
  const changed = Object.entries(draft.fields)
    .map(([key, value]) => [key, value.trim()] as const)
    .filter(([key, value]) => value !== (known.fields[key] ?? ''));
  const name = draft.name.trim();
  const merchantId = draft.merchantId.trim();
  return {
    accountId: known.id,
    ...(name === known.name ? {} : { name }),
    ...(merchantId === known.merchantId ? {} : { merchantId }),
    ...(draft.secret === '' ? {} : { secret: draft.secret }),
    ...(endpoint === known.endpoint ? {} : { endpoint }),
    ...(changed.length === 0 ? {} : { fields: Object.fromEntries(changed) }),
  };
}
