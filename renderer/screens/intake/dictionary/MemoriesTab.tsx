import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { dictionaryQueries } from '../../../bridge/queries/dictionaryQueries.ts';
import { useNow } from '../../../bridge/useNow.ts';
import { Button } from '../../../parts/Button.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { When } from '../../../parts/When.tsx';

/** Headers shown of a remembered file; the rest is on hover. */
const shownHeaders = 6;

/** Columns that were chosen by hand and are chosen so again for files with the same headers. */
export function MemoriesTab() {
  const { t } = useTranslation();
  const now = useNow();
  const memories = useQuery(dictionaryQueries.memories()).data ?? [];
  const forget = useMutation({ mutationFn: (key: string) => core.dictionary.forgetMemory({ key }) });
  if (memories.length === 0)
    return (
      <EmptyState icon="columns" title={t('dictionary.noMemories')}>
        <p>{t('dictionary.noMemoriesNote')}</p>
      </EmptyState>
    );
  return (
    <ul className="plain-list panel">
      {memories.map(({ key, profile, headers, columns, uses, usedAt }) => (
        <li key={key} className="settings-row memory-row">
          <div className="grow stack-tight">
            <strong>
              {t(`source.${profile}`, profile)}{' '}
              <span className="soft small" title={headers.join(t('common.listComma'))}>
                {t('dictionary.headers', {
                  headers: headers.slice(0, shownHeaders).join(t('common.listComma')),
                  count: headers.length,
                })}
              </span>
            </strong>
            <ul className="plain-list chips">
              {columns.map(({ header, field }) => (
                <li key={header} className="chip">
                  {`${header} → ${field === null ? t('imports.leftOut') : t(`canonical.${field}`, field)}`}
                </li>
              ))}
            </ul>
            <p className="soft small">
              {t('dictionary.used', { count: uses })} <When at={usedAt} now={now} />
            </p>
          </div>
          <Button size="small" icon="trash" onPress={() => forget.mutate(key)}>
            {t('dictionary.forget')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
