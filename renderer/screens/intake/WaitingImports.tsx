import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AwayStateView } from '../../../shared/contracts/packing/away.ts';
import { ask } from '../../bridge/core.ts';
import { type ImportItem, importQueue } from '../../bridge/importQueue.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { formatCount } from '../../parts/format.ts';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import { Moment } from '../../work/Moment.tsx';

const none: AwayStateView['imports'] = [];

function useWaitingImports(): AwayStateView['imports'] {
  return useQuery(ask.away.state.queryOptions()).data?.imports ?? none;
}

/** What was imported while the server is away: it is at this bench, and no order of it is in the book yet. */
export function WaitingImports() {
  const { t } = useTranslation();
  const waiting = useWaitingImports();
  if (waiting.length === 0) return null;
  return (
    <section className="panel panel-pad stack" aria-label={t('imports.waiting.title')}>
      <h2>{t('imports.waiting.title')}</h2>
      <p className="soft small">{t('imports.waiting.note')}</p>
      <PlainTable
        rows={waiting}
        keyOf={({ id }) => id}
        columns={[
          [t('imports.waiting.file'), ({ file }) => file || t('imports.waiting.message'), 'head'],
          [t('imports.waiting.rows'), ({ rows }) => formatCount(rows), 'count'],
          [t('imports.waiting.orders'), ({ orders }) => formatCount(orders), 'count'],
          [t('imports.waiting.at'), ({ at }) => <Moment key={at} at={at} />],
          [t('imports.waiting.by'), ({ operator }) => operator],
        ]}
      />
    </section>
  );
}

interface WaitingSummaryProps {
  readonly item: ImportItem;
  readonly importId: string;
  readonly orders: number;
}

/** A file that was read without the server: it waits, or has come into the book since. */
export function WaitingSummary({ item, importId, orders }: WaitingSummaryProps) {
  const { t } = useTranslation();
  const isWaiting = useWaitingImports().some(({ id }) => id === importId);
  const counted = { file: item.name, count: orders, shown: formatCount(orders) };
  return (
    <Notice
      tone={isWaiting ? 'note' : 'done'}
      title={t(isWaiting ? 'imports.waiting.keptFile' : 'imports.waiting.takenFile', counted)}
      next={t(isWaiting ? 'imports.waiting.keptNext' : 'imports.waiting.takenNext')}
    >
      <Button onPress={() => importQueue.remove(item.id)}>{t('imports.putAway')}</Button>
    </Notice>
  );
}
