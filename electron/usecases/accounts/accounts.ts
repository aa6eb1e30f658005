import type { Asked } from '../../../shared/contracts/contract.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Account } from '../../store/schema.ts';
import { callAndRecord } from '../booking/callOutside.ts';
import { proveSignature } from '../booking/goLive/proof.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { checkAccountFields } from './accountFields.ts';
import { type OpenAccount, openAccount } from './openAccount.ts';
import { answerForRemoved } from './removedAccounts.ts';

/** Why nothing can be booked unless an account is named: there is none, or none of several is the default. */
export async function whyNoAccount({ store }: Workspace): Promise<'ACCOUNT_MISSING' | 'ACCOUNT_NOT_CHOSEN'> {
  return (await store.read.accounts.all()).length === 0 ? 'ACCOUNT_MISSING' : 'ACCOUNT_NOT_CHOSEN';
}

/** A new account; where one of the same merchant was removed before, it answers for that one's parcels. */
export async function addAccount(
  workspace: Workspace,
  account: Asked<'settings', 'addAccount'>,
): Promise<Outcome<Account>> {
  const platform = platformById(workspace.platforms, account.platform);
  if (platform === undefined) {
    const known = workspace.platforms.map(({ manifest }) => manifest.id).join(', ');
    return failure('PLATFORM_UNKNOWN', { platform: account.platform, known });
  }
  if (workspace.isPractice && !platform.manifest.isEmbedded) return failure('PRACTICE_REFUSES_REAL_ACCOUNT');
  if (account.endpoint !== null && !isAllowedEndpoint(account.endpoint))
    return failure('ACCOUNT_ENDPOINT_INVALID');
  if (!platform.manifest.isEmbedded && (account.merchantId === '' || account.secret === '')) {
    return failure('ACCOUNT_SECRET_MISSING', { name: account.name });
  }
  const fields = checkAccountFields(platform.manifest, account.fields);
  if (!fields.ok) return fields;
  const id = workspace.nextId();
  const row: Account = {
    id,
    name: account.name,
    platform: account.platform,
    merchantId: account.merchantId,
    endpoint: account.endpoint,
    sealedSecret: workspace.secretBox.seal(account.secret, id),
    sealedFields: workspace.secretBox.seal(JSON.stringify(account.fields), id),
    createdAt: workspace.clock.now(),
  };
  return tryChange(
    workspace,
    ['settings', 'status', 'shipments', 'orders'],
    async (write): Promise<Outcome<Account>> => {
      if ((await write.accounts.byName(account.name)) !== undefined)
        return failure('ACCOUNT_EXISTS', { name: account.name });
      await write.accounts.insert(row);
      await answerForRemoved(workspace, write, row);
      await recordAct(workspace, write, { kind: 'account-added', what: row.name });
      return done(row);
    },
  );
}

export interface AccountTest {
  readonly ok: boolean;
  readonly errorCode: ErrorCode | '';
  readonly errorParams: ErrorParams;
  readonly durationMs: number;
}

/** Makes one harmless call that proves address, key and signature; only the platform's own answer counts. */
export async function testAccount(workspace: Workspace, accountId: string): Promise<Outcome<AccountTest>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const test = await tryKeys(workspace, opened.value);
  // Key and rights work: what stopped the account over them is over.
  if (test.ok) {
    await workspace.store.write(async (write) => {
      await write.lanes.lift(accountId);
      await proveSignature(workspace, write, opened.value.row, test.durationMs);
    });
    workspace.changed('settings', 'status');
  }
  return done(test);
}

/** The call itself, with whichever keys are handed in; nothing follows of it but its record. */
export async function tryKeys(workspace: Workspace, opened: OpenAccount): Promise<AccountTest> {
  const { outcome, made } = await callAndRecord(workspace, opened, {
    interfaceName: 'test',
    send: () => opened.platform.test(opened.account, workspace.ports),
  });
  const { durationMs } = made;
  if (outcome.ok) return { ok: true, errorCode: '', errorParams: {}, durationMs };
  const { code, params = {} } = outcome;
  const isNotItself = code === 'CARRIER_BAD_REPLY' || code === 'CARRIER_WRONG_REPLY';
  return isNotItself
    ? { ok: false, errorCode: 'ACCOUNT_TEST_NOT_ITSELF', errorParams: { name: opened.row.name }, durationMs }
    : { ok: false, errorCode: code, errorParams: params, durationMs };
}

export function isAllowedEndpoint(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
}
