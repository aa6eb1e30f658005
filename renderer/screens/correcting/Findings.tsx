import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import { articleName } from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { addressIssueCode } from '../../../shared/errors/addressErrors.ts';
import { ask, core } from '../../bridge/core.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import type { CorrectionItem } from '../../bridge/questions.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { formatWeight } from '../../parts/format.ts';
import { Icon } from '../../parts/Icon.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { useDescribe } from '../../words/describe.ts';
import { saidOnce } from '../../words/saidOnce.ts';
import { Moment } from '../../work/Moment.tsx';
import { RepeatAnswers } from '../../work/RepeatQuestions.tsx';
import { useAct } from '../../work/useAct.ts';
import { reasonText } from './reading.ts';

type ReachHint = Answered<'addressKnowledge', 'reach'>[number];

/** Each thing once: what was complained of at the import, and what the reading of today adds to it. Changes have a list of their own. */
function findingsOf({ complaints, reading }: CorrectionItem) {
  const found = new Map(complaints.map((complaint) => [complaint.code, complaint]));
  for (const issue of reading.issues) {
    if (issue === 'old_name_corrected') continue;
    const code = addressIssueCode(issue);
    if (!found.has(code)) found.set(code, { code, field: '' });
  }
  return saidOnce([...found.values()]);
}

/** Nothing is wrong with it and nobody need act: it is said after what is, and as quietly as a remark. */
const harmless = 'ADDRESS_EXTENSION_PRESENT';

/** What is wrong with the address, first of all: a person is here because of it. */
export function Problems({ id, item }: { readonly id: string; readonly item: CorrectionItem }) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const { leftover, zone, otherPhones } = item.reading;
  const findings = findingsOf(item);
  return (
    <ul id={id} className="plain-list problems" aria-label={t('correct.issues')}>
      {findings
        .filter(({ code }) => code !== harmless)
        .map(({ code, params }) => (
          <li key={code} className="issue">
            <Icon name="alert" size={16} />
            <strong>{describe(code, params).says}</strong>
            {code === 'IMPORT_ROWS_REPEATED' && <RepeatAnswers layout={String(params?.layout ?? '')} />}
          </li>
        ))}
      {findings.some(({ code }) => code === harmless) && (
        <li className="soft small">{describe(harmless).says}</li>
      )}
      {otherPhones.length > 0 && (
        <li className="small">{t('correct.otherPhones', { text: otherPhones.join('、') })}</li>
      )}
      {leftover !== '' && <li className="soft small">{t('correct.leftover', { text: leftover })}</li>}
      {zone !== '' && <li className="soft small">{t('correct.zone', { zone })}</li>}
    </ul>
  );
}

interface ChangesProps {
  readonly item: CorrectionItem;
  readonly receiver: Party;
  readonly understood: Party;
}

