import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { useConnection } from '../../bridge/connectionState.ts';
import { core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { RescueCode } from '../../parts/form/RescueCode.tsx';
import { ForgottenPin } from './ForgottenPin.tsx';
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

/** By the PIN, or around a forgotten one; `noted`: the next rescue code is being written down. */
type Way =
  | { readonly is: 'pin' | 'forgotten'; readonly operatorId: string }
  | { readonly is: 'noted'; readonly operatorId: string; readonly code: string };

interface SignInDialogProps {
  readonly desk: DeskView;
  onClose(): void;
}

/** Signing in, or somebody else taking over. While nobody has signed in there is no other way out of it. */
export function SignInDialog({ desk, onClose }: SignInDialogProps) {
  const { t } = useTranslation();
  const connection = useConnection(({ state }) => state);
  const [way, setWay] = useState<Way>({ is: 'pin', operatorId: lastOperatorId() });
  const { operatorId } = way;
  const isNobody = desk.role === 'nobody';
  const others = desk.operators.filter(({ id }) => id !== desk.operatorId);
  const last = others.find(({ id }) => id === operatorId) ?? (others.length === 1 ? others[0] : undefined);
  const signIn = async (id: string, pin: string): Promise<void> => {
    keep(await core.operators.signIn({ operatorId: id, pin }));
    onClose();
  };
  const toPin = (): void => setWay({ is: 'pin', operatorId });
  const titles = {
    pin: isNobody ? 'operators.title' : 'operators.switchTitle',
    forgotten: 'rescue.forgot',
    noted: 'rescue.title',
  } as const;
  return (
    <Dialog
      title={t(titles[way.is])}
      width={640}
      look={isNobody ? 'cover' : 'card'}
      {...(isNobody || way.is === 'noted' ? {} : { onClose })}
    >
      <div className="stack">
        {way.is === 'pin' &&
          (isNobody ? <p className="soft">{t('operators.note')}</p> : <Present desk={desk} />)}
        {connection === 'down' && <Notice tone="unsure" title={t('app.coreDown')} />}
        {connection === 'refused' && <Notice tone="failed" title={t('app.coreRefused')} />}
        {way.is === 'pin' && others.length > 0 && (
          <PinForm
            operators={others}
            preselectedId={last?.id ?? ''}
            submitWords={t('operators.signIn')}
            onPin={signIn}
            onForgotten={(id) => setWay({ is: 'forgotten', operatorId: id })}
          />
        )}
        {way.is === 'forgotten' && (
          <ForgottenPin
            desk={desk}
            operatorId={operatorId}
            onRescued={(code) => setWay({ is: 'noted', operatorId, code })}
            onBack={toPin}
          />
        )}
        {way.is === 'noted' && (
          <RescueCode code={way.code} onCopy={(code) => void pageBridge().copyText(code)} onNoted={toPin} />
        )}
      </div>
    </Dialog>
  );
}
