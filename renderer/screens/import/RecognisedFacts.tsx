import { useTranslation } from 'react-i18next';
import type { Recognition } from '../../bridge/queries/importQueries.ts';

/** What we take the file for, in words. */
export function RecognisedFacts({ recognition }: { readonly recognition: Recognition }) {
  const { t } = useTranslation();
  const facts = [
    [t('imports.platform'), t(`source.${recognition.profile}`, recognition.profile)],
    [t('imports.format'), t(`imports.formatName.${recognition.format}`, recognition.format)],
    [
      t('imports.encoding'),
      t(`imports.encodingName.${recognition.encoding}` as 'imports.encodingName.utf-8', recognition.encoding),
    ],
    [t('imports.sheet'), recognition.sheet],
    [
      t('imports.headerRow'),
      recognition.headerRowNumber === 0
        ? t('imports.noHeader')
        : t('imports.rowNumber', { row: recognition.headerRowNumber }),
    ],
  ] as const;
  return (
    <dl className="import-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt className="soft small">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
