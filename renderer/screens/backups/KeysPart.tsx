import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeysView } from '../../../shared/contracts/keys.ts';
import { passphraseForm, passphraseProblem } from '../../../shared/rules/passphrase.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { AskDialog, AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useCodeToKeep } from '../../work/recovery/RecoveryCode.tsx';
import { useAct } from '../../work/useAct.ts';

type Slot = KeysView['slots'][number];

const shown = (keys: KeysView) => queryClient.setQueryData(ask.keys.list.queryKey(), keys);

/** What opens this workspace and its backups, and how that is changed. A practice workspace has no keys to speak of. */
export function KeysPart() {
  const { t } = useTranslation();
  const isPractice = useQuery(ask.session.state.queryOptions()).data?.isPractice === true;
  const mayChange = useMissingRight(['manageOperators']) === null;
  const keys = useQuery(ask.keys.list.queryOptions({ enabled: mayChange && !isPractice })).data;
  if (keys === undefined) return null;
  const slotOf = (kind: Slot['kind']) => keys.slots.find((slot) => slot.kind === kind);
  return (
    <>
      <h3>{t('opening.title')}</h3>
      <div className="panel">
        <PassphraseRow slot={slotOf('passphrase')} isLast={keys.slots.length === 1} />
        <RecoveryRow slot={slotOf('recovery')} />
        <KeyStoreRow slot={slotOf('key-store')} />
      </div>
    </>
  );
}

interface KeyRowProps {
  readonly slot: Slot | undefined;
  readonly name: string;
  readonly note: string;
  readonly children?: ReactNode;
}

function KeyRow({ slot, name, note, children }: KeyRowProps) {
  const { t } = useTranslation();
  return (
    <div className="panel-pad line settings-row">
      <div className="grow">
        <p>
          <strong>{name}</strong>{' '}
          <span className="soft small">
            {slot === undefined ? (
              t('opening.none')
            ) : slot.createdAt === null ? (
              ''
            ) : (
              <Moment after={t('opening.since')} at={slot.createdAt} />
            )}
          </span>
        </p>
        <p className="soft small">{note}</p>
      </div>
      {children}
    </div>
  );
}

function RecoveryRow({ slot }: { readonly slot: Slot | undefined }) {
  const { t } = useTranslation();
  const make = useAct(() => core.keys.makeRecoveryCode(), {
    after: ({ recoveryCode }) => {
      useCodeToKeep.getState().show(recoveryCode);
      void queryClient.invalidateQueries({ queryKey: ask.keys.list.queryKey() });
    },
  });
  if (slot === undefined)
    return (
      <div className="panel-pad">
        <Notice tone="note" title={t('opening.noRecovery')} next={t('opening.noRecoveryNext')}>
          <Button {...make.press()}>{t('opening.makeRecovery')}</Button>
        </Notice>
      </div>
    );
  return (
    <KeyRow slot={slot} name={t('recovery.code')} note={t('opening.recoveryNote')}>
      <AskingButton
        size="small"
        icon="refresh"
        label={t('opening.renewRecovery')}
        title={t('opening.renewRecoveryTitle')}
        note={t('opening.renewRecoveryNote')}
        yes={t('opening.renewRecovery')}
        {...make.asking()}
      />
    </KeyRow>
  );
}

/** A backup that was brought here has the key store of another computer: using this one's takes its place. */
function KeyStoreRow({ slot }: { readonly slot: Slot | undefined }) {
  const { t } = useTranslation();
  const hasKeyStore = useQuery(ask.session.state.queryOptions()).data?.hasKeyStore === true;
  const take = useAct(() => core.keys.addKeyStore(), { says: () => t('opening.keyStoreUsed'), after: shown });
  if (slot === undefined && !hasKeyStore) return null;
  return (
    <KeyRow slot={slot} name={t('opening.keyStore')} note={t('opening.keyStoreNote')}>
      {hasKeyStore && (
        <Button size="small" {...take.press()}>
          {t(slot === undefined ? 'opening.useKeyStore' : 'opening.useKeyStoreAgain')}
        </Button>
      )}
    </KeyRow>
  );
}

interface PassphraseRowProps {
  readonly slot: Slot | undefined;
  readonly isLast: boolean;
}

function PassphraseRow({ slot, isLast }: PassphraseRowProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useAct((slotId: string) => core.keys.remove({ slotId }), { after: shown });
  return (
    <KeyRow slot={slot} name={t('opening.passphrase')} note={t('opening.passphraseNote')}>
      {slot !== undefined && !isLast && (
        <AskingButton
          size="small"
          label={t('opening.remove')}
          title={t('opening.removeTitle')}
          note={t('opening.removeNote')}
          yes={t('opening.remove')}
          look="danger"
          {...remove.asking(slot.id)}
        />
      )}
      <Button size="small" onPress={() => setAsking(true)}>
        {t(slot === undefined ? 'opening.setPassphrase' : 'opening.changePassphrase')}
      </Button>
      {isAsking && <PassphraseDialog onClose={() => setAsking(false)} />}
    </KeyRow>
  );
}

function PassphraseDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ passphrase: '', again: '' });
  const { passphrase, again } = typed;
  const problem = passphrase === '' ? null : passphraseProblem(passphrase);
  const set = useAct(() => core.keys.setPassphrase({ passphrase }), {
    isShownInPlace: true,
    says: () => t('opening.passphraseSet'),
    after: (keys) => {
      shown(keys);
      onClose();
    },
  });
  return (
    <AskDialog
      title={t('opening.changePassphrase')}
      yes={t('opening.save')}
      isForm
      isReady={passphrase !== '' && problem === null && again === passphrase}
      {...set.dialog()}
      onClose={onClose}
    >
      <TextField
        label={t('opening.newPassphrase')}
        type="password"
        error={problem === null ? undefined : t(`recovery.${problem}`, { ...passphraseForm })}
        value={passphrase}
        onChange={(value) => setTyped({ ...typed, passphrase: value })}
      />
      <TextField
        label={t('welcome.repeat')}
        type="password"
        error={again !== '' && again !== passphrase ? t('welcome.different') : undefined}
        value={again}
        onChange={(value) => setTyped({ ...typed, again: value })}
      />
    </AskDialog>
  );
}
