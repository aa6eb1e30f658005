import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StatusView } from '../../shared/contracts/session.ts';
import { ask } from '../bridge/core.ts';
import { useImportQueue } from '../bridge/importQueue.ts';
import { formatCount } from '../parts/format.ts';
import { Icon } from '../parts/Icon.tsx';
import { Mark } from '../parts/Mark.tsx';
import { go, type ScreenId, screenDigits, screenIds, usePlace, useSignInWish } from '../parts/place.ts';
import type { Tone } from '../parts/StateMark.tsx';
import { useHelp } from '../parts/view/help.ts';

interface RailCount {
  readonly count: number;
  readonly tone: Extract<Tone, 'waiting' | 'unsure' | 'failed'>;
}

/** What on each screen waits for a person. Unsure outranks failed in colour, since acting on it wrongly costs more. */
export function railCounts(status: StatusView): Partial<Record<ScreenId, RailCount>> {
  const { queue, print } = status;
  const worst = (unsure: number, failed: number): RailCount['tone'] =>
    unsure > 0 ? 'unsure' : failed > 0 ? 'failed' : 'waiting';
  const notGone = status.late.stayed + status.late.unsigned + status.late.pickups;
  const shipPeople = queue.unsure + queue.failed;
  return {
    correct: { count: status.review, tone: 'waiting' },
    ship: {
      count: shipPeople > 0 ? shipPeople : status.ready,
      tone: worst(queue.unsure, queue.failed),
    },
    print: { count: print.unsure + print.failed + print.held, tone: worst(print.unsure, print.failed) },
    pack: { count: status.numberedAside + notGone, tone: worst(0, notGone) },
    track: { count: status.openCases, tone: worst(0, status.openCases) },
  };
}

/** How far an import is, as short as the rail needs it. */
function runWords(share: number | null): string {
  return share === null ? '…' : `${Math.round(share * 100)}%`;
}

/** Beyond this a count would cover its icon; that there are very many is all it need say. */
const maxRailNumber = 999;

function RailItem({
  screen,
  status,
}: {
  readonly screen: ScreenId;
  readonly status: StatusView | undefined;
}) {
  const { t } = useTranslation();
  const { place, go } = usePlace();
  const running = useImportQueue(({ items }) => items.find(({ stage }) => stage === 'running'));
  const count = status === undefined ? null : (railCounts(status)[screen] ?? null);
  const percent = screen === 'import' && running !== undefined ? runWords(running.run.share) : null;
  const number = count?.count ?? 0;
  const words = number === 0 ? null : number > maxRailNumber ? t('railMany') : formatCount(number);
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={place.screen === screen ? 'page' : undefined}
      title={`${t(`screen.${screen}`)}  Alt+${screenDigits[screen]}`}
      onClick={() => go(screen)}
    >
      {percent === null ? <Icon name={screen} size={20} /> : <strong className="rail-run">{percent}</strong>}
      <span>{t(`screen.${screen}`)}</span>
      <kbd className="rail-key">{screenDigits[screen]}</kbd>
      {words !== null && (
        <span
          className={`rail-count rail-count-${count?.tone ?? 'waiting'}${words.length > 2 ? ' rail-count-long' : ''}`}
        >
          {words}
        </span>
      )}
    </button>
  );
}

/** Who works here by the first sign of the name; pressed, somebody else takes over. Where there are no operators: the owner. */
function OperatorSign() {
  const { t } = useTranslation();
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  const hasOperators = desk?.hasOperators === true;
  const name = hasOperators && desk.role !== 'nobody' ? desk.name : t('status.owner');
  const press = (): void =>
    hasOperators ? useSignInWish.getState().ask() : go('settings', { section: 'operators' });
  return (
    <button
      type="button"
      className="rail-operator"
      title={hasOperators ? `${name} · ${t('operators.switchTitle')}  Ctrl+L` : name}
      aria-label={hasOperators ? `${name}, ${t('operators.switchTitle')}` : name}
      onClick={press}
    >
      {[...name][0]?.toUpperCase()}
    </button>
  );
}

/** The page of the manual that belongs to this screen. */
function HelpSign() {
  const { t } = useTranslation();
  const page = usePlace(({ place }) => place.screen);
  return (
    <button
      type="button"
      className="rail-operator rail-help"
      title={`${t('help.title')}  F1`}
      aria-label={t('help.title')}
      onClick={() => useHelp.getState().open({ page })}
    >
      <Icon name="question" size={16} />
    </button>
  );
}

interface RailProps {
  readonly status: StatusView | undefined;
  readonly isPractice: boolean;
  onFind(): void;
}

/** The places with the counts that need a person; at the foot Settings, who works here, and whether it is practice. */
export function Rail({ status, isPractice, onFind }: RailProps) {
  const { t } = useTranslation();
  return (
    <nav className="rail" aria-label={t('app.places')}>
      <div className="rail-head">
        <Mark />
        <span>{t('app.name')}</span>
      </div>
      <button type="button" className="rail-item" title={`${t('palette.title')}  Ctrl+K`} onClick={onFind}>
        <Icon name="search" size={20} />
        <span>{t('palette.short')}</span>
      </button>
      {screenIds
        .filter((screen) => screen !== 'settings')
        .map((screen) => (
          <RailItem key={screen} screen={screen} status={status} />
        ))}
      <div className="rail-foot">
        <RailItem screen="settings" status={status} />
        <div className="rail-signs">
          <OperatorSign />
          <HelpSign />
        </div>
        {isPractice && (
          <span className="practice" title={t('status.practice')}>
            <strong>{t('status.practiceShort')}</strong>
            <span>{t('status.practiceNote')}</span>
          </span>
        )}
      </div>
    </nav>
  );
}
