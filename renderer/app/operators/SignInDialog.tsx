import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operatorsContract.ts';
import { useConnection } from '../../bridge/connectionState.ts';
import { core } from '../../bridge/core.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { lastOperatorId } from './lastOperator.ts';
import { PinForm } from './PinForm.tsx';
import { useRoleName } from './useRoleName.ts';

const keep = (desk: DeskView): void => {
  queryClient.setQueryData(operatorQueries.desk().queryKey, desk);
};

/** Who works here now, and the way out. */
function Present({ desk }: { readonly desk: DeskView }) {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const signOut = useMutation({ mutationFn: () => core.operators.signOut(), onSuccess: keep });
  return (
    <div className="line operator-present">
      <span className="grow">
        {t('operators.now')} <strong>{desk.name}</strong> <span className="soft">{roleName(desk.role)}</span>
      </span>
      <Button isBusy={signOut.isPending} onPress={() => signOut.mutate()}>
        {t('operators.signOut')}
      </Button>
    </div>
  );
}

interface SignInDialogProps {
  readonly desk: DeskView;
  onClose(): void;
}

/** Signing in, or somebody else taking over. While nobody has signed in there is no other way out of it. */
export function SignInDialog({ desk, onClose }: SignInDialogProps) {
  const { t } = useTranslation();
  const connection = useConnection(({ state }) => state);
  const isNobody = desk.role === 'nobody';
  const others = desk.operators.filter(({ id }) => id !== desk.operatorId);
  const last =
    others.find(({ id }) => id === lastOperatorId()) ?? (others.length === 1 ? others[0] : undefined);
  const signIn = async (operatorId: string, pin: string): Promise<void> => {
    keep(await core.operators.signIn({ operatorId, pin }));
    onClose();
  };
  return (
    <Dialog
      title={t(isNobody ? 'operators.title' : 'operators.switchTitle')}
      width={640}
      look={isNobody ? 'cover' : 'card'}
      {...(isNobody ? {} : { onClose })}
    >
      <div className="stack">
        {isNobody ? <p className="soft">{t('operators.note')}</p> : <Present desk={desk} />}
        {connection === 'down' && <Notice tone="unsure" title={t('app.coreDown')} />}
        {connection === 'refused' && <Notice tone="failed" title={t('app.coreRefused')} />}
        {others.length > 0 && (
          <PinForm
            operators={others}
            preselectedId={last?.id ?? ''}
            submitWords={t('operators.signIn')}
            onPin={signIn}
          />
        )}
      </div>
    </Dialog>
  );
}
