import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import type { ImportItem } from '../../bridge/importItem.ts';
import { importQueue } from '../../bridge/importQueue.ts';
import { dictionaryQueries } from '../../bridge/queries/dictionaryQueries.ts';
import type { Recognition } from '../../bridge/queries/importQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { missingFields } from './missingFields.ts';

interface MappingNoticesProps {
  readonly item: ImportItem;
  readonly recognition: Recognition;
}

/** Columns that are taken as a person chose them for the same headers before, and the way to forget that. */
function RememberedNotice({ item, recognition }: MappingNoticesProps) {
  const { t } = useTranslation();
  const memories = useQuery(dictionaryQueries.memories()).data ?? [];
  const headers = recognition.mapping.map(({ header }) => header);
  const sorted = JSON.stringify([...headers].sort());
  const memory = memories.find((one) => JSON.stringify([...one.headers].sort()) === sorted);
  const forget = useMutation({
    mutationFn: (key: string) => core.dictionary.forgetMemory({ key }),
    onSuccess: () => importQueue.answer(item.id, {}),
  });
  const count = recognition.mapping.filter(({ rule }) => rule === 'remembered').length;
  if (count === 0) return null;
  return (
    <Notice tone="info" title={t('imports.remembered', { count })} next={t('imports.rememberedNext')}>
      {memory !== undefined && (
        <Button size="small" isBusy={forget.isPending} onPress={() => forget.mutate(memory.key)}>
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
  return (
    <>
      {recognition.notes?.map(({ code, field, params }) => (
        <FailureNotice
          key={`${code}-${field}`}
          tone="unsure"
          failure={{ code, params: { field, ...params } }}
        />
      ))}
      {missing.length > 0 && (
        <Notice
          tone="unsure"
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
