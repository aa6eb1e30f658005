import { useTranslation } from 'react-i18next';
import type { CodRow } from '../../../../shared/contracts/insight/cod.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { useMissingRight } from '../../../bridge/operators.ts';
import { useNow } from '../../../bridge/page.ts';
import { Button } from '../../../parts/Button.tsx';
import { DetailPane, Facts } from '../../../parts/DetailPane.tsx';
import { formatMoney, useWhen } from '../../../parts/format.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { go } from '../../../parts/place.ts';
import { StateMark } from '../../../parts/StateMark.tsx';
import { useCopy } from '../../../work/useCopy.ts';
import { codDifference, codTone } from './useCodColumns.tsx';
import { useCodConfirmation } from './useCodConfirmation.ts';

/** The money of one parcel beside the list: how far it is known to have come, and what to ask the carrier. */
export function CodPane({ row, onClose }: { readonly row: CodRow; onClose(): void }) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const when = useWhen(useNow());
  const { waybillNo, orderId, match, codFen, toldFen, signedAt, awaitingAt, paidOutAt, receivedAt } = row;
  const { confirmedAt, confirmedBy } = row;
  const mayConfirm = useMissingRight(['exportOrders']) === null;
  const difference = codDifference(row);
  const at = (time: number | null) => (time === null ? '' : when(time));
  return (
    <DetailPane
      label={waybillNo}
      head={
        <span className="grow">
          <StateMark tone={codTone[match]} label={t(`codMatch.${match}`)} />
        </span>
      }
      onClose={onClose}
    >
      <p className="number bill-number">{waybillNo}</p>
      <Facts
        isSmall
        facts={[
          [t('cod.col.cod'), formatMoney(codFen)],
          [t('cod.col.told'), toldFen === null ? t('cod.untold') : formatMoney(toldFen)],
          [t('cod.col.difference'), difference === null || difference === 0 ? '' : formatMoney(difference)],
          [t('col.carrier'), carrierName(row.carrier)],
          [t('cod.col.signed'), signedAt === null ? t('cod.unsigned') : at(signedAt)],
          [t('cod.col.awaiting'), at(awaitingAt)],
          [t('cod.col.paidOut'), at(paidOutAt)],
          [t('cod.col.received'), at(receivedAt)],
          [
            t('cod.confirm.fact'),
            confirmedAt === null
              ? ''
              : t('cod.confirm.by', { who: confirmedBy || t('status.owner'), when: when(confirmedAt) }),
          ],
          [t('col.orderNo'), row.orderNo],
        ]}
      />
      {(match === 'overdue' || match === 'differs' || match === 'awaiting') && (
        <Question row={row} match={match} />
      )}
      <div className="line">
        {mayConfirm && <Confirmation row={row} onDone={onClose} />}
        <Button size="small" icon="ship" onPress={() => go('ship', { orderId })}>
          {t('calls.toOrder')}
        </Button>
        <Button size="small" icon="search" onPress={() => go('track', { waybillNo, search: waybillNo })}>
          {t('billWork.detail.track')}
        </Button>
      </div>
    </DetailPane>
  );
}

interface ConfirmationProps {
  readonly row: CodRow;
  onDone(): void;
}

/** The money is on the account, whatever was reported; and back, for the wrong row. */
function Confirmation({ row: { waybillNo, match, confirmedAt }, onDone }: ConfirmationProps) {
  const { t } = useTranslation();
  const { confirm, reopen } = useCodConfirmation(onDone);
  if (confirmedAt !== null)
    return (
      <Button size="small" icon="undo" {...reopen.press([waybillNo])}>
        {t('cod.confirm.undo')}
      </Button>
    );
  return match === 'received' ? null : (
    <Button size="small" icon="check" {...confirm.press([waybillNo])}>
      {t('cod.confirm.do')}
    </Button>
  );
}

interface QuestionProps {
  readonly row: CodRow;
  readonly match: 'overdue' | 'differs' | 'awaiting';
}

/** What to ask the carrier, copied with one key. */
function Question({ row: { waybillNo, codFen, toldFen, signedAt }, match }: QuestionProps) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const question = t(`cod.question.${match}`, {
    waybillNo,
    money: formatMoney(codFen),
    told: toldFen === null ? t('cod.untoldSum') : formatMoney(toldFen),
    signed: signedAt === null ? '' : when(signedAt),
  });
  const copy = useCopy();
  return (
    <section className="stack-tight">
      <p>{question}</p>
      <KeyButton size="small" icon="copy" combo={letters.copy} onPress={() => copy(question)}>
        {t('cod.copyQuestion')}
      </KeyButton>
    </section>
  );
}
