import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelTemplateDetail } from '../../../shared/contracts/labels.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { labelTemplateQueries } from '../../bridge/queries/printQueries.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

interface VersionsDialogProps {
  readonly templateId: string;
  readonly newest: number;
  readonly hasUnsaved: boolean;
  onClose(): void;
  onBack(detail: LabelTemplateDetail): void;
}

function VersionList(props: {
  readonly templateId: string;
  readonly chosen: number;
  onChoose(version: number): void;
}) {
  const { t } = useTranslation();
  const versions = useQuery(labelTemplateQueries.versions(props.templateId)).data ?? [];
  return (
    <ul className="plain-list version-list" aria-label={t('labelEditor.versions')}>
      {versions.map(({ version, savedAt, elements, backTo }) => (
        <li key={version}>
          <button
            type="button"
            className="element-row"
            aria-pressed={version === props.chosen}
            onClick={() => props.onChoose(version)}
          >
            <strong>{t('labelEditor.versionNo', { number: version })}</strong>
            <span className="soft small">
              <Moment at={savedAt} />
            </span>
            <span className="soft small">
              {backTo === null
                ? t('labelEditor.elementCount', { count: elements })
                : t('labelEditor.backTo', { number: backTo })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Older versions beside the newest, dot for dot; going back makes a new version, so that nothing is lost. */
export function VersionsDialog({ templateId, newest, hasUnsaved, onClose, onBack }: VersionsDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(Math.max(1, newest - 1));
  const goBack = useAct(
    () => core.labelTemplates.goBack({ templateId, version: chosen, baseVersion: newest }),
    {
      says: (detail) => t('labelEditor.wentBack', { number: chosen, version: detail.version }),
      after: (detail) => onBack(detail),
      isShownInPlace: true,
    },
  );
  return (
    <Dialog
      title={t('labelEditor.versions')}
      width={900}
      onClose={onClose}
      actions={
        <>
          {hasUnsaved && <p className="soft small grow">{t('labelEditor.backDropsUnsaved')}</p>}
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button look="primary" isDisabled={chosen === newest} {...goBack.press()}>
            {t('labelEditor.goBack', { number: chosen })}
          </Button>
        </>
      }
    >
      {goBack.error !== null && <FailureNotice failure={failureOf(goBack.error)} />}
      <div className="versions">
        <VersionList templateId={templateId} chosen={chosen} onChoose={setChosen} />
        <VersionPicture templateId={templateId} version={chosen} />
        {chosen !== newest && <VersionPicture templateId={templateId} version={newest} isNewest />}
      </div>
    </Dialog>
  );
}

interface VersionPictureProps {
  readonly templateId: string;
  readonly version: number;
  readonly isNewest?: boolean;
}

/** One version as it prints. */
function VersionPicture({ templateId, version, isNewest = false }: VersionPictureProps) {
  const { t } = useTranslation();
  const detail = useQuery(labelTemplateQueries.version(templateId, version)).data;
  const preview = useQuery({
    ...labelTemplateQueries.preview(detail?.content ?? { size: '76x130', elements: [] }, 203, 'ordinary'),
    enabled: detail !== undefined,
  }).data;
  const title = t(isNewest ? 'labelEditor.newestNo' : 'labelEditor.versionNo', { number: version });
  return (
    <figure className="version-picture">
      <figcaption>{title}</figcaption>
      {preview !== undefined && <BitmapCanvas {...preview.bitmap} label={title} />}
    </figure>
  );
}
