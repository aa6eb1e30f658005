import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { type ImportItem, isUnderWay, useImportQueue } from '../../bridge/importQueue.ts';
import { maxTicks, readRange, windowList } from '../../bridge/windowRows.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { formatCount } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { go, type ScreenId, usePlace } from '../../parts/place.ts';
import { ProgressBar } from '../../parts/StateMark.tsx';
import { useAct } from '../useAct.ts';
import { usePracticeTag } from '../usePracticeTag.ts';
import { useFileDrops, useKnownDrop } from './useFileDrops.ts';
import './knownFile.css';

const statesShown = ['ready', 'needs-review'] as const;
const firstRow = { offset: 0, limit: 1 };

/** How many orders of these imports wait in each state, as the core counts them now: corrections move them. */
function useWaiting(importIds: readonly string[]) {
  const asked = importIds.flatMap((importId) => statesShown.map((state) => ({ importId, state })));
  const answers = useQueries({
    queries: asked.map((filter) => ask.orders.window.queryOptions({ input: { ...firstRow, filter } })),
  });
  const total = (wanted: (typeof statesShown)[number]): number =>
    asked.reduce((sum, { state }, at) => sum + (state === wanted ? (answers[at]?.data?.total ?? 0) : 0), 0);
  const isKnown = answers.every(({ data }) => data !== undefined);
  return { isKnown, ready: total('ready'), toCheck: total('needs-review') };
}

/** All ready orders of these imports go the way of the booking desk: looked at, and where all is well booked and printed. */
async function bookReady(importIds: readonly string[]): Promise<void> {
  const orderIds: string[] = [];
  for (const importId of importIds) {
    const list = windowList(ask.orders.window, { filter: { state: 'ready' as const, importId } });
    orderIds.push(...(await readRange(list, 0, maxTicks - 1)).map(({ id }) => id));
  }
  useKnownDrop.getState().close();
  go('ship', { filter: 'ready', batch: orderIds.slice(0, maxTicks) });
}

/** Screens that only show: nobody who drops a file there has work in hand that Correct would take from the eyes. */
const watching: readonly ScreenId[] = ['today', 'ship', 'track', 'insight'];

/** Doubtful addresses come up at once, each two keys; the strip is beside them and takes everything to paper by one. */
function useLeadOn(toCheck: number): void {
  const { step, isLed, leadOn } = useKnownDrop();
  const place = usePlace((store) => store.place);
  const isFree = place.step === step && watching.includes(place.screen);
  useEffect(() => {
    if (isLed || toCheck === 0) return;
    leadOn();
    const isTyping = document.activeElement?.matches('input, textarea') === true;
    if (isFree && !isTyping && document.querySelector('dialog[open]') === null) go('correct');
  }, [isLed, toCheck, isFree, leadOn]);
}

const nameOf = ([first, ...more]: readonly ImportItem[]): string =>
  `${first?.name ?? ''}${more.length > 0 ? ` +${more.length}` : ''}`;

function Taken({ items }: { readonly items: readonly ImportItem[] }) {
  const { t } = useTranslation();
  const summaries = items.flatMap(({ result }) => (result === null ? [] : [result.summary]));
  const importIds = summaries.map(({ importId }) => importId);
  const { isKnown, ready, toCheck } = useWaiting(importIds);
  useLeadOn(isKnown ? toCheck : 0);
  const book = useAct(() => bookReady(importIds));
  const tag = usePracticeTag();
  const orders = summaries.reduce((sum, summary) => sum + summary.orders, 0);
  const hasTrouble =
    items.some(({ stage }) => stage === 'failed') || summaries.some((one) => one.rejected > 0);
  const parts = [
    t('known.orders', { count: orders, shown: formatCount(orders) }),
    isKnown ? t('known.ready', { count: ready, shown: formatCount(ready) }) : '',
    isKnown && toCheck > 0 ? t('known.toCheck', { count: toCheck, shown: formatCount(toCheck) }) : '',
  ];
  return (
    <>
      <p className="grow known-words" role="status">
        <strong>{nameOf(items)}</strong>
        <span className="number">{parts.filter(Boolean).join(' · ')}</span>
      </p>
      {hasTrouble && <Button onPress={() => go('import')}>{t('known.result')}</Button>}
      {toCheck > 0 && (
        <Button icon="correct" onPress={() => go('correct')}>
          {t('known.correct', { count: toCheck, shown: formatCount(toCheck) })}
        </Button>
      )}
      {(!isKnown || ready > 0) && (
        <KeyButton look="primary" combo="Ctrl+Enter" tag={tag} isDisabled={ready === 0} {...book.press()}>
          {t('known.book', { count: ready, shown: formatCount(ready) })}
        </KeyButton>
      )}
    </>
  );
}

/** Read without the server of the book: nothing of it can be booked yet. */
function Kept({ items }: { readonly items: readonly ImportItem[] }) {
  const { t } = useTranslation();
  const orders = items.reduce((sum, { result }) => sum + (result?.summary.orders ?? 0), 0);
  return (
    <>
      <p className="grow known-words" role="status">
        <strong>{nameOf(items)}</strong>
        <span className="number">{t('known.orders', { count: orders, shown: formatCount(orders) })}</span>
        <span>{t('imports.waiting.short')}</span>
      </p>
      <Button onPress={() => go('import')}>{t('known.result')}</Button>
    </>
  );
}

function Running({ items }: { readonly items: readonly ImportItem[] }) {
  const { t } = useTranslation();
  const running = items.find(isUnderWay);
  return (
    <>
      <p className="known-words">{t('known.running', { file: nameOf(items) })}</p>
      <div className="grow">
        <ProgressBar share={running?.run.share ?? null} label={t('known.running', { file: nameOf(items) })} />
      </div>
    </>
  );
}

/**
 * A known file dropped anywhere: what it brought, and one key that takes what is ready to paper. Import and Ship say it
 * themselves.
 */
export function KnownFileStrip() {
  const { t } = useTranslation();
  useFileDrops();
  const { itemIds, step, close } = useKnownDrop();
  const place = usePlace((store) => store.place);
  const items = useImportQueue((queue) => queue.items).filter(({ id }) => itemIds.includes(id));
  const isSaidThere = place.screen === 'import' || (place.screen === 'ship' && place.step !== step);
  if (items.length === 0 || isSaidThere) return null;
  const isDone = items.every(({ stage }) => stage === 'finished' || stage === 'failed');
  const isKept = items.some(({ result }) => result?.isWaiting === true);
  const Shown = !isDone ? Running : isKept ? Kept : Taken;
  return (
    <section className="known-strip" aria-label={t('known.title')}>
      <Shown items={items} />
      <IconButton icon="close" label={t('common.close')} onPress={close} />
    </section>
  );
}
