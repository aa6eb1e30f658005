import { useTranslation } from 'react-i18next';
import type { StatusView } from '../../shared/contracts/session.ts';
import { usePlatformName } from '../bridge/knownNames.ts';
import { formatAge, useWhen } from '../parts/format.ts';
import { StateMark, type Tone } from '../parts/StateMark.tsx';
import { When } from '../parts/When.tsx';
import { useLanguage } from '../words/useLanguage.ts';

interface NetworkStatusProps {
  readonly status: StatusView;
  readonly now: number;
}

/** A network nobody asked yet is not called broken. */
export function networkTone(network: StatusView['network']): Tone {
  return ({ ok: 'done', down: 'failed', unknown: 'waiting' } as const)[network];
}

/** Until then the last call speaks for now. */
const freshMs = 10 * 60_000;

/** Down: since when. Else how old the knowledge is, once nothing has called for a while. */
function NetworkAge({ status, now }: NetworkStatusProps) {
  const { network, networkSince, networkAt } = status;
  if (network === 'down' && networkSince !== null) return <When at={networkSince} now={now} as="age" />;
  if (networkAt === null || now - networkAt < freshMs) return null;
  return <When at={networkAt} now={now} as="age" />;
}

/** Network and platforms. Where one platform alone does not answer it is named, with when it was last heard. */
export function NetworkStatus({ status, now }: NetworkStatusProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const platformName = usePlatformName();
  const when = useWhen(now);
  const { network, silentPlatforms } = status;
  const [first, ...others] = silentPlatforms;
  const lasts = silentPlatforms.map(({ platform, heardAt }) =>
    heardAt === null ? '' : t('status.silentLast', { platform: platformName(platform), time: when(heardAt) }),
  );
  const why = first === undefined ? undefined : [...lasts, t('status.silentNote')].filter(Boolean).join('\n');
  if (first === undefined || (network === 'down' && others.length > 0))
    return (
      <>
        <StateMark tone={networkTone(network)} label={t(`status.net.${network}`)} title={why} />
        <NetworkAge status={status} now={now} />
      </>
    );
  const { platform, heardAt, since } = first;
  return (
    <>
      <StateMark tone="failed" label={t('status.silent', { platform: platformName(platform) })} title={why} />
      {others.length > 0 && <span className="soft">{`+${others.length}`}</span>}
      <span className="status-heard number">
        {heardAt === null ? (
          <When at={since} now={now} as="age" />
        ) : (
          t('status.silentHeard', { age: formatAge(heardAt, now, language) })
        )}
      </span>
    </>
  );
}
