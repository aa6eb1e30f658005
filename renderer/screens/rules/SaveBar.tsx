import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleTrial } from '../../../shared/contracts/rules.ts';
import { gapBetween } from '../../../shared/text/hanSpacing.ts';
import type { RuleNames } from '../../../shared/text/ruleSentence.ts';
import { ask, core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import type { RuleSet } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { formatCount, formatMoney } from '../../parts/format.ts';
import { When } from '../../parts/When.tsx';
import { useAct } from '../../work/useAct.ts';
import { MovesTable, TryBar, type TryDays, useFreightWords } from './MovesTable.tsx';

interface SaveBarProps {
  readonly set: RuleSet;
  readonly basedOn: number;
  readonly names: RuleNames;
  /** The change is saved, or given up. */
  onDone(): void;
}

/** A change is tried on past orders first; nothing is in force before Save. */
export function SaveBar({ set, basedOn, names, onDone }: SaveBarProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState<TryDays>('7');
  const [tried, setTried] = useState<{ readonly set: RuleSet; readonly trial: RuleTrial } | null>(null);
  const attempt = useAct(() => core.rules.try({ set, days: Number(days) }), {
    after: (trial) => setTried({ set, trial }),
  });
  const back = useAct((newNo: number) => core.rules.goBack({ versionNo: basedOn, basedOn: newNo }));
  const save = useAct(() => core.rules.save({ set, basedOn }), {
    after: ({ versionNo }) => {
      onDone();
      say({
        tone: 'done',
        says: t('rules.save.saved', { no: versionNo }),
        ...(basedOn === 0
          ? {}
          : { action: { label: t('rules.save.back'), run: () => back.mutate(versionNo) } }),
      });
    },
  });
  const isTried = tried?.set === set;
  return (
    <section className="panel panel-pad stack rule-save">
      <div className="line">
        <strong className="grow">{t('rules.save.changed')}</strong>
        <TryBar
          days={days}
          look={isTried ? 'plain' : 'primary'}
          isBusy={attempt.isPending}
          onDays={setDays}
          onTry={() => attempt.mutate()}
        />
        <Button look={isTried ? 'primary' : 'plain'} {...save.press()}>
          {t('common.save')}
        </Button>
        <Button onPress={onDone}>{t('rules.save.discard')}</Button>
      </div>
      {isTried && <TrialPanel set={set} trial={tried.trial} names={names} />}
    </section>
  );
}

/** Previous versions, each one action away; going back is itself a new version. */
export function VersionsPanel({ versionNo }: { readonly versionNo: number }) {
  const { t } = useTranslation();
  const now = useNow();
  const versions = useQuery(ask.rules.versions.queryOptions()).data ?? [];
  const back = useAct((wanted: number) => core.rules.goBack({ versionNo: wanted, basedOn: versionNo }), {
    says: (view) => t('rules.versions.done', { no: view.versionNo }),
  });
  if (versions.length === 0) return null;
  return (
    <details>
      <summary>{t('rules.versions.title')}</summary>
      <ul className="panel plain-list">
        {versions.map((version) => (
          <li key={version.versionNo} className="settings-row">
            <span className="grow">
              {t('rules.versions.line', { no: version.versionNo, count: version.rules })}
              <span className="soft small">
                {' · '}
                <When at={version.savedAt} now={now} />
                {version.backTo > 0 && ` · ${t('rules.versions.from', { no: version.backTo })}`}
              </span>
            </span>
            {version.versionNo === versionNo ? (
              <span className="default-mark">{t('rules.versions.now')}</span>
            ) : (
              <Button size="small" icon="undo" {...back.press(version.versionNo)}>
                {t('rules.versions.back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface TrialPanelProps {
  readonly set: RuleSet;
  readonly trial: RuleTrial;
  readonly names: RuleNames;
}

type Destination = RuleTrial['moves'][number]['before'];

/** What the changed rules would have done with past orders. */
function TrialPanel({ set, trial, names }: TrialPanelProps) {
  const { t } = useTranslation();
  const { difference } = useFreightWords();
  if (trial.orders === 0) return <p className="soft">{t('rules.trial.none')}</p>;
  const { freight } = trial;
  const nameOf = (ruleId: string): string => {
    const at = set.rules.findIndex(({ id }) => id === ruleId);
    return at === -1 ? t('rules.trial.fallback') : t('rules.row.no', { no: at + 1 });
  };
  const says = t('rules.trial.says', {
    count: trial.orders,
    shown: formatCount(trial.orders),
    moved: formatCount(trial.moved),
  });
  return (
    <div className="stack-tight" aria-live="polite">
      <p>
        <strong>{says}</strong>
        {trial.isCut && (
          <span className="soft">
            {gapBetween(says, t('rules.trial.cut'))}
            {t('rules.trial.cut')}
          </span>
        )}
      </p>
      <p>{t('rules.trial.held', { before: trial.heldBefore, after: trial.heldAfter })}</p>
      {freight.compared > 0 && (
        <p>
          {t('rules.trial.freight', {
            before: formatMoney(freight.beforeFen),
            after: formatMoney(freight.afterFen),
            difference: difference(freight.beforeFen, freight.afterFen),
            compared: formatCount(freight.compared),
          })}
        </p>
      )}
      {freight.unknown > 0 && (
        <p className="trial-unknown">{t('rules.trial.unknown', { count: freight.unknown })}</p>
      )}
      <ul className="plain-list trial-counts">
        {trial.rules.map(({ ruleId, before, after }) => (
          <li key={ruleId} className={before === after ? 'soft' : ''}>
            {nameOf(ruleId)} <span className="number">{t('rules.trial.counts', { before, after })}</span>
          </li>
        ))}
      </ul>
      <Moves trial={trial} names={names} />
    </div>
  );
}

function Moves({ trial, names }: { readonly trial: RuleTrial; readonly names: RuleNames }) {
  const { t } = useTranslation();
  const { cost } = useFreightWords();
  if (trial.moved === 0) return <p className="soft">{t('rules.trial.noMoves')}</p>;
  const whereText = ({ kind, accountName, carrier, reason }: Destination): string => {
    if (kind === 'none') return t('rules.trial.nowhere');
    if (kind === 'hold') return `${t('rules.trial.hold')} ${reason}`.trim();
    return t('rule.outcome.lane', { account: accountName, carrier: names.carrier(carrier) });
  };
  return (
    <MovesTable
      moved={trial.moved}
      moves={trial.moves}
      columns={[
        [t('col.orderNo'), ({ orderNo }) => orderNo, 'number'],
        [t('rules.trial.place'), ({ place }) => place],
        [t('rules.trial.before'), ({ before }) => whereText(before)],
        [t('rules.trial.after'), ({ after }) => whereText(after)],
        [t('rules.trial.cost'), (move) => `${cost(move.beforeFen)} → ${cost(move.afterFen)}`, 'number'],
      ]}
    />
  );
}
