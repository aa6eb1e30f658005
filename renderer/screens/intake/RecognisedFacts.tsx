import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { type ImportItem, importQueue } from '../../bridge/importQueue.ts';
import { useNameOf } from '../../bridge/knownNames.ts';
import type { Recognition } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { go } from '../../parts/place.ts';
import { isWrittenText, missingFields } from '../../work/intake/openQuestions.ts';
import { useAct } from '../../work/useAct.ts';

/** Formats whose bytes are text in one of several encodings. */
const textFormats = ['csv', 'html'];
const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

interface RecognisedFactsProps {
  readonly item: ImportItem;
  readonly recognition: Recognition;
}

/** What we take the file for, in words; platform and encoding can be set right by hand. */
export function RecognisedFacts({ item, recognition }: RecognisedFactsProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const profiles = useQuery(ask.dictionary.get.queryOptions()).data?.profiles ?? [];
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
        width={180}
        value={profile}
        options={profiles.map((one) => ({ value: one.id, label: nameOf(one) }))}
        onChange={(chosen) => importQueue.answer(item.id, { profile: chosen })}
      />
      {textFormats.includes(format) && (
        <SelectField
          label={t('imports.encoding')}
          width={180}
          value={encodings.find((one) => one === encoding.toLowerCase()) ?? null}
          options={encodings.map((value) => ({ value, label: t(`imports.encodingName.${value}`) }))}
          onChange={(chosen) => importQueue.answer(item.id, { encoding: chosen })}
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

interface MappingNoticesProps {
  readonly item: ImportItem;
  readonly recognition: Recognition;
}

/** Columns that are taken as a person chose them for the same headers before, and the way to forget that. */
function RememberedNotice({ item, recognition }: MappingNoticesProps) {
  const { t } = useTranslation();
  const memories = useQuery(ask.dictionary.memories.queryOptions()).data ?? [];
  const headers = recognition.mapping.map(({ header }) => header);
  const sorted = JSON.stringify([...headers].sort());
  const memory = memories.find((one) => JSON.stringify([...one.headers].sort()) === sorted);
  const forget = useAct((key: string) => core.dictionary.forgetMemory({ key }), {
    after: () => importQueue.answer(item.id, {}),
  });
  const count = recognition.mapping.filter(({ rule }) => rule === 'remembered').length;
  if (count === 0) return null;
  return (
    <Notice tone="info" title={t('imports.remembered', { count })} next={t('imports.rememberedNext')}>
      {memory !== undefined && (
        <Button size="small" {...forget.press(memory.key)}>
          {t('imports.forgetRemembered')}
        </Button>
      )}
    </Notice>
  );
}

/** What is in doubt about the file and its columns, above the columns themselves. */
export function MappingNotices({ item, recognition }: MappingNoticesProps) {
  const { t } = useTranslation();
  const missing = missingFields(recognition.mapping.map(({ field }) => field));
  const onlyOrderNo = missing.length === 1 && missing[0] === 'orderNo';
  const isText = isWrittenText(recognition);
  return (
    <>
      {recognition.notes?.map(({ code, field, params }) => (
        <FailureNotice
          key={`${code}-${field}`}
          tone="note"
          failure={{ code, params: { field, ...params } }}
        />
      ))}
      {isText && (
        <Notice tone="note" title={t('imports.writtenText')} next={t('imports.writtenTextNext')}>
          <Button size="small" onPress={() => go('today')}>
            {t('today.paste.title')}
          </Button>
        </Notice>
      )}
      {!isText && missing.length > 0 && (
        <Notice
          tone="note"
          title={t('imports.missing', {
            fields: missing.map((field) => t(`canonical.${field}`, field)).join(t('common.listComma')),
          })}
          next={t(onlyOrderNo ? 'imports.noOrderNo' : 'imports.missingNext')}
        />
      )}
      <RememberedNotice item={item} recognition={recognition} />
    </>
  );
}
