import { useTranslation } from 'react-i18next';
import type { StatusView } from '../../shared/contracts/statusContract.ts';
import { useImportQueue } from '../bridge/useImportQueue.ts';
import { formatCount } from '../parts/formatCount.ts';
import { Icon } from '../parts/Icon.tsx';
import { type ScreenId, screenIds, usePlace } from '../parts/usePlace.ts';
import { railCounts } from './railCounts.ts';

/** How far an import is, as short as the rail needs it. */
function runWords(share: number | null): string {
  return share === null ? '…' : `${Math.round(share * 100)}%`;
}

/** Beyond this the rail has no room; that there are very many is all it need say. */
const maxRailNumber = 9_999;

function railNumber(count: number): string {
  return count > maxRailNumber ? `${maxRailNumber}+` : formatCount(count);
}

function RailItem({
  screen,
  order,
  status,
}: {
  screen: ScreenId;
  order: number;
  status: StatusView | undefined;
}) {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  const running = useImportQueue(({ items }) => items.find(({ stage }) => stage === 'running'));
  const count = status === undefined ? null : (railCounts(status)[screen] ?? null);
  const percent = screen === 'import' && running !== undefined ? runWords(running.run.share) : null;
  const words = percent ?? (count === null || count.count === 0 ? null : railNumber(count.count));
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={place.screen === screen ? 'page' : undefined}
      title={`${t(`screen.${screen}`)}  Alt+${order}`}
      onClick={() => go(screen)}
    >
      <Icon name={screen} size={20} />
      <span>{t(`screen.${screen}`)}</span>
      {words !== null && <span className={`rail-count rail-count-${count?.tone ?? 'waiting'}`}>{words}</span>}
    </button>
  );
}

/** The places, with the counts that need a person. */
export function Rail({ status, onFind }: { status: StatusView | undefined; onFind(): void }) {
  const { t } = useTranslation();
  return (
    <nav className="rail" aria-label={t('app.places')}>
      <button type="button" className="rail-item" title={`${t('palette.title')}  Ctrl+K`} onClick={onFind}>
        <Icon name="search" size={20} />
        <span>{t('palette.short')}</span>
      </button>
      <hr />
      {screenIds.map((screen, index) => (
        <RailItem key={screen} screen={screen} order={index + 1} status={status} />
      ))}
    </nav>
  );
}
