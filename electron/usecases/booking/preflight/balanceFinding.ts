import type { OpenAccount } from '../../accounts/openAccount.ts';
import { askPlatform } from '../../correcting/askingAccount.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Finding, fine, notKnown, trouble } from './finding.ts';

/** Carriers asked about at most: a batch with more goes out by rules, and each rule's account is looked at by itself. */
const mostCarriers = 5;

export interface BalanceQuestion {
  readonly opened: OpenAccount;
  readonly carriers: readonly string[];
  readonly wanted: number;
  readonly mayAsk: boolean;
  readonly settings: Pick<Settings, 'lowBalance'>;
}

/** Are there numbers enough for the batch? The lowest answer of the batch's carriers counts. */
export async function balanceFinding(workspace: Workspace, question: BalanceQuestion): Promise<Finding> {
  const { opened, carriers, mayAsk } = question;
  const { balance } = opened.platform;
  if (balance === undefined) return notKnown('balance', { why: 'not-offered' });
  if (!mayAsk) return judge(question, (await workspace.store.read.lanes.of(opened.row.id)).balanceTotal);
  let lowest: number | null = null;
  let isUnlimited = false;
  for (const carrier of carriers.slice(0, mostCarriers)) {
    const asked = await askPlatform(workspace, opened, { interfaceName: 'balance', orderId: '' }, () =>
      balance({ carrier }, opened.account, workspace.ports),
    );
    if (!asked.ok) return trouble('balance', 'warn', asked.code, asked.params);
    isUnlimited ||= asked.value.value.kind === 'unlimited';
    if (asked.value.value.kind === 'counted')
      lowest = Math.min(lowest ?? Number.POSITIVE_INFINITY, asked.value.value.available);
  }
  if (lowest === null) return isUnlimited ? fine('balance', { why: 'unlimited' }) : notKnown('balance');
  await workspace.store.write((write) =>
    write.lanes.put(opened.row.id, {
      balanceTotal: lowest,
      balanceUnit: 'numbers',
      balanceAt: workspace.clock.now(),
    }),
  );
  return judge(question, lowest);
}

function judge({ opened, wanted, settings }: BalanceQuestion, available: number | null): Finding {
  if (available === null) return notKnown('balance', { why: 'not-asked' });
  const params = { name: opened.row.name, available, wanted };
  if (available <= 0 && wanted > 0) return trouble('balance', 'stop', 'PREFLIGHT_BALANCE_SHORT', params);
  if (available < wanted) return trouble('balance', 'warn', 'PREFLIGHT_BALANCE_SHORT', params);
  return available - wanted < settings.lowBalance
    ? trouble('balance', 'warn', 'PREFLIGHT_BALANCE_LOW', { ...params, left: available - wanted })
    : fine('balance', params);
}
