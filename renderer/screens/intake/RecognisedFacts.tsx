import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../bridge/importItem.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { dictionaryQueries } from '../../bridge/queries/dictionaryQueries.ts';
import type { ImportOverrides, Recognition } from '../../bridge/queries/importQueries.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';

/** Formats whose bytes are text in one of several encodings. */
const textFormats = ['csv', 'html'];
const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
type Encoding = NonNullable<ImportOverrides['encoding']>;

interface RecognisedFactsProps {
  readonly item: ImportItem;
  readonly recognition: Recognition;
}

/** What we take the file for, in words; platform and encoding can be set right by hand. */
export function RecognisedFacts({ item, recognition }: RecognisedFactsProps) {
  const { t, i18n } = useTranslation();
  const profiles = useQuery(dictionaryQueries.get()).data?.profiles ?? [];
  const { format, encoding, sheet, profile, headerRowNumber } = recognition;
  const facts = [
    [t('imports.format'), t(`imports.formatName.${format}`, format)],
    [t('imports.sheet'), sheet],
    [
      t('imports.headerRow'),
      headerRowNumber === 0 ? t('imports.noHeader') : t('imports.rowNumber', { row: headerRowNumber }),
    ],
  ] as const;
  return (
    <div className="import-facts">
      <SelectField
        label={t('imports.platform')}
        size="small"
        width={180}
        value={profile}
        options={profiles.map(({ id, nameZh, nameEn }) => ({
          value: id,
          label: i18n.language === 'en' ? nameEn : nameZh,
        }))}
        onChange={(chosen) => importQueue.answer(item.id, { profile: chosen })}
      />
      {textFormats.includes(format) && (
        <SelectField
          label={t('imports.encoding')}
          size="small"
          width={180}
          value={encodings.find((one) => one === encoding.toLowerCase()) ?? null}
          options={encodings.map((value) => ({ value, label: t(`imports.encodingName.${value}`) }))}
          onChange={(chosen) => importQueue.answer(item.id, { encoding: chosen as Encoding })}
        />
      )}
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
    </div>
  );
}
