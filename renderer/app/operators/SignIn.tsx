import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { ask, core, useConnection } from '../../bridge/core.ts';
import { useApprovals, useApprovers } from '../../bridge/operators.ts';
import { pageBridge, useNow } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { RescueCode } from '../../parts/form/PinFields.tsx';
import { dateFormat, formatShopDay } from '../../parts/format.ts';
import { Mark } from '../../parts/Mark.tsx';
import { useSignInWish } from '../../parts/place.ts';
import { useLanguage } from '../../words/useLanguage.ts';
import { lastOperatorId, useRoleName } from './actor.ts';
import { ForgottenPin } from './ForgottenPin.tsx';
import { PinForm } from './PinForm.tsx';
import { useBadgeRefusal } from './useBadge.ts';
import { keepDesk, useSeated } from './useSeated.ts';

/** When the component goes, the focus is again where it was when it came: whoever was typing goes on typing. */
function useFocusReturn(): void {
  const [previous] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (previous instanceof HTMLElement && previous.isConnected) previous.focus();
    },
    [previous],
  );
}

type Asked = NonNullable<ReturnType<typeof useApprovals.getState>['asked']>;

function AskedDialog({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  useFocusReturn();
  const { right, orderId, orderNo, settle } = asked;
  const { operators } = useApprovers(right);
  const what = t(`right.${right}`);
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

/** Who works here now, and the way out. */
function Present({ desk }: { readonly desk: DeskView }) {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const signOut = useMutation({ mutationFn: () => core.operators.signOut(), onSuccess: keepDesk });
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

/** Whose desk this is, seen from afar: the sign, the shop, the time, and whether it is practice. */
function DeskHead({ shop }: Pick<DeskView, 'shop'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const isPractice = useQuery(ask.session.state.queryOptions()).data?.isPractice === true;
  const clock = dateFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <div className="line desk-head">
      <Mark />
      <span className="grow desk-place">
        {shop !== '' && <strong className="desk-shop">{shop}</strong>}
        <span className="soft">{formatShopDay(now, language)}</span>
      </span>
      <span className="desk-clock number">{clock.format(now)}</span>
      {isPractice && (
        <span className="practice desk-practice">
          <strong>{t('status.practiceShort')}</strong>
          <span>{t('status.practiceNote')}</span>
        </span>
      )}
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

/** Why the badge that was scanned signed nobody in, for as long as this is shown. */
function BadgeNotice() {
  const failure = useBadgeRefusal((refusal) => refusal.failure);
  useEffect(() => {
    useBadgeRefusal.setState({ isSignInShown: true });
    return () => useBadgeRefusal.setState({ isSignInShown: false, failure: null });
  }, []);
  return failure !== null && <FailureNotice failure={failure} />;
}

/** Signing in, or somebody else taking over. While nobody has signed in there is no other way out of it. */
function SignInDialog({ desk, onClose }: SignInDialogProps) {
  const { t } = useTranslation();
  const connection = useConnection(({ state }) => state);
  const [way, setWay] = useState<Way>({ is: 'pin', operatorId: lastOperatorId() });
  const { operatorId } = way;
  const isNobody = desk.role === 'nobody';
  const others = desk.operators.filter(({ id }) => id !== desk.operatorId);
  const last = others.find(({ id }) => id === operatorId) ?? (others.length === 1 ? others[0] : undefined);
  const signIn = async (id: string, pin: string): Promise<void> => {
    useBadgeRefusal.setState({ failure: null });
    const signedIn = await core.operators.signIn({ operatorId: id, pin });
    seated(signedIn);
    onClose();
  };
  const seated = useSeated();
  const toPin = (): void => setWay({ is: 'pin', operatorId });
  const isByPin = way.is === 'pin' && others.length > 0;
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
        {isNobody && <DeskHead shop={desk.shop} />}
        {way.is === 'pin' &&
          (isNobody ? <p className="soft">{t('operators.note')}</p> : <Present desk={desk} />)}
        {connection === 'down' && <Notice tone="note" title={t('app.coreDown')} />}
        {connection === 'refused' && <Notice tone="failed" title={t('app.coreRefused')} />}
        {!isByPin && <BadgeNotice />}
        {isByPin && (
          <PinForm
            operators={others}
            preselectedId={last?.id ?? ''}
            submitWords={t('operators.signIn')}
            onPin={signIn}
            onForgotten={(id) => setWay({ is: 'forgotten', operatorId: id })}
          >
            <BadgeNotice />
          </PinForm>
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

/** Mounted again when it becomes the only way on, so that it covers whatever was opened meanwhile. */
function Layer({ desk, onClose }: { readonly desk: DeskView; onClose(): void }) {
  useFocusReturn();
  return <SignInDialog key={desk.role === 'nobody' ? 'needed' : 'wanted'} desk={desk} onClose={onClose} />;
}

/** Stands over everything as soon as nobody is signed in, and when somebody asks for it. */
export function SignIn() {
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  const { isWanted, drop } = useSignInWish();
  const isPointless = isWanted && desk?.hasOperators === false;
  useEffect(() => {
    if (isPointless) drop();
  }, [isPointless, drop]);
  if (desk === undefined || !desk.hasOperators) return null;
  return desk.role === 'nobody' || isWanted ? <Layer desk={desk} onClose={drop} /> : null;
}
