import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SetUpView } from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { type SetUpItem, type SetUpState, setUpPhases } from '../../../shared/domain/platformRecord/setUp.ts';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { useDuration } from '../../parts/format.ts';
import { go, type PlaceFocus, type ScreenId } from '../../parts/place.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';

type Line = SetUpView['lines'][number];

const tones: Readonly<Record<SetUpState, Tone>> = {
  done: 'done',
  open: 'waiting',
  unknown: 'rest',
  'not-needed': 'rest',
};

const inSettings = (section: string, tab?: string): readonly [ScreenId, PlaceFocus] => [
  'settings',
  tab === undefined ? { section } : { section, tab },
];

/** Where each item is done; those that are left out are done outside of the window. */
const places: Partial<Readonly<Record<SetUpItem, readonly [ScreenId, PlaceFocus]>>> = {
  'list-complete': inSettings('platformRecord', 'list'),
  'list-confirmed': inSettings('platformRecord', 'list'),
  'list-exported': inSettings('platformRecord', 'list'),
  'account-added': inSettings('accounts'),
  'needs-met': inSettings('platformRecord', 'list'),
  'carriers-covered': inSettings('platformRecord', 'platform'),
  'terms-noted': inSettings('platformRecord', 'platform'),
  'compliance-proven': inSettings('platformRecord', 'platform'),
  'sender-set': inSettings('sender'),
  'printer-added': inSettings('printers'),
  'orders-imported': ['import', {}],
  'label-printed': ['print', {}],
  'golive-passed': inSettings('accounts'),
  'tracking-tried': inSettings('accounts'),
  'signature-proven': inSettings('accounts'),
  'backup-made': inSettings('backups'),
  'backup-elsewhere': inSettings('backups'),
  'backup-account': inSettings('accounts'),
  'operators-added': inSettings('operators'),
};

const isLeft = ({ state }: Line) => state === 'open' || state === 'unknown';

/** From the first question to everyday work: each phase with what is done and what is left. */
export function SetUpTab() {
  const { t } = useTranslation();
  const setUp = useQuery(ask.platformRecord.setUp.queryOptions()).data;
  if (setUp === undefined) return null;
  const { lines, phase } = setUp;
  const left = lines.filter((line) => line.phase === phase && isLeft(line)).length;
  return (
    <>
      {phase === null ? (
        <Notice tone="done" title={t('record.setUp.finished')} />
      ) : (
        <p className="record-lead">
          {t('record.setUp.now', { phase: t(`setUpPhase.${phase}`), count: left })}
        </p>
      )}
      {setUpPhases.map((one) => (
        <PhasePanel
          key={one}
          phase={one}
          lines={lines.filter((line) => line.phase === one)}
          isNow={one === phase}
        />
      ))}
      <FirstLabel setUp={setUp} />
    </>
  );
}

interface PhasePanelProps {
  readonly phase: (typeof setUpPhases)[number];
  readonly lines: readonly Line[];
  readonly isNow: boolean;
}

function PhasePanel({ phase, lines, isNow }: PhasePanelProps) {
  const { t } = useTranslation();
  const done = lines.filter((line) => !isLeft(line)).length;
  return (
    <section className="stack-tight" aria-labelledby={`phase-${phase}`}>
      <h3 id={`phase-${phase}`} className={isNow ? 'record-phase record-phase-now' : 'record-phase'}>
        {t(`setUpPhase.${phase}`)}
        <span className="soft small number">{t('record.setUp.count', { done, all: lines.length })}</span>
      </h3>
      <ul className="plain-list panel">
        {lines.map((line) => (
          <SetUpRow key={line.item} line={line} />
        ))}
      </ul>
    </section>
  );
}

function SetUpRow({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const mayTick = useMissingRight(['changeSettings']) === null;
  const { item, state, isByHand, tickedBy, tickedAt } = line;
  const tick = useAct((isDone: boolean) => core.platformRecord.tick({ item, isDone }), {
    after: (reply) => queryClient.setQueryData(ask.platformRecord.setUp.queryKey(), reply),
  });
  const place = places[item];
  return (
    <li className="record-row">
      <span className="record-state">
        <StateMark tone={tones[state]} label={t(`setUpState.${state}`)} />
      </span>
      <span className="grow">{t(`setUpItem.${item}`)}</span>
      {tickedAt !== null && (
        <span className="soft small">
          <Moment
            after={t('record.setUp.ticked', { name: tickedBy || t('record.setUp.owner') })}
            at={tickedAt}
          />
        </span>
      )}
      {place !== undefined && isLeft(line) && (
        <Button size="small" onPress={() => go(...place)}>
          {t('record.setUp.go')}
        </Button>
      )}
      {isByHand && mayTick && (
        <CheckField label={t('record.setUp.tick')} isOn={state === 'done'} onChange={tick.mutate} />
      )}
    </li>
  );
}

/** The effort of the set-up, as it was: never a promise. */
function FirstLabel({ setUp: { madeAt, firstLabelAt } }: { readonly setUp: SetUpView }) {
  const { t } = useTranslation();
  const duration = useDuration();
  if (madeAt === null) return null;
  return (
    <p className="soft small">
      {firstLabelAt === null
        ? t('record.setUp.firstLabelNone')
        : `${t('record.setUp.firstLabel')} ${duration(Math.max(0, (firstLabelAt - madeAt) / 1_000))}`}
    </p>
  );
}
