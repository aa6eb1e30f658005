import { useTranslation } from 'react-i18next';
import { keysOf } from '../../../../shared/rules/typedRecord.ts';
import { Button } from '../../../parts/Button.tsx';
import { formatCount } from '../../../parts/format.ts';
import { go, type PlaceFocus, type ScreenId } from '../../../parts/place.ts';
import { StateMark, type Tone } from '../../../parts/StateMark.tsx';
import { useDescribe } from '../../../words/describe.ts';
import { CodeCopy } from '../../../work/CodeCopy.tsx';
import { ChangeKey } from '../../../work/changeKey.tsx';
import type { Finding } from './preflight.ts';

const tones = { ok: 'done', warn: 'note', stop: 'failed', unknown: 'rest' } as const satisfies Record<
  Finding['state'],
  Tone
>;

/** Orders a finding is about; each leads to its row. */
function Concerned({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation();
  if (finding.total === 0) return null;
  return (
    <details className="preflight-finding-orders">
      <summary>
        {t('preflight.concerns', { count: finding.total, shown: formatCount(finding.total) })}
      </summary>
      <p className="line small">
        {finding.orderNos.map((orderNo) => (
          <button
            key={orderNo}
            type="button"
            className="link number"
            onClick={() => go('ship', { search: orderNo })}
          >
            {orderNo}
          </button>
        ))}
        {finding.total > finding.orderNos.length && (
          <span className="soft">
            {t('preflight.moreOrders', { count: finding.total - finding.orderNos.length })}
          </span>
        )}
      </p>
    </details>
  );
}

/** What can be done about findings without leaving the batch. */
export interface FindingHands {
  /** The one account that is looked at; null: several. */
  readonly account: { readonly accountId: string; readonly name: string } | null;
  /** Looks again, without the orders that a newer file changes. */
  leaveOutChanged(): void;
  /** Looks again: something was fixed. */
  lookAgain(): void;
}

interface FindingLineProps {
  readonly finding: Finding;
  readonly hands: FindingHands;
}

/** The buttons of a finding: what fixes it on the spot, else where to fix it. */
function FindingActs({ finding, hands }: FindingLineProps) {
  const { t } = useTranslation();
  const { account, leaveOutChanged, lookAgain } = hands;
  if (finding.name === 'changes' && finding.total > 0)
    return (
      <div className="line">
        <Button size="small" onPress={() => go('import', { section: 'changes' })}>
          {t('preflight.reviewChanges', { count: finding.total })}
        </Button>
        <Button size="small" onPress={leaveOutChanged}>
          {t('preflight.leaveOutChanges', { count: finding.total })}
        </Button>
      </div>
    );
  if (finding.code === 'CARRIER_CREDENTIALS' && account !== null)
    return <ChangeKey account={account} onChanged={lookAgain} />;
  const act = findingAct(finding);
  if (act === null) return null;
  return (
    <Button size="small" onPress={() => go(act.screen, act.focus)}>
      {t(`preflight.act.${act.name}`)}
    </Button>
  );
}

/** One thing that was looked at, with its action and its orders. */
export function FindingLine({ finding, hands }: FindingLineProps) {
  const { t } = useTranslation();
  const { says, next } = useFindingWords()(finding);
  return (
    <li className="preflight-finding">
      <StateMark tone={tones[finding.state]} label={t(`findingState.${finding.state}`)} />
      <strong className="preflight-finding-name">{t(`finding.${finding.name}`)}</strong>
      <div className="preflight-finding-words">
        <p>{says}</p>
        {next !== '' && <p className="soft small">{next}</p>}
        <Concerned finding={finding} />
      </div>
      <div className="line">
        <FindingActs finding={finding} hands={hands} />
        {finding.code !== '' && <CodeCopy code={finding.code} />}
      </div>
    </li>
  );
}

/** The section of Settings where to fix each. */
const sections = {
  sender: 'sender',
  account: 'accounts',
  health: 'accounts',
  balance: 'accounts',
  printer: 'printers',
} as const;

interface FindingAct {
  readonly name: keyof typeof sections;
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
}

/** Where to fix a finding; null: it is fine, or fixed at its orders or outside this program. */
export function findingAct({ name, state }: Pick<Finding, 'name' | 'state'>): FindingAct | null {
  if (state === 'ok' || state === 'unknown') return null;
  const known = keysOf(sections).find((one) => one === name);
  return known === undefined
    ? null
    : { name: known, screen: 'settings', focus: { section: sections[known] } };
}

/** A finding in words: what is so, and what to do when it is not well. */
function useFindingWords(): (finding: Finding) => {
  readonly says: string;
  readonly next: string;
} {
  const { t } = useTranslation();
  const describe = useDescribe();
  return ({ name, state, code, params }) => {
    if (code !== '') return describe(code, params);
    if (name === 'balance' && params.why === 'not-told')
      return { says: t('preflight.balanceNotTold'), next: '' };
    if (state === 'unknown') return { says: t(`preflight.notKnown.${name}`), next: '' };
    if (name === 'balance' && params.why === 'unlimited')
      return { says: t('preflight.balanceUnlimited'), next: '' };
    if ((name === 'printer' && params.state === 'none') || (name === 'paper' && params.labels === 0))
      return { says: t('preflight.noPrint'), next: '' };
    return { says: t(`preflight.fine.${name}`, params), next: '' };
  };
}

const weight = { stop: 0, warn: 1, unknown: 2, ok: 3 } as const;

/** What stops a batch first, then what should be read, then what is not known, then what is fine. */
export function arrangeFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((one, other) => weight[one.state] - weight[other.state]);
}
