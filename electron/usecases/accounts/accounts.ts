import type { Asked } from '../../../shared/contracts/contract.ts';
import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { type AccountField, fieldsOfCarrier, type PlatformManifest } from '../../carriers/kit/manifest.ts';
import type { Account } from '../../store/schema.ts';
import { callAndRecord } from '../booking/callOutside.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { openAccount } from './openAccount.ts';

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
  if ((await workspace.store.read.accounts.byName(account.name)) !== undefined) {
    return failure('ACCOUNT_EXISTS', { name: account.name });
  }
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
  await change(workspace, ['settings', 'status'], (write) => write.accounts.insert(row));
  return done(row);
}

/** Removes an account that owes nobody an answer. */
export async function removeAccount(workspace: Workspace, accountId: string): Promise<Outcome<null>> {
  const row = await workspace.store.read.accounts.byId(accountId);
  if (row === undefined) return failure('ACCOUNT_NOT_FOUND', { name: '' });
  const count = await workspace.store.read.shipments.countUnfinished(accountId);
  if (count > 0) return failure('ACCOUNT_IN_USE', { name: row.name, count });
  await change(workspace, ['settings', 'status'], async (write) => {
    await write.accounts.remove(accountId);
    await write.lanes.forget(accountId);
    await write.goLive.forget(accountId);
  });
  return done(null);
}

export interface AccountTest {
  readonly ok: boolean;
  readonly errorCode: ErrorCode | '';
  readonly errorParams: ErrorParams;
  readonly durationMs: number;
}

/** Makes one harmless call that proves address, key and signature. */
export async function testAccount(workspace: Workspace, accountId: string): Promise<Outcome<AccountTest>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const { outcome, made } = await callAndRecord(workspace, opened.value, {
    interfaceName: 'test',
    send: () => platform.test(account, workspace.ports),
  });
  // Key and rights work: what stopped the account over them is over.
  if (outcome.ok) await workspace.store.write((write) => write.lanes.lift(row.id));
  return done({
    ok: outcome.ok,
    errorCode: outcome.ok ? '' : outcome.code,
    errorParams: outcome.ok ? {} : (outcome.params ?? {}),
    durationMs: made.durationMs,
  });
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

const forms: Readonly<Record<string, RegExp>> = {
  'whole-number': /^\d{1,9}$/,
  number: /^\d{1,9}(\.\d{1,6})?$/,
};

/**
 * What can be known of an account's fields before anybody is asked: choices and numbers in their form, and, when the
 * account is for one carrier, what that carrier never goes without. Fields we do not know are the carrier's own.
 */
function checkAccountFields(
  manifest: Pick<PlatformManifest, 'id' | 'accountFields' | 'carrierFields'>,
  fields: Readonly<Record<string, string>>,
): Outcome<null> {
  for (const field of manifest.accountFields) {
    const text = fields[field.key] ?? '';
    if (text === '' && field.isRequired === true)
      return failure('ACCOUNT_FIELD_MISSING', {
        carrier: manifest.id,
        field: field.key,
        called: bothNames(field.name['zh-CN'], field.name.en),
      });
    if (text !== '' && !fits(field, text))
      return failure('ACCOUNT_FIELD_INVALID', { field: field.key, wanted: wanted(field) });
  }
  const carrier = readCarrierCode(fields.carrier ?? '') ?? fields.carrier ?? '';
  const missing = fieldsOfCarrier(manifest, carrier).find(
    ({ key, of, required }) => of === 'account' && required === 'always' && (fields[key] ?? '') === '',
  );
  return missing === undefined
    ? done(null)
    : failure('ACCOUNT_FIELD_MISSING', {
        carrier,
        field: missing.key,
        called: bothNames(missing.zh, missing.en),
      });
}

function bothNames(zh: string, en: string): string {
  return zh === en ? zh : `${zh} / ${en}`;
}

function fits({ kind, choices = [] }: AccountField, text: string): boolean {
  if (kind === 'choice') return choices.includes(text);
  return kind === undefined || forms[kind]?.test(text) !== false;
}

function wanted({ kind, choices = [] }: AccountField): string {
  if (kind === 'choice') return choices.join(' | ');
  return kind === 'whole-number' ? '0, 1, 2 …' : '0, 1, 1.5 …';
}
