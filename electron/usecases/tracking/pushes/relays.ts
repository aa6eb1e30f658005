import { z } from 'zod';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { HttpReply } from '../../../platform/http.ts';
import { parseJson } from '../../../store/database/storedJson.ts';
import type { PushRelay } from '../../../store/schema.ts';
import { isAllowedEndpoint } from '../../accounts/accounts.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { takePush } from '../push.ts';

/** Interval while the relay answers. */
const askEveryMs = 30_000;
/** Pauses after the first, second … failure in a row; the last one repeats. */
const pausesMs = [60_000, 2 * 60_000, 5 * 60_000, 15 * 60_000] as const;
/** A hundred messages of ten parcels each, with full traces. */
const maxReplyBytes = 8_000_000;
const timeoutMs = 20_000;
/** The limit per round, so that an endless relay cannot block it. */
const mostPages = 20;

const page = z.object({
  messages: z.array(z.object({ id: z.string().min(1).max(200), body: z.string().max(2_000_000) })).max(100),
  /** Sent with the next question; everything before it was accepted. */
  next: z.string().max(500),
});

export interface RelaySetting {
  readonly accountId: string;
  readonly url: string;
  readonly callbackUrl: string;
  /** Absent: the stored one. */
  readonly token?: string | undefined;
}

/** Sets the relay of an account, asked from the next round on. Another address starts over. */
export async function setRelay(
  workspace: Workspace,
  { accountId, url, callbackUrl, token }: RelaySetting,
): Promise<Outcome<null>> {
  const { read } = workspace.store;
  const account = await read.accounts.byId(accountId);
  if (account === undefined) return failure('ACCOUNT_GONE');
  const addresses = callbackUrl === '' ? [url] : [url, callbackUrl];
  if (!addresses.every(isAllowedEndpoint)) return failure('RELAY_ADDRESS_INVALID');
  const before = await read.pushes.relayOf(accountId);
  const sameRelay = before?.url === url ? before : undefined;
  // A token belongs to the address it was entered for: another address never gets it.
  const { secretBox } = workspace;
  const newToken =
    token?.trim() ?? (sameRelay === undefined ? '' : secretBox.open(sameRelay.sealedToken, accountId));
  if (newToken === '') return failure('RELAY_TOKEN_MISSING');
  const now = workspace.clock.now();
  const row: PushRelay = {
    accountId,
    url,
    callbackUrl,
    sealedToken: secretBox.seal(newToken, accountId),
    place: sameRelay?.place ?? '',
    askedAt: sameRelay?.askedAt ?? null,
    code: '',
    failures: 0,
    nextAt: now,
    createdAt: sameRelay?.createdAt ?? now,
  };
  await change(workspace, ['settings'], async (write) => {
    await write.pushes.putRelay(row);
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'pushRelay' });
  });
  return done(null);
}

export async function removeRelay(workspace: Workspace, accountId: string): Promise<Outcome<null>> {
  return change(workspace, ['settings'], async (write) => {
    if (!(await write.pushes.removeRelay(accountId))) return failure('RELAY_NONE');
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'pushRelay' });
    return done(null);
  });
}

/** Asks the relays that are due. One that does not answer is asked less and less often. */
export async function askRelays(workspace: Workspace, signal?: AbortSignal): Promise<void> {
  const now = workspace.clock.now();
  // Further away than the longest pause: the clock was set back.
  for (const relay of await workspace.store.read.pushes.relays())
    if (signal?.aborted !== true && (relay.nextAt <= now || relay.nextAt > now + pausesMs[3]))
      await askRelay(workspace, relay, signal);
}

/** Reads one relay page after page; its position is stored after each, so that nothing is lost or read twice. */
export async function askRelay(
  workspace: Workspace,
  relay: PushRelay,
  signal?: AbortSignal,
): Promise<Outcome<{ readonly taken: number }>> {
  let { place } = relay;
  let takenCount = 0;
  for (let pageNo = 0; pageNo < mostPages && signal?.aborted !== true; pageNo++) {
    const fetched = await fetchPage(workspace, relay, place);
    if (!fetched.ok) {
      await settle(workspace, relay, fetched.code);
      return fetched;
    }
    const { messages, next } = fetched.value;
    for (const { id, body } of messages) {
      const known = await workspace.store.read.pushes.byId(relayedId(relay, id));
      if (known !== undefined) continue;
      const { accountId } = relay;
      const message = { accountId, body, channel: 'relay', id: relayedId(relay, id) } as const;
      const outcome = await takePush(workspace, message);
      // The account was removed or its platform pushes nothing: no later message could be processed either.
      if (!outcome.ok) {
        await settle(workspace, relay, outcome.code);
        return outcome;
      }
      takenCount++;
    }
    await workspace.store.write((write) => write.pushes.updateRelay(relay.accountId, { place: next }));
    if (messages.length === 0 || next === place) break;
    place = next;
  }
  await settle(workspace, relay, '');
  return done({ taken: takenCount });
}

const relayedId = ({ accountId }: PushRelay, id: string): string => `${accountId} ${id}`;

async function fetchPage(
  { ports, secretBox }: Workspace,
  { url, accountId, sealedToken }: PushRelay,
  place: string,
): Promise<Outcome<z.infer<typeof page>>> {
  const address = new URL(url);
  address.searchParams.set('after', place);
  const reply = await ports.http.send({
    url: address.href,
    method: 'GET',
    headers: { authorization: `Bearer ${secretBox.open(sealedToken, accountId)}` },
    body: '',
    timeoutMs,
    maxReplyBytes,
  });
  if (!reply.ok) return failure(reply.code, reply.params);
  return readPage(reply.value);
}

function readPage({ status, body }: HttpReply): Outcome<z.infer<typeof page>> {
  if (status === 401 || status === 403) return failure('RELAY_REFUSED', { status });
  if (status !== 200) return failure('RELAY_UNREADABLE', { reason: `http-${status}` });
  const json = parseJson(Buffer.from(body).toString('utf8'));
  if (json === undefined) return failure('RELAY_UNREADABLE', { reason: 'not-json' });
  const read = page.safeParse(json);
  return read.success ? done(read.data) : failure('RELAY_UNREADABLE', { reason: 'shape' });
}

async function settle(workspace: Workspace, { accountId, code: before }: PushRelay, code: string) {
  const now = workspace.clock.now();
  await workspace.store.write(async (write) => {
    const row = await write.pushes.relayOf(accountId);
    if (row === undefined) return;
    const failures = code === '' ? 0 : row.failures + 1;
    const pauseMs = code === '' ? askEveryMs : (pausesMs[failures - 1] ?? pausesMs[3]);
    const askedAt = code === '' ? now : row.askedAt;
    await write.pushes.updateRelay(accountId, { code, failures, askedAt, nextAt: now + pauseMs });
  });
  if (code !== before) workspace.changed('settings');
}
