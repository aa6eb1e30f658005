import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labelTemplateQueries } from '../../bridge/queries/labelTemplateQueries.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';

interface VersionPictureProps {
  readonly templateId: string;
  readonly version: number;
  readonly isNewest?: boolean;
}

/** One version as it prints. */
export function VersionPicture({ templateId, version, isNewest = false }: VersionPictureProps) {
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
