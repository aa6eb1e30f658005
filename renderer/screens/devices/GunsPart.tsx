import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DevicesView } from '../../../shared/contracts/packing/devices.ts';
import { gunPrefixPattern, lineSpeeds, mostSerialGuns } from '../../../shared/domain/packing/benchDevices.ts';
import { ask, core } from '../../bridge/core.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { AddButton, PanelRow } from '../../parts/Section.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useAct } from '../../work/useAct.ts';
import { devicesShown } from './devicesShown.ts';
import { GunTest } from './GunTest.tsx';

/** Guns: a place to try any of them, what those that type send first, and those on serial ports. */
export function GunsPart({ devices }: { readonly devices: DevicesView }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const { serialGuns } = devices;
  return (
    <>
      <h3>{t('devices.guns')}</h3>
      <div className="panel panel-pad stack">
        <GunTest />
        <PrefixField key={devices.gunPrefix} saved={devices.gunPrefix} />
      </div>
      <div className="line">
        <h3>{t('devices.serialGuns')}</h3>
        <span className="grow" />
        {!isAdding && serialGuns.length < mostSerialGuns && (
          <AddButton label={t('devices.addGun')} isFirst={false} onPress={() => setAdding(true)} />
        )}
      </div>
      <p className="soft small">{t('devices.serialGunsNote')}</p>
      {isAdding && <GunForm onClose={() => setAdding(false)} />}
      {serialGuns.length > 0 && (
        <ul className="plain-list panel">
          {serialGuns.map((gun) => (
            <GunLine key={gun.id} gun={gun} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Saved when the field is left, as far as it can be what a gun sends. */
function PrefixField({ saved }: { readonly saved: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(saved);
  const set = useAct((prefix: string) => core.devices.setGunPrefix({ prefix }), {
    says: () => t('settings.saved'),
    after: devicesShown,
  });
  const prefix = typed.trim();
  const isFit = gunPrefixPattern.test(prefix);
  const save = (): void => {
    if (isFit && prefix !== saved) set.mutate(prefix);
  };
  return (
    <div className="device-prefix">
      <TextField
        label={t('devices.prefix')}
        value={typed}
        maxLength={3}
        hint={t('devices.prefixHint')}
        error={isFit ? undefined : t('devices.prefixWrong')}
        onChange={setTyped}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
      />
    </div>
  );
}

function GunLine({ gun }: { readonly gun: DevicesView['serialGuns'][number] }) {
  const { t } = useTranslation();
  const remove = useAct(() => core.devices.removeGun({ id: gun.id }), { after: devicesShown });
  return (
    <PanelRow
      name={gun.name}
      marks={
        gun.cause === '' ? (
          <StateMark tone="done" label={t('devices.connected')} />
        ) : (
          <StateMark tone="failed" label={t('devices.notConnected')} title={gun.cause} />
        )
      }
      notes={[`${gun.port} · ${t('devices.speed', { baud: gun.baud })}`]}
    >
      <AskingButton
        label={t('devices.remove')}
        size="small"
        title={t('devices.removeTitle', { name: gun.name })}
        note={t('devices.removeNote')}
        yes={t('devices.remove')}
        {...remove.asking()}
      />
    </PanelRow>
  );
}

function GunForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const ports = (useQuery(ask.devices.ports.queryOptions({ staleTime: 0 })).data ?? []).filter(
    ({ way }) => way === 'serial',
  );
  const [port, setPort] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [baud, setBaud] = useState<(typeof lineSpeeds)[number]>(9_600);
  const add = useAct(() => core.devices.addGun({ port: port ?? '', name, baud }), {
    after: (devices) => {
      devicesShown(devices);
      onClose();
    },
    isShownInPlace: true,
  });
  return (
    <EntryForm yes={t('devices.addGun')} isReady={port !== null} onClose={onClose} {...add.form()}>
      <div className="device-fields">
        <SelectField
          label={t('devices.port')}
          placeholder={t(ports.length === 0 ? 'devices.noPorts' : 'devices.choosePort')}
          value={port}
          options={ports.map((one) => ({ value: one.port, label: portLabel(one) }))}
          onChange={setPort}
        />
        <TextField label={t('devices.gunName')} maxLength={60} value={name} onChange={setName} />
        <SelectField
          label={t('devices.baud')}
          value={String(baud)}
          options={lineSpeeds.map((speed) => ({ value: String(speed), label: String(speed) }))}
          onChange={(chosen) => setBaud(lineSpeeds.find((speed) => String(speed) === chosen) ?? 9_600)}
        />
      </div>
    </EntryForm>
  );
}

type Port = Awaited<ReturnType<typeof core.devices.ports>>[number];

export const portLabel = ({ port, name, usedBy }: Port): string =>
  [name.includes(port) ? name : `${name} · ${port}`, usedBy].filter(Boolean).join(' · ');