/** What was changed and why; of a field that somebody has written or chosen since, it is no longer true. */
export function Changes({ item, receiver, understood }: ChangesProps) {
  const { t } = useTranslation();
  const corrections = item.reading.corrections.filter(
    ({ field }) => receiver[field as keyof Party] === understood[field as keyof Party],
  );
  if (corrections.length === 0) return null;
  return (
    <section>
      <h3>{t('correct.changes')}</h3>
      <ul className="plain-list">
        {corrections.map(({ field, from, to, reason }) => {
          const { key, year } = reasonText(reason);
          return (
            <li key={`${field}-${from}`}>
              <span className="change">
                {from === '' ? <em className="soft">{t('correct.blank')}</em> : <del>{from}</del>}
                <Icon name="arrow" size={14} />
                <ins>{to}</ins>
              </span>
              <span className="soft small">
                {t(`correct.reason.${key}`, { year, field: t(`field.${field}`, field) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What travels and what buyer and seller wrote: often the missing piece of an address is there. */
export function GoodsNotes({ item }: { readonly item: CorrectionItem }) {
  const { t } = useTranslation();
  const { items, weightGrams, parcelCount, buyerRemark, sellerRemark } = item;
  const facts = [
    weightGrams === null ? '' : formatWeight(weightGrams),
    parcelCount > 1 ? t('parcels.title', { count: parcelCount }) : '',
  ].filter((fact) => fact !== '');
  return (
    <section aria-label={t('correct.goods')}>
      <h3>{t('correct.goods')}</h3>
      <ul className="plain-list goods-notes">
        {items.map((item) => (
          <li key={`${item.name}-${item.sku}`}>
            {articleName(item)} <span className="number">×{item.quantity}</span>
          </li>
        ))}
        {facts.length > 0 && <li className="soft small number">{facts.join(' · ')}</li>}
        {buyerRemark !== '' && (
          <li className="remark">
            <span className="soft small">{t('col.buyerRemark')}</span> {buyerRemark}
          </li>
        )}
        {sellerRemark !== '' && (
          <li className="remark">
            <span className="soft small">{t('col.sellerRemark')}</span> {sellerRemark}
          </li>
        )}
      </ul>
    </section>
  );
}

const tones: Readonly<Record<ReachHint['answer'], Tone>> = {
  reachable: 'done',
  'not-reachable': 'failed',
  remote: 'note',
  unknown: 'rest',
};

interface ReachNotesProps {
  readonly item: CorrectionItem;
  /** Nothing else was wrong with it: it leaves the queue. */
  onGone(isDecided: boolean): void;
}

const isReach = ({ code }: CorrectionItem['complaints'][number]): boolean =>
  code === 'REACH_PLACE_NOT_SHIPPED' || code === 'REACH_CARRIER_NOT_SHIPPED';

/** The shop's own list speaks against this order, and somebody ships it all the same. */
function AcceptReach({ item, onGone }: ReachNotesProps) {
  const { t } = useTranslation();
  const { orderId, orderNo, version } = item;
  const accept = useAct(() => core.addressKnowledge.acceptReach({ orderId, version }), {
    says: () => t('correct.reachAccepted', { orderNo }),
    after: () => {
      if (item.complaints.every(isReach)) onGone(true);
    },
  });
  if (!item.complaints.some(isReach)) return null;
  return (
    <AskingButton
      size="small"
      icon="play"
      label={t('correct.acceptReach')}
      title={t('correct.acceptReachTitle', { orderNo })}
      note={t('correct.acceptReachNote')}
      yes={t('correct.acceptReach')}
      {...accept.asking()}
    />
  );
}

/** What is known of the carriers' reach: the shop's own list and the platforms' previous answers, with their age. */
export function ReachNotes({ item, onGone }: ReachNotesProps) {
  const { t } = useTranslation();
  const { orderId } = item;
  const nameOf = useCarrierNames();
  const hints = useQuery(ask.addressKnowledge.reach.queryOptions({ input: { orderId } })).data ?? [];
  const askable = useQuery(ask.addressKnowledge.askable.queryOptions()).data ?? [];
  const askReach = useAct(() => core.addressKnowledge.askReach({ orderId }));
  const canAsk = askable.some(({ canCheckReach }) => canCheckReach);
  if (hints.length === 0 && !canAsk) return null;
  return (
    <section aria-label={t('finding.reach')}>
      <h3>{t('finding.reach')}</h3>
      <ul className="plain-list">
        {hints.map((hint) => (
          <li key={`${hint.source}-${hint.carrier}-${hint.checkedAt}`}>
            <StateMark
              tone={tones[hint.answer]}
              label={t(`correct.reachAnswer.${hint.answer}`, {
                carrier: hint.carrier === '' ? t('correct.allCarriers') : nameOf(hint.carrier),
              })}
            />
            <div className="soft small">
              {hint.source === 'own-list' ? t('correct.ownList') : hint.accountName}
              {hint.reason !== '' && ` · ${hint.reason}`} · <Moment at={hint.checkedAt} as="age" />
            </div>
          </li>
        ))}
      </ul>
      <div className="line">
        {canAsk && (
          <Button size="small" icon="network" {...askReach.press()}>
            {t('correct.askReach')}
          </Button>
        )}
        <AcceptReach item={item} onGone={onGone} />
      </div>
    </section>
  );
}
