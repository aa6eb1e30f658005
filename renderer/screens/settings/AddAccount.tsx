import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';

interface Draft {
  readonly platform: string;
  readonly name: string;
  readonly merchantId: string;
  readonly secret: string;
  readonly endpoint: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Fields shown at once; what few accounts need is folded away. */
const plainFields = 4;

const emptyDraft: Draft = {
  platform: 'practice',
  name: '',
  merchantId: '',
  secret: '',
  endpoint: '',
  fields: {},
};

interface PlatformFieldsProps {
  readonly platform: {
    readonly isEmbedded: boolean;
    readonly accountFields: readonly { readonly key: string; readonly isSecret: boolean }[];
  };
  readonly draft: Draft;
  onChange(change: Partial<Draft>): void;
}

function AccountField({
  field,
  draft,
  onChange,
}: {
  readonly field: { readonly key: string; readonly isSecret: boolean };
  readonly draft: Draft;
  onChange(change: Partial<Draft>): void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t(`accountField.${field.key}`, field.key)}
      type={field.isSecret ? 'password' : 'text'}
      maxLength={200}
      value={draft.fields[field.key] ?? ''}
      onChange={(value) => onChange({ fields: { ...draft.fields, [field.key]: value } })}
    />
  );
}

/** What this platform wants to know besides a name. */
function PlatformFields({ platform, draft, onChange }: PlatformFieldsProps) {
  const { t } = useTranslation();
  const isOutside = !platform.isEmbedded;
  return (
    <>
      {isOutside && (
        <>
          <TextField
            label={t('settings.merchantId')}
            maxLength={100}
            value={draft.merchantId}
            onChange={(merchantId) => onChange({ merchantId })}
          />
          <TextField
            label={t('settings.secret')}
            hint={t('settings.secretHint')}
            type="password"
            maxLength={500}
            value={draft.secret}
            onChange={(secret) => onChange({ secret })}
          />
        </>
      )}
      {platform.accountFields.slice(0, plainFields).map((field) => (
        <AccountField key={field.key} field={field} draft={draft} onChange={onChange} />
      ))}
      {platform.accountFields.length > plainFields && (
        <details className="form-wide">
          <summary>{t('settings.moreFields')}</summary>
          <div className="form-grid more-fields">
            {platform.accountFields.slice(plainFields).map((field) => (
              <AccountField key={field.key} field={field} draft={draft} onChange={onChange} />
            ))}
          </div>
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
  const { t, i18n } = useTranslation();
  const say = useToasts((store) => store.say);
  const platforms = useQuery(settingsQueries.platforms()).data ?? [];
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const put = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const platform = platforms.find(({ id }) => id === draft.platform);
  const isOutside = platform !== undefined && !platform.isEmbedded;
  const add = useMutation({
    mutationFn: () =>
      core.settings.addAccount({
        ...draft,
        name: draft.name.trim(),
        merchantId: draft.merchantId.trim(),
        endpoint: draft.endpoint.trim() === '' ? null : draft.endpoint.trim(),
        // An empty field is one that was not given.
        fields: Object.fromEntries(Object.entries(draft.fields).filter(([, value]) => value.trim() !== '')),
      }),
    onSuccess: ({ name }) => {
      say({ tone: 'done', says: t('settings.accountAdded', { name }), next: t('settings.accountAddedNext') });
      onClose();
    },
  });
  const isComplete =
    draft.name.trim() !== '' && (!isOutside || (draft.merchantId.trim() !== '' && draft.secret !== ''));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isComplete) add.mutate();
  };
  return (
    <form className="panel panel-pad stack" onSubmit={submit}>
      <div className="form-grid">
        <SelectField
          label={t('settings.platform')}
          value={draft.platform}
          options={platforms.map(({ id, nameZh, nameEn }) => ({
            value: id,
            label: i18n.language === 'en' ? nameEn : nameZh,
          }))}
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
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={!isComplete} isBusy={add.isPending}>
          {t('settings.addAccount')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
