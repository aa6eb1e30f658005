import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../../shared/contracts/insight/callLog.ts';
import type { CallSpan } from '../../../shared/contracts/insight/calls.ts';
import { ask } from '../../bridge/core.ts';
import { usePlatformName } from '../../bridge/knownNames.ts';
import { Button } from '../../parts/Button.tsx';
import { formatCount } from '../../parts/format.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { AnswerState } from '../../work/AnswerState.tsx';
import { Moment } from '../../work/Moment.tsx';
import { SupportCopy } from './SupportCopy.tsx';
import { useCallSays } from './useCallColumns.tsx';

/** More kinds of failures than these are behind a button. */
const shownAtFirst = 4;

interface FailureListProps {
  readonly span: CallSpan;
  readonly accountId: string | undefined;
  /** The key copies the first failure, as long as no call is looked at. */
  readonly hasKey: boolean;
  onOpen(failure: CallFailure): void;
}

/** What failed, before everything that went well: each way of failing once, with how often and since when not again. */
export function FailureList({ span, accountId, hasKey, onOpen }: FailureListProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const answer = useQuery(
    ask.calls.failures.queryOptions({
      input: { span, ...(accountId === undefined ? {} : { accountId }) },
      placeholderData: keepPreviousData,
    }),
  );
  if (answer.error !== null) return <AnswerState answer={answer} />;
  const failures = answer.data?.failures ?? [];
  const times = failures.reduce((sum, one) => sum + one.times, 0);
  const first = failures.find(({ last }) => last !== null)?.last;
  if (answer.data === undefined || failures.length === 0) return null;
  const shown = isWhole ? failures : failures.slice(0, shownAtFirst);
  return (
    <section className="panel call-failures" aria-label={t('calls.failures')}>
      <header className="line">
        <h3>
          {t('calls.failuresTitle', {
            count: failures.length,
            shown: formatCount(times),
            span: t(`insight.calls.spans.${span}`),
          })}
        </h3>
        <span className="grow" />
        {failures.length > shownAtFirst && (
          <Button look="quiet" size="small" onPress={() => setWhole(!isWhole)}>
            {isWhole ? t('calls.fewer') : t('calls.allKinds', { count: failures.length })}
          </Button>
        )}
        {hasKey && first != null && <SupportCopy callId={first.id} />}
      </header>
      <ul className="plain-list">
        {shown.map((one) => (
          <li key={`${one.accountId} ${one.interfaceName} ${one.code}`}>
            <FailureRow failure={one} onOpen={() => onOpen(one)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FailureRow({ failure, onOpen }: { readonly failure: CallFailure; onOpen(): void }) {
  const { t } = useTranslation();
  const says = useCallSays();
  const platformName = usePlatformName();
  const { platform, accountName, interfaceName, code, times, isFault, last } = failure;
  return (
    <button type="button" className="call-failure" onClick={onOpen}>
      <StateMark tone={isFault ? 'failed' : 'rest'} label={t(isFault ? 'calls.fault' : 'calls.refusal')} />
      <span className="call-failure-words">
        {last !== null && says(last)} <code className="code">{code}</code>
      </span>
      <span className="soft">
        {accountName === '' ? platformName(platform) : accountName} ·{' '}
        {t(`interface.${interfaceName}`, interfaceName)}
      </span>
      <strong className="number">×{formatCount(times)}</strong>
      <span className="soft">{last === null ? '–' : <Moment at={last.at} as="age" />}</span>
    </button>
  );
}
