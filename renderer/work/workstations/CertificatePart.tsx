import { useTranslation } from 'react-i18next';
import './server.css';
import { readPins, type ServerHost } from '../../../shared/domain/workstation.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Moment } from '../Moment.tsx';
import { useAct } from '../useAct.ts';
import { Fingerprint, shownFingerprint } from './Fingerprint.tsx';

interface CertificatePartProps {
  /** None: they are not typed yet. */
  readonly hosts: readonly ServerHost[];
  readonly fingerprint: string;
  onChange(fingerprint: string): void;
}

/** The certificate that is agreed upon: typed as the administrator reads it off, or looked at here and held against what is there. */
export function CertificatePart({ hosts, fingerprint, onChange }: CertificatePartProps) {
  const { t } = useTranslation();
  const look = useAct(
    (at: readonly ServerHost[]) => Promise.all(at.map((host) => core.workstations.fetchCertificate(host))),
    { isShownInPlace: true },
  );
  const isWrong = fingerprint !== '' && readPins(fingerprint) === null;
  const shown = [...new Map(look.data?.map((one) => [one.fingerprint, one])).values()];
  const agreed = shown.map((one) => shownFingerprint(one.fingerprint)).join(', ');
  return (
    <>
      <TextField
        label={t('workstations.fingerprint')}
        hint={t('workstations.fingerprintHint')}
        error={isWrong ? t('workstations.fingerprintWrong') : undefined}
        maxLength={1_000}
        value={fingerprint}
        onChange={onChange}
      />
      <div>
        <Button
          size="small"
          isBusy={look.isPending}
          isDisabled={hosts.length === 0}
          onPress={() => look.mutate(hosts)}
        >
          {t('workstations.look')}
        </Button>
      </div>
      {look.failure !== null && <FailureNotice failure={look.failure} />}
      {shown.length > 0 && (
        <div className="server-shown stack">
          <p>{t('workstations.shown')}</p>
          {shown.map((one) => (
            <div key={one.fingerprint} className="stack">
              <code className="server-code">
                <Fingerprint digits={one.fingerprint} />
              </code>
              <Facts
                isSmall
                facts={[
                  [t('workstations.subject'), one.subject],
                  [t('workstations.validUntil'), <Moment key="until" at={one.validUntil} />],
                ]}
              />
            </div>
          ))}
          <div>
            <Button size="small" icon="check" onPress={() => onChange(agreed)}>
              {t('workstations.same')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
