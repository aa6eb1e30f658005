import { useTranslation } from 'react-i18next';
import { readPin } from '../../../shared/domain/workstation.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { shownFingerprint } from '../../work/workstations/fingerprint.ts';

interface CertificatePartProps {
  /** null: it is not typed yet. */
  readonly address: { readonly host: string; readonly port: number } | null;
  readonly fingerprint: string;
  onChange(fingerprint: string): void;
}

/** The certificate that is agreed upon: typed as the administrator reads it off, or looked at here and held against what stands there. */
export function CertificatePart({ address, fingerprint, onChange }: CertificatePartProps) {
  const { t } = useTranslation();
  const look = useAct((at: NonNullable<typeof address>) => core.workstations.lookAtCertificate(at), {
    isShownInPlace: true,
  });
  const isWrong = fingerprint !== '' && readPin(fingerprint) === null;
  return (
    <>
      <TextField
        label={t('workstations.fingerprint')}
        hint={t('workstations.fingerprintHint')}
        error={isWrong ? t('workstations.fingerprintWrong') : undefined}
        maxLength={200}
        value={fingerprint}
        onChange={onChange}
      />
      <div>
        <Button
          size="small"
          isBusy={look.isPending}
          isDisabled={address === null}
          onPress={() => address !== null && look.mutate(address)}
        >
          {t('workstations.look')}
        </Button>
      </div>
      {look.failure !== null && <FailureNotice failure={look.failure} />}
      {look.data !== undefined && (
        <div className="welcome-shown stack">
          <p>{t('workstations.shown')}</p>
          <code className="welcome-code">{shownFingerprint(look.data.fingerprint)}</code>
          <Facts
            isSmall
            facts={[
              [t('workstations.subject'), look.data.subject],
              [t('workstations.validUntil'), <Moment key="until" at={look.data.validUntil} />],
            ]}
          />
          <div>
            <Button
              size="small"
              icon="check"
              onPress={() => onChange(shownFingerprint(look.data.fingerprint))}
            >
              {t('workstations.same')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
