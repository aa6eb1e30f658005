import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/text/describeError.ts';
import { rightWords } from '../../../shared/text/rightWords.ts';
import { useApprovals } from '../../bridge/approvals.ts';
import { core } from '../../bridge/core.ts';
import { useApprovers } from '../../bridge/useApprovers.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { PinForm } from './PinForm.tsx';
import { useFocusReturn } from './useFocusReturn.ts';

type Asked = NonNullable<ReturnType<typeof useApprovals.getState>['asked']>;

function AskedDialog({ asked }: { readonly asked: Asked }) {
  const { t, i18n } = useTranslation();
  useFocusReturn();
  const { right, orderId, orderNo, settle } = asked;
  const { operators } = useApprovers(right);
  const what = rightWords[right][i18n.language as Language];
  const approve = async (operatorId: string, pin: string): Promise<void> => {
    const { approvalId } = await core.operators.approve({ operatorId, pin, right, orderId });
    settle(approvalId);
  };
  return (
    <Dialog title={t('operators.approveTitle', { what })} width={640} onClose={() => settle(null)}>
      <div className="stack">
        <p>{t(orderNo === '' ? 'operators.approveNote' : 'operators.approveOrder', { orderNo })}</p>
        <PinForm
          operators={operators}
          preselectedId={operators.length === 1 ? (operators[0]?.id ?? '') : ''}
          submitWords={t('operators.approve')}
          onPin={approve}
        />
      </div>
    </Dialog>
  );
}

/** Somebody with the right enters a PIN here, for one action of who works here. */
export function ApprovalDialog() {
  const asked = useApprovals((store) => store.asked);
  return asked === null ? null : <AskedDialog key={asked.right} asked={asked} />;
}
