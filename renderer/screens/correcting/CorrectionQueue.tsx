import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pageBridge } from '../../bridge/page.ts';
import type { CorrectionRow } from '../../bridge/questions.ts';
import type { WindowRows } from '../../bridge/windowRows.ts';
import { formatCount } from '../../parts/format.ts';
import { type TableColumn, textColumn } from '../../parts/table/tableProps.ts';
import { VirtualTable } from '../../parts/table/VirtualTable.tsx';
import { useIssueWords } from './issueWords.ts';

interface CorrectionQueueProps {
  readonly rows: WindowRows<CorrectionRow>;
  readonly chosenId: string | null;
  onChoose(orderId: string): void;
}

/** What waits, worst first, one line an address; any may be taken out of turn. */
export function CorrectionQueue({ rows, chosenId, onChoose }: CorrectionQueueProps) {
  const { t } = useTranslation();
  const issueWords = useIssueWords();
  const columns = useMemo<readonly TableColumn<CorrectionRow>[]>(
    () => [
      textColumn('issue', t('correct.issues'), 116, ({ issues }) => issueWords(issues[0] ?? ''), {
        isMark: true,
        cell: ({ issues }) => (
          <span className="queue-issue" title={issues.map(issueWords).join(' · ')}>
            {issueWords(issues[0] ?? '')}
          </span>
        ),
      }),
      textColumn('text', t('correct.original'), 96, ({ originalText }) => originalText, {
        isFlexible: true,
        cell: ({ originalText, orderNo, orders, isPutOff }) => (
          <span className="queue-cell" title={`${orderNo}\n${originalText}`}>
            {orders > 1 && (
              <span className="queue-count number">{t('correct.orders', { count: orders })}</span>
            )}
            {isPutOff && <span className="queue-off">{t('correct.putOffMark')}</span>}
            <span className="queue-text">{originalText}</span>
          </span>
        ),
      }),
    ],
    [t, issueWords],
  );
  return (
    <div className="correct-queue">
      <VirtualTable
        tableId="correct"
        label={t('correct.queue')}
        columns={columns}
        rows={rows}
        activeKey={chosenId}
        rowKey={({ orderId }) => orderId}
        onActivate={({ orderId }) => onChoose(orderId)}
        countWords={(count) => t('correct.addresses', { count, shown: formatCount(count) })}
        onCopy={(text) => void pageBridge().copyText(text)}
        empty={null}
      />
    </div>
  );
}
