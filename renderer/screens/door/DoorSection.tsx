import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorView } from '../../../shared/contracts/door/doorSettings.ts';
import { doorAddress, doorPorts, usualDoorPort } from '../../../shared/domain/door.ts';
import { ask, core } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Section } from '../../parts/Section.tsx';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';
import { useCopy } from '../../work/useCopy.ts';
import { TokensPart } from './TokensPart.tsx';
import { WebhooksPart } from './WebhooksPart.tsx';

const shown = (view: DoorView) => queryClient.setQueryData(ask.door.get.queryKey(), view);

/** Programs of this computer that hand orders over: whether they may, at which address, and who holds a token. */
export function DoorSection() {
  const { t } = useTranslation();
  const view = useQuery(ask.door.get.queryOptions()).data;
  if (view === undefined) return null;
  return (
    <Section title={t('settings.section.door')} beside={<DoorMark view={view} />}>
      <p className="soft">{t('door.intro')}</p>
      {view.port === null ? <PortForm port={null} /> : <OpenDoor view={view} port={view.port} />}
      <TokensPart tokens={view.tokens} isNext={view.port !== null} />
      <WebhooksPart webhooks={view.webhooks} />
    </Section>
  );
}

function DoorMark({ view: { port, state } }: { readonly view: DoorView }) {
  const { t } = useTranslation();
  const is = port === null ? 'closed' : state === 'closed' ? 'opening' : state;
  const tones = { closed: 'rest', opening: 'active', open: 'done', taken: 'failed' } as const;
  return <StateMark tone={tones[is] satisfies Tone} label={t(`door.state.${is}`)} />;
}

/** At which port it opens; with `onClose` it is open, and moves. */
function PortForm({ port, onClose }: { readonly port: number | null; onClose?: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(String(port ?? usualDoorPort));
  const { least, most } = doorPorts;
  const wanted = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0;
  const isFit = wanted >= least && wanted <= most;
  const set = useAct(() => core.door.set({ port: wanted }), {
    after: (view) => {
      shown(view);
      onClose?.();
    },
    isShownInPlace: true,
  });
  const range = t('door.portHint', { least, most, usual: usualDoorPort });
  return (
    <EntryForm
      yes={t(port === null ? 'door.open' : 'door.save')}
      isReady={isFit && wanted !== port}
      {...set.form()}
      {...(onClose === undefined ? {} : { onClose })}
    >
      <div className="form-grid">
        <TextField
          label={t('door.port')}
          value={typed}
          maxLength={5}
          hint={range}
          error={isFit ? undefined : range}
          onChange={setTyped}
        />
      </div>
    </EntryForm>
  );
}

function OpenDoor({ view, port }: { readonly view: DoorView; readonly port: number }) {
  const { t } = useTranslation();
  const [isMoving, setMoving] = useState(false);
  const close = useAct(() => core.door.set({ port: null }), { after: shown });
  const address = doorAddress(port);
  const description = new URL('/openapi.json', address).href;
  return (
    <>
      {view.state === 'taken' && <FailureNotice failure={{ code: 'DOOR_PORT_TAKEN', params: { port } }} />}
      <div className="panel panel-pad stack">
        <Facts
          facts={[
            [t('door.address'), <Copied key="a" name={t('door.address')} text={address} />],
            [t('door.description'), <Copied key="d" name={t('door.description')} text={description} />],
          ]}
        />
        <p className="soft small">{t('door.manualNote')}</p>
        <p className="soft small">{t('door.lockNote')}</p>
        <div className="form-actions">
          <Button {...close.press()}>{t('door.close')}</Button>
          {!isMoving && <Button onPress={() => setMoving(true)}>{t('door.change')}</Button>}
        </div>
      </div>
      {isMoving && <PortForm key={port} port={port} onClose={() => setMoving(false)} />}
    </>
  );
}

function Copied({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation();
  const copy = useCopy();
  return (
    <span className="line">
      <code className="code">{text}</code>
      <IconButton icon="copy" label={t('door.copyOf', { name })} onPress={() => copy(text)} />
    </span>
  );
}
