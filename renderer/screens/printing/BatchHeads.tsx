import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintBatchView, PrintJobRow } from '../../../shared/contracts/printing.ts';
import type { BatchAct } from '../../../shared/domain/printing/printJob.ts';
import { ask, core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import type { PrintFilter } from '../../bridge/questions.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { formatCount, useWhen } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { lettersOf } from '../../parts/letters.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import type { TableGroup } from '../../parts/table/tableProps.ts';
import { useDescribe } from '../../words/describe.ts';
import { printTone } from '../../words/tones.ts';
import { useAct } from '../../work/useAct.ts';

type PrintWindow = typeof ask.print.window;

/** The labels of the newest batches, one batch after the other, asked for like any other list of labels. */
const batchQuestion: Pick<PrintWindow, 'key' | 'call'> = {
  key: ask.print.batchWindow.key,
  call: ({ offset, limit }, options) => ask.print.batchWindow.call({ offset, limit }, options),
};

/** Each head is before the first of its labels. */
function headsOf(
  batches: readonly PrintBatchView[],
  titleOf: (batch: PrintBatchView) => string,
): TableGroup[] {
  let first = 0;
  return batches.map((batch) => {
    const { id, labels: count } = batch;
    const more = <BatchHead key={id} batch={batch} />;
    const head = { key: id, first, count, title: titleOf(batch), countWords: '', more };
    first += count;
    return head;
  });
}

/** Labels under the head of the batch they were wanted in; only the whole ledger, for a search crosses batches. */
export function useBatchHeads(filter: PrintFilter) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const [isWanted, setWanted] = useState(true);
  const mayGroup = Object.keys(filter).length === 0;
  const isOn = mayGroup && isWanted;
  const read = useQuery(ask.print.batches.queryOptions({ enabled: isOn })).data;
  const groups = useMemo(() => {
    if (!isOn || read === undefined) return null;
    return headsOf(read, titleOf);
    function titleOf({ id, createdAt, operator, isSingles }: PrintBatchView): string {
      if (id === '' || createdAt === null) return t('batch.older');
      const time = when(createdAt);
      if (isSingles) return t('batch.singles', { time });
      return operator === '' ? t('batch.title', { time }) : t('batch.titleOf', { time, name: operator });
    }
  }, [isOn, read, t, when]);
  const question = groups === null ? ask.print.window : batchQuestion;
  return { mayGroup, isGrouped: isOn, setWanted, groups, question };
}

export const batchOfRow = ({ batchId }: PrintJobRow): string => batchId;

export function BatchesButton({ heads }: { readonly heads: ReturnType<typeof useBatchHeads> }) {
  const { t } = useTranslation();
  const { mayGroup, isGrouped, setWanted } = heads;
  if (!mayGroup) return null;
  return (
    <KeyButton
      size="small"
      combo={lettersOf.print.batches}
      isPressed={isGrouped}
      onPress={() => setWanted(!isGrouped)}
    >
      {t('batch.group')}
    </KeyButton>
  );
}

/** How far a batch is, what failed, and what can be done about the labels that have not come out. */
function BatchHead({ batch }: { readonly batch: PrintBatchView }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { out, labels, failed, unsure, held, waiting, underWay, isHeld, failures } = batch;
  const why = failures
    .slice(0, 2)
    .map(({ errorCode, errorParams, count }) =>
      t('batch.why', { count, says: describe(errorCode, errorParams).says }),
    )
    .join(t('common.listComma'));
  return (
    <span className="batch-head">
      <span className="batch-marks">
        <StateMark
          tone={out === labels ? 'done' : waiting + underWay > 0 ? 'active' : 'rest'}
          label={t('batch.out', { out: formatCount(out), count: labels, shown: formatCount(labels) })}
        />
        {failed > 0 && (
          <StateMark
            tone="failed"
            label={t('batch.failed', { count: failed, shown: formatCount(failed) })}
            title={why}
          />
        )}
        {unsure > 0 && (
          <StateMark tone="unsure" label={t('batch.unsure', { count: unsure, shown: formatCount(unsure) })} />
        )}
        {(isHeld || held > 0) && (
          <StateMark
            tone={printTone('held')}
            label={t('batch.held', { count: held, shown: formatCount(held) })}
          />
        )}
        {failed > 0 && <span className="soft batch-why">{why}</span>}
      </span>
      {batch.id !== '' && <BatchActs batch={batch} />}
    </span>
  );
}

function BatchActs({ batch }: { readonly batch: PrintBatchView }) {
  const { t } = useTranslation();
  const { id: batchId, failed, held, waiting, isHeld } = batch;
  const act = useAct((asked: BatchAct) => core.print.changeBatch({ batchId, act: asked }), {
    says: ({ changed: count }, asked) => t(`batch.did.${asked}`, { count }),
  });
  const open = waiting + held;
  const retry = t('batch.retry', { count: failed });
  return (
    <span className="batch-acts">
      {failed > 0 && (
        <Button size="small" icon="refresh" label={retry} {...act.press('retry')}>
          {retry}
        </Button>
      )}
      {waiting > 0 && !isHeld && (
        <Button size="small" icon="pause" label={t('batch.hold')} {...act.press('hold')}>
          {t('batch.hold')}
        </Button>
      )}
      {(isHeld || held > 0) && (
        <Button size="small" icon="play" label={t('batch.release')} {...act.press('release')}>
          {t('batch.release')}
        </Button>
      )}
      {open > 0 && (
        <AskingButton
          size="small"
          icon="trash"
          label={t('batch.cancel', { count: open })}
          title={t('batch.cancelTitle', { count: open })}
          note={t('batch.cancelNote')}
          yes={t('batch.cancelYes', { count: open })}
          no={t('batch.cancelNo')}
          look="danger"
          {...act.asking('cancel')}
        />
      )}
    </span>
  );
}
