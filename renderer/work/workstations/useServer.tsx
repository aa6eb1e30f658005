import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './server.css';
import type { HandedFile } from '../../../shared/contracts/bridge.ts';
import type { ServerInput } from '../../../shared/contracts/workstations/workstations.ts';
import {
  hostsOf,
  isWithinComputer,
  readPins,
  type ServerProof,
  usualServerPort,
} from '../../../shared/domain/workstation.ts';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../parts/form/choices.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useAct } from '../useAct.ts';
import { CertificatePart } from './CertificatePart.tsx';

interface TypedServer {
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** null: what the host calls for. */
  readonly proof: ServerProof | null;
  readonly fingerprint: string;
  readonly authority: HandedFile | null;
}

const nothingTyped: TypedServer = {
  host: '',
  port: String(usualServerPort),
  database: '',
  user: '',
  password: '',
  proof: null,
  fingerprint: '',
  authority: null,
};

interface GivenServer {
  /** null: something is missing. */
  readonly server: ServerInput | null;
  readonly typed: Pick<TypedServer, 'host' | 'database' | 'user'>;
  readonly fields: ReactNode;
}

/** Where the book lies, as whom to come there and how the server proves itself. */
export function useServer(): GivenServer {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(nothingTyped);
  const set = (change: Partial<TypedServer>): void => setTyped((before) => ({ ...before, ...change }));
  const field = (name: 'host' | 'port' | 'database' | 'user' | 'password', maxLength: number) => (
    <TextField
      label={t(`workstations.${name}`)}
      type={name === 'password' ? 'password' : 'text'}
      maxLength={maxLength}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const fields = (
    <>
      <div className="server-host">
        {field('host', 500)}
        {field('port', 5)}
      </div>
      <p className="soft small">{t('workstations.hostNote')}</p>
      <div className="form-grid">
        {field('database', 63)}
        {field('user', 63)}
      </div>
      {field('password', 1_000)}
      <ProofFields typed={typed} onChange={set} />
    </>
  );
  return { server: serverOf(typed), typed, fields };
}

const portOf = ({ port }: TypedServer): number | null => {
  const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  return number >= 1 && number <= 65_535 ? number : null;
};

const proofOf = ({ proof, host }: TypedServer): ServerProof => {
  const isWithin = isWithinComputer({ host: host.trim() });
  if (proof === null || (proof === 'plain' && !isWithin)) return isWithin ? 'plain' : 'pin';
  return proof;
};

function serverOf(typed: TypedServer): ServerInput | null {
  const port = portOf(typed);
  const place = { host: typed.host.trim(), database: typed.database.trim(), user: typed.user.trim() };
  const proof = provenBy(typed);
  if (port === null || proof === null || Object.values(place).includes('')) return null;
  if (hostsOf({ host: place.host, port }) === null) return null;
  return { ...place, port, password: typed.password, proof };
}

function provenBy(typed: TypedServer): ServerInput['proof'] | null {
  const kind = proofOf(typed);
  if (kind === 'ca') return typed.authority && { kind, fileToken: typed.authority.fileToken };
  if (kind !== 'pin') return { kind };
  return readPins(typed.fingerprint) === null ? null : { kind, fingerprint: typed.fingerprint };
}

interface ProofFieldsProps {
  readonly typed: TypedServer;
  onChange(change: Partial<TypedServer>): void;
}

/** Over a network it must prove itself; within this computer it need not. */
function ProofFields({ typed, onChange }: ProofFieldsProps) {
  const { t } = useTranslation();
  const host = typed.host.trim();
  const kinds = (['pin', 'ca', 'system', 'plain'] as const).filter(
    (kind) => kind !== 'plain' || isWithinComputer({ host }),
  );
  const kind = proofOf(typed);
  const port = portOf(typed);
  const choose = useAct(() => pageBridge().chooseFiles('certificate'), {
    after: ([authority]) => {
      if (authority !== undefined) onChange({ authority });
    },
  });
  return (
    <>
      <ChoiceField
        label={t('workstations.proof')}
        value={kind}
        choices={choicesOf(kinds, (value) => t(`workstations.proofs.${value}`))}
        onChange={(proof) => onChange({ proof })}
      />
      <p className="soft small">{t(`workstations.proofNotes.${kind}`)}</p>
      {kind === 'ca' && (
        <p className="line">
          <Button icon="file" {...choose.press()}>
            {t('workstations.chooseCa')}
          </Button>
          {typed.authority?.name}
        </p>
      )}
      {kind === 'pin' && (
        <CertificatePart
          hosts={(port === null ? null : hostsOf({ host, port })) ?? []}
          fingerprint={typed.fingerprint}
          onChange={(fingerprint) => onChange({ fingerprint })}
        />
      )}
    </>
  );
}
