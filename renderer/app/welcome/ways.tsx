import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThemeChoice } from '../../../shared/contracts/bridge.ts';
import { mostInvitationCharacters } from '../../../shared/domain/workstation.ts';
import { core } from '../../bridge/core.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useCodeToKeep } from '../../work/recovery/RecoveryCode.tsx';
import { SealChoice } from '../../work/workstations/SealChoice.tsx';
import { StatementsPart } from '../../work/workstations/StatementsPart.tsx';
import { useBenchName } from '../../work/workstations/useBenchName.tsx';
import { useServer } from '../../work/workstations/useServer.tsx';
import { rememberedTheme } from '../theme/useTheme.ts';
import { keepSession, type SessionView } from './session.ts';
import { usePassphrase } from './usePassphrase.tsx';

/** One way to begin: what it asks for, and how it goes on. */
interface Way {
  readonly fields: ReactNode;
  readonly isReady: boolean;
  readonly label: string;
  /** Asked at the core; what it answers is the session that is open then. */
  start(look: Look): Promise<SessionView>;
}

/** As it was chosen on the way here. */
interface Look {
  readonly language: 'zh-CN' | 'en';
  readonly theme: ThemeChoice;
}

type Created = SessionView & { readonly recoveryCode: string | null };

/** With the book in a file of this PC. */
async function createHere(passphrase: string, practice: boolean, look: Look): Promise<SessionView> {
  const created = await core.session.create({ passphrase, practice });
  await core.settings.set(look);
  return keepCode(created);
}

function keepCode({ recoveryCode, ...session }: Created): SessionView {
  if (recoveryCode !== null) useCodeToKeep.getState().show(recoveryCode);
  return session;
}

function usePractice(): Way {
  const { t } = useTranslation();
  return {
    fields: null,
    isReady: true,
    label: t('welcome.startPractice'),
    start: (look) => createHere('', true, look),
  };
}

/** For real work: the book in a file of this PC, or in an empty database on a server of the shop. */
function useReal(hasKeyStore: boolean): Way {
  const { t } = useTranslation();
  const [place, setPlace] = useState<'file' | 'server'>('file');
  const { passphrase, isReady, fields } = usePassphrase(hasKeyStore);
  const { server, typed, fields: serverFields } = useServer();
  const [name, nameField] = useBenchName();
  const [isPersonalSealed, setPersonalSealed] = useState(false);
  const isServer = place === 'server';
  return {
    fields: (
      <>
        <ChoiceField<'file' | 'server'>
          label={t('workstations.place')}
          value={place}
          choices={choicesOf(['file', 'server'], (value) => t(`workstations.places.${value}`))}
          onChange={setPlace}
        />
        {isServer && (
          <>
            <p className="soft small">{t('workstations.placeNote')}</p>
            <StatementsPart {...typed} />
            {serverFields}
            <SealChoice isSealed={isPersonalSealed} onChange={setPersonalSealed} />
            {nameField}
          </>
        )}
        {fields}
      </>
    ),
    isReady: isReady && (!isServer || (server !== null && name !== '')),
    label: t('welcome.startReal'),
    start: async (look) =>
      isServer && server !== null
        ? keepCode(await core.workstations.create({ server, name, isPersonalSealed, passphrase, ...look }))
        : createHere(passphrase, false, look),
  };
}

/** A book that others work on already, by the invitation of a manager. */
function useJoin(hasKeyStore: boolean): Way {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const { passphrase, isReady, fields } = usePassphrase(hasKeyStore);
  const [name, nameField] = useBenchName();
  return {
    fields: (
      <>
        <TextField
          label={t('workstations.code')}
          hint={t('workstations.codeHint')}
          type="password"
          maxLength={mostInvitationCharacters}
          value={code}
          onChange={setCode}
        />
        {nameField}
        {fields}
      </>
    ),
    // Whether it is one to practise in, which needs no passphrase, is in the invitation.
    isReady: code.trim() !== '' && name !== '' && (isReady || passphrase === ''),
    label: t('workstations.join'),
    start: (look) => core.workstations.join({ code, name, passphrase, ...look }),
  };
}

export const wayKinds = ['practice', 'real', 'join'] as const;
export type WayKind = (typeof wayKinds)[number];

/** The chosen way, and how it goes. */
export function useWay(kind: WayKind, hasKeyStore: boolean, language: Look['language']) {
  const ways: Readonly<Record<WayKind, Way>> = {
    practice: usePractice(),
    real: useReal(hasKeyStore),
    join: useJoin(hasKeyStore),
  };
  const way = ways[kind];
  const started = useMutation({
    mutationFn: () => way.start({ language, theme: rememberedTheme() }),
    onSuccess: keepSession,
    meta: { isShownInPlace: true },
  });
  return { ...way, started };
}
