import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { failureIn } from '../../bridge/failureOf.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskDialog, AskingButton } from '../../parts/AskDialog.tsx';
import { BitmapCanvas, base64OfBytes } from '../../parts/BitmapCanvas.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useAct } from '../../work/useAct.ts';
import { type PicturePixels, type PictureTreatment, pictureBits, readPicture } from './pictureBits.ts';

/** Which picture an element shows; a new one is added right here. */
export function LogoField({ logoId, onChange }: { readonly logoId: string; onChange(logoId: string): void }) {
  const { t } = useTranslation();
  const logos = useQuery(ask.labelTemplates.logos.queryOptions()).data ?? [];
  const chosen = logos.find(({ id }) => id === logoId);
  const remove = useAct(() => core.labelTemplates.removeLogo({ logoId }), {
    after: (left) => queryClient.setQueryData(ask.labelTemplates.logos.queryKey(), left),
  });
  return (
    <div className="stack-tight">
      {logos.length > 0 && (
        <SelectField
          label={t('labelEditor.logo')}
          value={chosen?.id ?? null}
          placeholder={t('labelEditor.chooseLogo')}
          options={logos.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChange}
        />
      )}
      <div className="line">
        <OpeningButton size="small" icon="plus" label={t('labelEditor.addLogo')}>
          {(close) => (
            <LogoDialog
              onClose={close}
              onAdded={(id) => {
                onChange(id);
                close();
              }}
            />
          )}
        </OpeningButton>
        {chosen !== undefined && (
          <AskingButton
            button="icon"
            label={t('labelEditor.removeLogo', { name: chosen.name })}
            title={t('labelEditor.removeLogo', { name: chosen.name })}
            note={t('labelEditor.removeLogoNote')}
            yes={t('settings.remove')}
            look="danger"
            {...remove.asking()}
          />
        )}
      </div>
    </div>
  );
}

const firstTreatment: PictureTreatment = { threshold: 128, isDithered: false };

/** The picture in black and white as it will be printed, or null before one is chosen. */
function useLogo() {
  const [picture, setPicture] = useState<PicturePixels | null>(null);
  const [treatment, setTreatment] = useState(firstTreatment);
  const [isUnreadable, setUnreadable] = useState(false);
  const logo = useMemo(() => {
    if (picture === null) return null;
    const { widthDots, heightDots, bits } = pictureBits(
      picture.pixels,
      picture.widthDots,
      picture.heightDots,
      treatment,
    );
    return { widthDots, heightDots, bitsBase64: base64OfBytes(bits) };
  }, [picture, treatment]);
  return {
    logo,
    treatment,
    isUnreadable,
    treat: (part: Partial<PictureTreatment>) => setTreatment((before) => ({ ...before, ...part })),
    async choose(file: File): Promise<string> {
      const read = await readPicture(file);
      setPicture(read);
      setUnreadable(read === null);
      return read?.name ?? '';
    },
  };
}

function Treatment({ treatment, treat }: Pick<ReturnType<typeof useLogo>, 'treatment' | 'treat'>) {
  const { t } = useTranslation();
  return (
    <>
      <label className="field">
        <span className="field-label">{t('labelEditor.threshold')}</span>
        <input
          type="range"
          min={20}
          max={235}
          value={treatment.threshold}
          onChange={(event) => treat({ threshold: Number(event.target.value) })}
        />
      </label>
      <CheckField
        label={t('labelEditor.dithered')}
        isOn={treatment.isDithered}
        onChange={(isOn) => treat({ isDithered: isOn })}
      />
    </>
  );
}

/** A picture of the merchant's own: chosen, made black and white before one's eyes, named, kept. */
function LogoDialog({ onClose, onAdded }: { onClose(): void; onAdded(logoId: string): void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { logo, treatment, treat, isUnreadable, choose } = useLogo();
  const add = useAct(
    (bits: NonNullable<typeof logo>) => core.labelTemplates.addLogo({ name: name.trim(), ...bits }),
    { after: ({ id }) => onAdded(id), isShownInPlace: true },
  );
  return (
    <AskDialog
      title={t('labelEditor.addLogo')}
      width={520}
      yes={t('labelEditor.keepLogo')}
      isForm
      isReady={logo !== null && name.trim() !== ''}
      isBusy={add.isPending}
      failure={failureIn(add)}
      onYes={() => logo !== null && add.mutate(logo)}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{t('labelEditor.pictureFile')}</span>
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp,image/bmp"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined)
              void choose(file).then((fileName) => setName((typed) => (typed === '' ? fileName : typed)));
          }}
        />
        {isUnreadable && <span className="field-error">{t('labelEditor.notAPicture')}</span>}
      </label>
      {logo !== null && (
        <>
          <TextField label={t('labelEditor.logoName')} maxLength={40} value={name} onChange={setName} />
          <Treatment treatment={treatment} treat={treat} />
          <BitmapCanvas
            {...logo}
            bytesPerRow={Math.ceil(logo.widthDots / 8)}
            label={t('labelEditor.logoPreview')}
          />
        </>
      )}
    </AskDialog>
  );
}
