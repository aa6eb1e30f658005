import { useTranslation } from 'react-i18next';
import { labelSizes } from '../../../../../shared/domain/labelDocument.ts';
import { ChoiceField } from '../../../../parts/form/ChoiceField.tsx';
import { TextField } from '../../../../parts/form/TextField.tsx';
import { EncodingField } from '../EncodingField.tsx';
import { pictureEncodings, printerLanguages, resolutionsDpi } from '../printerAddress.ts';
import { chooseLanguage, type SetupDraft } from './setupDraft.ts';

interface MediaStepProps {
  readonly draft: SetupDraft;
  change(next: (before: SetupDraft) => SetupDraft): void;
}

/** What it is called, what it understands and what it prints on. */
export function MediaStep({ draft, change }: MediaStepProps) {
  const { t } = useTranslation();
  const put = (part: Partial<SetupDraft['media']>): void =>
    change((before) => ({ ...before, media: { ...before.media, ...part } }));
  const isVirtual = draft.place.way === 'virtual';
  return (
    <>
      <TextField
        label={t('settings.printerName')}
        maxLength={40}
        value={draft.name}
        onChange={(name) => change((before) => ({ ...before, name }))}
      />
      {!isVirtual && (
        <>
          <ChoiceField
            label={t('settings.printerLanguage')}
            value={draft.media.language}
            choices={printerLanguages.map((value) => ({ value, label: t(`printerLanguage.${value}`) }))}
            onChange={(language) => change((before) => chooseLanguage(before, language))}
          />
          <p className="soft small">{t('printerSetup.languageNote')}</p>
          <EncodingField
            encodings={pictureEncodings[draft.media.language] ?? []}
            value={draft.encoding}
            onChange={(encoding) => change((before) => ({ ...before, encoding }))}
          />
        </>
      )}
      <ChoiceField
        label={t('settings.labelSize')}
        value={draft.media.size}
        choices={labelSizes.map((value) => ({
          value: value as string,
          label: t('settings.sizeMm', { size: value.replace('x', ' × ') }),
        }))}
        onChange={(size) => put({ size })}
      />
      <ChoiceField
        label={t('settings.resolution')}
        value={draft.media.dpi}
        choices={resolutionsDpi.map((value) => ({ value, label: t('settings.dpi', { dpi: value }) }))}
        onChange={(dpi) => put({ dpi })}
      />
    </>
  );
}
