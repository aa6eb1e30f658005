import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformRow } from '../../../shared/contracts/settings.ts';
import { ask, core } from '../../bridge/core.ts';
import { useNameOf } from '../../bridge/knownNames.ts';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../../work/useAct.ts';
import {
  type AccountDraft,
  AccountField,
  arrangeFields,
  CarrierFields,
  missingFields,
} from './AccountFields.tsx';

const emptyDraft: AccountDraft = {
  platform: '',
  name: '',
  merchantId: '',
  secret: '',
  endpoint: '',
  fields: {},
};

interface PlatformFieldsProps {
  readonly platform: PlatformRow;
  readonly draft: AccountDraft;
  /** Secret fields the account has already, which stay unless something is typed; absent: it is new. */
  readonly keptSecrets?: readonly string[];
  onChange(change: Partial<AccountDraft>): void;
}

/** What this platform wants to know besides a name. */
export function PlatformFields({ platform, draft, keptSecrets, onChange }: PlatformFieldsProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const isOutside = !platform.isEmbedded;
  const isNew = keptSecrets === undefined;
  const { shown, folded } = arrangeFields(platform.accountFields);
  const fieldOf = (field: PlatformRow['accountFields'][number]) => (
    <AccountField
      key={field.key}
      field={{
        ...field,
        label: nameOf(field),
        hint: keptSecrets?.includes(field.key) === true ? t('accounts.kept') : '',
        isRequired: field.isRequired && keptSecrets?.includes(field.key) !== true,
        choices: field.choices.map((value) => ({ value, label: value })),
      }}
      draft={draft}
      onChange={onChange}
    />
  );
  return (
    <>
      {isOutside && (
        <>
          <TextField
            label={t('accounts.required', { label: t('settings.merchantId') })}
            {...(isNew ? {} : { hint: t('accounts.merchantHint') })}
            maxLength={100}
            value={draft.merchantId}
            onChange={(merchantId) => onChange({ merchantId })}
          />
          <TextField
            label={isNew ? t('accounts.required', { label: t('settings.secret') }) : t('accounts.newKey')}
            hint={t(isNew ? 'settings.secretHint' : 'accounts.newKeyHint')}
            type="password"
            maxLength={500}
            value={draft.secret}
            onChange={(secret) => onChange({ secret })}
          />
        </>
      )}
      {shown.map(fieldOf)}
      {isOutside && <CarrierFields key={platform.id} platform={platform} draft={draft} onChange={onChange} />}
      {folded.length > 0 && (
        <details className="form-wide">
          <summary>{t('settings.moreFields')}</summary>
          <div className="form-grid more-fields">{folded.map(fieldOf)}</div>
        </details>
      )}
      {isOutside && (
        <div className="form-wide">
          <TextField
            label={t('settings.endpoint')}
            hint={t('settings.endpointHint')}
            maxLength={500}
            value={draft.endpoint}
            onChange={(endpoint) => onChange({ endpoint })}
          />
        </div>
      )}
    </>
  );
}

/** The form of a platform's own fields; an embedded platform needs none. */
export function AddAccount({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const platforms = useQuery(ask.settings.platforms.queryOptions()).data ?? [];
  const [draft, setDraft] = useState<AccountDraft>(emptyDraft);
  const put = (change: Partial<AccountDraft>): void => setDraft((before) => ({ ...before, ...change }));
  // Until somebody chooses, the first: the core names real platforms before the practice one.
  const platform = platforms.find(({ id }) => id === draft.platform) ?? platforms[0];
  const isOutside = platform !== undefined && !platform.isEmbedded;
  const add = useAct(
    () =>
      core.settings.addAccount({
        ...draft,
        platform: platform?.id ?? '',
        name: draft.name.trim(),
        merchantId: draft.merchantId.trim(),
        endpoint: draft.endpoint.trim() === '' ? null : draft.endpoint.trim(),
        // An empty field is one that was not given.
        fields: Object.fromEntries(Object.entries(draft.fields).filter(([, value]) => value.trim() !== '')),
      }),
    {
      says: ({ name }) => ({
        tone: 'done',
        says: t('settings.accountAdded', { name }),
        next: t('settings.accountAddedNext'),
      }),
      after: onClose,
    },
  );
  const isComplete =
    draft.name.trim() !== '' &&
    (!isOutside || (draft.merchantId.trim() !== '' && draft.secret !== '')) &&
    missingFields(platform?.accountFields ?? [], draft.fields).length === 0;
  return (
    <EntryForm
      yes={t('settings.addAccount')}
      isReady={isComplete}
      {...add.form()}
      isHigh={(platform?.accountFields.length ?? 0) > 0}
      onClose={onClose}
    >
      <div className="form-grid">
        <SelectField
          label={t('settings.platform')}
          value={platform?.id ?? null}
          options={platforms.map((one) => ({ value: one.id, label: nameOf(one) }))}
          onChange={(chosen) => put({ platform: chosen, fields: {} })}
        />
        <TextField
          label={t('settings.accountName')}
          hint={t('settings.accountNameHint')}
          maxLength={40}
          value={draft.name}
          onChange={(name) => put({ name })}
        />
        {platform !== undefined && <PlatformFields platform={platform} draft={draft} onChange={put} />}
      </div>
    </EntryForm>
  );
}
