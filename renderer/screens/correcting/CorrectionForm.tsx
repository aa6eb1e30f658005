import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Party } from '../../../shared/domain/party.ts';
import { type ReceiverLack, receiverLack } from '../../../shared/rules/receiverLack.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import type { CorrectionItem } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { inSentence } from '../../parts/format.ts';
import { isTextField, useKeys } from '../../parts/keys.ts';
import { useAct } from '../../work/useAct.ts';
import { Choices } from './Choices.tsx';
import { Changes, GoodsNotes, Problems, ReachNotes } from './Findings.tsx';
import { OriginalText } from './OriginalText.tsx';
import { ReceiverFields } from './ReceiverFields.tsx';
import { RowActions } from './RowActions.tsx';
import { confidenceWord } from './reading.ts';
import { useCorrectionDraft, usePlatformAnswer } from './useCorrectionDraft.ts';

interface CorrectionFormProps {
  readonly item: CorrectionItem;
  /** The entry was decided, or put off: on to the next. */
  onGone(isDecided: boolean): void;
}

interface FormHeadProps {
  /** By which the form is called. */
  readonly id: string;
  readonly item: CorrectionItem;
  readonly platform: ReturnType<typeof usePlatformAnswer>;
}

/** Which order, how sure its address is, and the platform that may be asked how it would read it. */
function FormHead({ id, item, platform }: FormHeadProps) {
  const { t } = useTranslation();
  const word = confidenceWord(item.reading.confidence.overall);
  return (
    <header className="line">
      <strong id={id} className="number">
        {item.orderNo}
      </strong>
      <span className="soft small">
        {[t(`source.${item.source}`, item.source), item.shop].filter(Boolean).join(' · ')}
      </span>
      {item.isPutOff && <span className="queue-off">{t('correct.putOffMark')}</span>}
      <span className="grow" />
      <span className={`confidence confidence-${word}`}>
        {t('correct.overall', { word: t(`correct.word.${word}`) })}
      </span>
      {platform.answer !== null && (
        <span className="soft small">{t('correct.answered', { account: platform.answer.accountName })}</span>
      )}
      {platform.canAsk && (
        <Button
          size="small"
          icon="network"
          title={`${t('correct.ask')}  Alt+P`}
          isBusy={platform.isAsking}
          onPress={platform.ask}
        >
          {t('correct.ask')}
        </Button>
      )}
    </header>
  );
}

/** Accepts what is in the fields, for this order or for all of its address. */
function useAcceptance(
  item: CorrectionItem,
  receiver: Parameters<typeof core.correct.accept>[0]['receiver'],
  together: number,
  onAccepted: (isDecided: boolean) => void,
) {
  const { t } = useTranslation();
  return useAct(
    () => core.correct.accept({ orderId: item.orderId, version: item.version, receiver, together }),
    {
      says: ({ waiting: count }) =>
        count === 0
          ? null
          : {
              tone: 'unsure',
              says: t('correct.stillWaiting', { count }),
              next: t('correct.stillWaitingNext'),
            },
      after: ({ waiting }) => onAccepted(waiting === 0),
      isShownInPlace: true,
    },
  );
}

/** Puts the cursor where something has to be typed, all of it marked; what can be chosen above stays in sight as far as there is room. */
function leadTo(form: HTMLFormElement | null, name: string | undefined): void {
  const field = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  field?.focus({ preventScroll: true });
  field?.closest('.field')?.scrollIntoView({ block: 'nearest' });
  field?.select();
}

interface DecideProps {
  readonly lack: ReceiverLack | null;
  readonly orders: number;
  readonly isBusy: boolean;
  /** There are regions to choose from. */
  readonly hasChoices: boolean;
}

/** Enter accepts; where that could solve nothing yet, it leads to the field that is in the way. */
function Decide({ lack, orders, isBusy, hasChoices }: DecideProps) {
  const { t } = useTranslation();
  if (lack === null)
    return (
      <Button look="primary" size="large" isSubmit keyHint="Enter" isBusy={isBusy}>
        {orders > 1 ? t('correct.acceptAll', { count: orders }) : t('correct.accept')}
      </Button>
    );
  const fields = lack.fields.map((field) =>
    inSentence(t(field === 'province' ? 'field.region' : `field.${field}`)),
  );
  return (
    <>
      <span className="correct-lack">
        {hasChoices && lack.fields[0] === 'province' && lack.fields.length === 1
          ? t('correct.chooseRegion')
          : t(`correct.lack.${lack.kind}`, { fields: fields.join(t('common.listComma')) })}
      </span>
      <Button size="large" isSubmit keyHint="Enter">
        {t('correct.fillIn', { field: fields[0] })}
      </Button>
    </>
  );
}

