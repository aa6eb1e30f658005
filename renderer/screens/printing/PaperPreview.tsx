import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import type { PaperChoice } from './paperChoice.ts';

interface PaperPreviewProps {
  readonly choice: PaperChoice;
  readonly orderIds: readonly string[];
}

/** A slip is one order's; there is no need to compose thousands to show the first. */
const slipsShown = 3;

/** The lines of the first paper as they would be printed. */
export function PaperPreview({ choice, orderIds }: PaperPreviewProps) {
  const { t } = useTranslation();
  const { kind, columns, pickOrder } = choice;
  const shown = kind === 'slip' ? orderIds.slice(0, slipsShown) : orderIds;
  const preview = useQuery({
    queryKey: ['print', 'paperPreview', kind, columns, pickOrder, shown],
    queryFn: ({ signal }) =>
      core.receipts.preview({ kind, columns, pickOrder, orderIds: [...shown] }, { signal }),
    enabled: shown.length > 0,
    gcTime: 10_000,
  });
  if (preview.error !== null) return <FailureNotice failure={failureOf(preview.error)} />;
  const [lines] = preview.data?.receipts ?? [];
  return (
    <section className="paper-preview" aria-label={t('papers.preview')}>
      {lines === undefined ? (
        <p className="soft">{t(shown.length === 0 ? 'papers.noOrders' : 'common.loading')}</p>
      ) : (
        <pre>{lines.join('\n')}</pre>
      )}
    </section>
  );
}
