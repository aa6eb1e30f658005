import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../bridge/core.ts';
import { useMissingRight } from '../bridge/operators.ts';
import { useNow } from '../bridge/page.ts';
import { questions } from '../bridge/questions.ts';
import { AskingButton } from '../parts/AskDialog.tsx';
import { FailureNotice, Notice } from '../parts/feedback/Notice.tsx';
import { useWhen } from '../parts/format.ts';
import { useAct } from './useAct.ts';

/** The journal of outside calls does not prove itself, or does not reach back: what stands still, and what to compare. */
export function JournalNotice() {
  const { t } = useTranslation();
  const when = useWhen(useNow(60_000));
  const journal = useQuery(questions.status()).data?.journal;
  const mayRenew = useMissingRight(['manageOperators']) === null;
  const renew = useAct(() => core.bookingHealth.renewJournal(), {
    says: ({ asked }) => t('journal.renewed', { count: asked }),
  });
  if (journal === undefined) return null;
  const { isBroken, gap } = journal;
  if (isBroken)
    return (
      <FailureNotice failure={{ code: 'JOURNAL_BROKEN' }}>
        {mayRenew && (
          <AskingButton
            label={t('journal.renew')}
            title={t('journal.renewTitle')}
            note={t('journal.renewNote')}
            yes={t('journal.renew')}
            look="danger"
            {...renew.asking()}
          />
        )}
      </FailureNotice>
    );
  if (gap === null) return null;
  const since = gap.since === null ? t('journal.ever') : when(gap.since);
  return <Notice tone="note" title={t('journal.gap', { since })} next={t('journal.gapNext')} />;
}
