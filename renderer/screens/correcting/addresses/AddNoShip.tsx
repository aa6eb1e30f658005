import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../../bridge/failureOf.ts';
import { settingsQueries } from '../../../bridge/queries/settingsQueries.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';

const emptyPlace = { carrier: '', province: '', city: '', district: '', town: '', word: '', reason: '' };
/** As long as the contract takes each. */
const fields = [
  ['province', 30],
  ['city', 30],
  ['district', 30],
  ['town', 40],
  ['word', 40],
  ['reason', 100],
] as const;
const placeFields = ['province', 'city', 'district', 'town', 'word'] as const;

/** One more place: short names do, what lies above a name that stands alone is filled in. */
export function AddNoShip({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation();
  const carriers = useQuery(settingsQueries.carriers()).data ?? [];
  const [place, setPlace] = useState(emptyPlace);
  const [refusal, setRefusal] = useState<PageFailure | null>(null);
  const put = (change: Partial<typeof emptyPlace>): void => {
    setPlace((before) => ({ ...before, ...change }));
    setRefusal(null);
  };
  const add = useMutation({
    mutationFn: () => core.addressKnowledge.addNoShip(place),
    onSuccess: () => setPlace({ ...emptyPlace, carrier: place.carrier, reason: place.reason }),
    onError: (error) => setRefusal(failureOf(error)),
    meta: { isShownInPlace: true },
  });
  const isNamed = placeFields.some((field) => place[field].trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isNamed) add.mutate();
  };
  return (
    <form className="panel panel-pad stack" onSubmit={submit}>
      <SelectField
        label={t('addressBook.carrier')}
        width={280}
        value={place.carrier}
        options={[
          { value: '', label: t('addressBook.allCarriers') },
          ...carriers.map(({ code, nameZh, nameEn }) => ({
            value: code,
            label: i18n.language === 'en' ? nameEn : nameZh,
          })),
        ]}
        onChange={(carrier) => put({ carrier })}
      />
      <div className="form-grid">
        {fields.map(([field, maxLength]) => (
          <TextField
            key={field}
            label={t(`addressBook.field.${field}`)}
            maxLength={maxLength}
            value={place[field]}
            onChange={(text) => put({ [field]: text })}
          />
        ))}
      </div>
      <p className="soft small">{t('addressBook.addNote')}</p>
      {refusal !== null && <FailureNotice failure={refusal} tone="failed" />}
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={!isNamed} isBusy={add.isPending}>
          {t('addressBook.add')}
        </Button>
        <Button onPress={onClose}>{t('common.close')}</Button>
      </div>
    </form>
  );
}
