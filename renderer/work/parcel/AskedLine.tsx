import { useTranslation } from 'react-i18next';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import { core } from '../../bridge/core.ts';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { joinTexts } from '../../parts/format.ts';
import { useDescribe } from '../../words/describe.ts';
import { Moment } from '../Moment.tsx';
import { useAct } from '../useAct.ts';

/** Asks the platform about one parcel; a failure is shown beside the parcel. */
export function useAskOne(waybillNo: string) {
  const { t } = useTranslation();
  return useAct(() => core.track.refresh({ waybillNos: [waybillNo] }), {
    says: ({ failed, refreshed }) => {
      if (failed > 0) return null;
      return t(refreshed > 0 ? 'track.refreshedOne' : 'track.askedJustNow');
    },
  });
}

interface AskedLineProps {
  readonly parcel: Pick<TrackRow, 'checkedAt'>;
  readonly asked: ReturnType<typeof useAskOne>;
}

/** How old the knowledge below is, and that the last question for newer one failed. */
export function AskedLine({ parcel: { checkedAt }, asked }: AskedLineProps) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const reply = asked.data;
  return (
    <>
      {reply !== undefined && reply.failed > 0 && !asked.isPending && (
        <Notice
          tone="failed"
          title={t(checkedAt === null ? 'track.questionFailed' : 'track.questionFailedKnown')}
          next={joinTexts(Object.values(describe(reply.errorCode, reply.errorParams)))}
          code={reply.errorCode}
        />
      )}
      <p className="soft small">
        {checkedAt === null ? (
          t('track.neverAsked')
        ) : (
          <Moment after={t('track.asked')} at={checkedAt} as="age" />
        )}
      </p>
    </>
  );
}