/** The problem and its answers first, then what the file said, then what was understood. */
export function CorrectionForm({ item, onGone }: CorrectionFormProps) {
  const { t } = useTranslation();
  const { receiver, understood, isSaid, put, write, forget, reset } = useCorrectionDraft(item);
  const [isTogether, setTogether] = useState(true);
  const orders = isTogether ? item.together : item.together.slice(0, 1);
  const suggestions =
    useQuery(ask.addressKnowledge.suggestions.queryOptions({ input: { orderId: item.orderId } })).data ?? [];
  const platform = usePlatformAnswer(item.orderId);
  const form = useRef<HTMLFormElement>(null);
  const [headId, problemsId] = [useId(), useId()];
  useEffect(() => {
    // So that Tab leads from here into the fields, and the order is read out; whoever holds the focus on purpose keeps it. The screen holds it
    // for a form that is gone.
    if (document.activeElement?.matches('body, .shell-main') === true)
      form.current?.focus({ preventScroll: true });
  }, []);
  const accept = useAcceptance(item, receiver, orders.length, (isDecided) => {
    forget();
    onGone(isDecided);
  });
  const lack = receiverLack(receiver);
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (lack !== null) leadTo(form.current, lack.fields[0]);
    else if (!accept.isPending && !accept.isSuccess) accept.mutate();
  };
  const choose = (part: Partial<Party>): void => {
    put(part);
    // It answers what the cursor was led to: the next digit and Enter are the form's again.
    if (isTextField(document.activeElement)) form.current?.focus({ preventScroll: true });
  };
  useKeys([{ combo: 'Enter', says: t('correct.acceptKey'), run: submit }]);
  const failed = accept.error ?? platform.error;
  return (
    // Who cannot see it hears with the focus which order came next, and what is wrong with it.
    <form
      ref={form}
      tabIndex={-1}
      className="correction"
      aria-labelledby={headId}
      aria-describedby={problemsId}
      onSubmit={submit}
    >
      <FormHead id={headId} item={item} platform={platform} />
      <TogetherBar orders={item.together} isTogether={isTogether} onTogether={setTogether} />
      <section className="problem">
        <Problems id={problemsId} item={item} />
        <Choices
          {...{ receiver, understood }}
          candidates={item.reading.candidates}
          suggestions={suggestions}
          onChoose={choose}
        />
      </section>
      <OriginalText item={item} />
      <div className="correction-understood">
        <section className="stack" aria-label={t('correct.understood')}>
          <ReceiverFields
            receiver={receiver}
            confidence={item.reading.confidence}
            theirs={platform.answer?.receiver ?? null}
            isSaid={isSaid}
            onChange={write}
          />
        </section>
        <div className="findings">
          <Changes {...{ item, receiver, understood }} />
          <ReachNotes item={item} onGone={onGone} />
          <GoodsNotes item={item} />
        </div>
      </div>
      <footer className="line correction-foot">
        {failed !== null && (
          <div className="foot-failure">
            <FailureNotice failure={failureOf(failed)} />
          </div>
        )}
        <div className="line">
          <RowActions item={item} orders={orders} onGone={onGone} />
          <Button onPress={reset}>{t('correct.reset')}</Button>
        </div>
        <span className="grow" />
        <Decide
          {...{ lack, orders: orders.length }}
          isBusy={accept.isPending}
          hasChoices={item.reading.candidates.length > 0}
        />
      </footer>
    </form>
  );
}

/** Longer lists are counted, not listed. */
const maxListed = 50;

interface TogetherBarProps {
  readonly orders: CorrectionItem['together'];
  readonly isTogether: boolean;
  onTogether(isTogether: boolean): void;
}

/** Several orders wait under this address: says so, lists them, and lets one be decided alone. */
function TogetherBar({ orders, isTogether, onTogether }: TogetherBarProps) {
  const { t } = useTranslation();
  const [isListed, setListed] = useState(false);
  if (orders.length < 2) return null;
  return (
    <section className="together" aria-label={t('correct.togetherLabel')}>
      <div className="line">
        <strong>{t('correct.together', { count: orders.length })}</strong>
        <span className="grow soft small">
          {t(isTogether ? 'correct.togetherNote' : 'correct.singlyNote', { count: orders.length })}
        </span>
        <Button look="quiet" size="small" isPressed={isListed} onPress={() => setListed(!isListed)}>
          {t('correct.listOrders')}
        </Button>
        <Button size="small" onPress={() => onTogether(!isTogether)}>
          {t(isTogether ? 'correct.decideSingly' : 'correct.decideTogether')}
        </Button>
      </div>
      {isListed && (
        <ul className="plain-list together-list">
          {orders.slice(0, maxListed).map(({ orderId, orderNo, goodsText, buyerRemark }) => (
            <li key={orderId}>
              <span className="number">{orderNo}</span>
              <span className="soft small">
                {[goodsText, buyerRemark].filter((text) => text !== '').join(' · ')}
              </span>
            </li>
          ))}
          {orders.length > maxListed && (
            <li className="soft small">{t('correct.andMore', { count: orders.length - maxListed })}</li>
          )}
        </ul>
      )}
    </section>
  );
}
