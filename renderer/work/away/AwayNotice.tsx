import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AwayConflictView, AwayStateView } from '../../../shared/contracts/packing/away.ts';
import { isOfChange, isOfList } from '../../../shared/domain/packing/awayConflicts.ts';
import { ask, core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { useWhen } from '../../parts/format.ts';
import { go } from '../../parts/place.ts';
import { useAct } from '../useAct.ts';
import { ChangeConflict } from './ChangeConflict.tsx';

/** The server is away: since when, how old the knowledge of this bench is, what still comes out, and what is still to come into the book. */
function AwayBand({ state, since }: { readonly state: AwayStateView; readonly since: number }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const { knownAt, waiting, labels, code } = state;
  const known =
    knownAt === null ? t('packing.server.nothing') : t('packing.server.known', { when: when(knownAt) });
  const sentences = [known];
  if (labels > 0) sentences.push(t('packing.server.labels', { count: labels }));
  if (waiting > 0) sentences.push(t('packing.server.kept', { count: waiting }));
  return (
    <>
      <Notice
        tone="note"
        title={t('packing.server.away', { when: when(since) })}
        next={sentences.reduce((first, next) => t('packing.server.both', { first, next }))}
      />
      {code !== '' && <FailureNotice failure={{ code }} />}
    </>
  );
}

interface ConflictProps {
  readonly conflict: AwayConflictView;
  readonly count: number;
}

/** One parcel, list or file after the other: what has become of it, and what to do. */
function ConflictNotice({ conflict, count }: ConflictProps) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const settle = useAct((id: string) => core.away.settle({ id }));
  const {
    id,
    kind,
    code,
    orderNo,
    parcelNo,
    waybillNo,
    operator,
    at,
    file,
    fileName,
    count: many,
    listNo,
    orderId,
  } = conflict;
  const known = { orderNo: orderNo || '—', waybillNo: waybillNo || '—' };
  const params = {
    ...known,
    parcelNo: parcelNo || '—',
    operator,
    at: when(at),
    file: `set-aside/${file}`,
    fileName: fileName || '—',
    count: many,
    listNo: listNo || '—',
  };
  return (
    <FailureNotice failure={{ code, params }}>
      {kind === 'import-changed' && (
        <Button icon="import" onPress={() => go('import', { section: 'changes', importId: id })}>
          {t('imports.view.changes')}
        </Button>
      )}
      {isOfList(kind) && orderId !== '' && (
        <Button icon="ship" onPress={() => go('ship', { orderId })}>
          {t('common.toOrder')}
        </Button>
      )}
      <Button icon="check" {...settle.press(id)}>
        {count > 1 ? t('packing.server.nextOf', { count: count - 1 }) : t('packing.server.seen')}
      </Button>
    </FailureNotice>
  );
}

/** What must be known of the server of the book where people work on what it keeps; nothing where all is well. */
export function AwayNotice() {
  const state = useQuery(ask.away.state.queryOptions()).data;
  const conflict = state?.conflicts[0];
  if (state !== undefined && state.since !== null) return <AwayBand state={state} since={state.since} />;
  if (state === undefined || conflict === undefined) return null;
  const Shown = isOfChange(conflict.kind) ? ChangeConflict : ConflictNotice;
  return <Shown key={conflict.id} conflict={conflict} count={state.conflicts.length} />;
}
