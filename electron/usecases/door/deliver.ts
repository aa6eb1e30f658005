import { createHmac } from 'node:crypto';
import type { DoorEvent } from '../../../shared/contracts/door/automation.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import {
  type CallOutcome,
  done,
  failure,
  happened,
  type Outcome,
  unknownOutcome,
} from '../../../shared/errors/outcome.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { errorColumnsOf } from '../../store/database/storedJson.ts';
import type { DoorWebhook, StoredDoorEvent } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { webhookFieldsJson } from './webhooks.ts';

/** How long an address is left alone after each post in a row that did not get through. */
const pausesMs: readonly number[] = [10_000, 30_000, minuteMs, 5 * minuteMs, 15 * minuteMs];
const longestPauseMs = hourMs;
/** An event is tried for so long before it is given up. */
const triedMs = dayMs;
/** After so many failures in a row one event is posted at a time, to see whether it is over. */
const brokenAfter = 3;
const mostAtOnce = 50;
/** In one round, so that one address with much to catch up does not keep the others. */
const mostPosts = 20;
const timeoutMs = 15_000;
/** Nobody reads what an address answers, but for its status: however long its page is, what was posted has arrived. */
const maxReplyBytes = 0;
const keptMs = 14 * dayMs;

export function shownDoorEvent({ no, at, ...event }: StoredDoorEvent): DoorEvent {
  return { id: String(no), at: new Date(at).toISOString(), ...event };
}

/**
 * What an address is posted. The signature covers the moment and the body, so that neither can be changed and an old post cannot
 * be sent again by somebody who saw it.
 */
function signedHeaders(key: string, at: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  const digest = createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-shipdesk-timestamp': timestamp,
    'x-shipdesk-signature': `sha256=${digest}`,
  };
}

/** What these codes advise is meant for bookings. */
const mayHaveArrived: readonly ErrorCode[] = ['NETWORK_TIMEOUT', 'NETWORK_CUT'];

/** Any answer of the 200s says that it has arrived; all others mean: again. */
async function post(
  { secretBox, ports, clock }: Workspace,
  webhook: DoorWebhook,
  content: { readonly events: readonly DoorEvent[]; readonly isTest?: true },
): Promise<CallOutcome<null>> {
  const { url, key } = webhookFieldsJson.read(secretBox.open(webhook.sealedFields, webhook.id));
  const body = JSON.stringify(content);
  const headers = signedHeaders(key, clock.now(), body);
  const sent = await ports.http.send({ url, method: 'POST', headers, body, timeoutMs, maxReplyBytes });
  if (!sent.ok)
    return mayHaveArrived.includes(sent.code)
      ? unknownOutcome('WEBHOOK_NO_ANSWER', { host: webhook.target })
      : sent;
  const { status } = sent.value;
  return status >= 200 && status < 300
    ? happened(null)
    : unknownOutcome('WEBHOOK_REFUSED', { host: webhook.target, reply: String(status) });
}

/** Posts waiting events in order to every address that is not paused. An event is sent again until its address has accepted it. */
export async function deliverEvents(workspace: Workspace, signal: AbortSignal): Promise<void> {
  const { store, clock } = workspace;
  const now = clock.now();
  const webhooks = await store.read.door.webhooks();
  await Promise.all(
    webhooks
      // Further ahead than any pause: put off by a clock that was wrong.
      .filter(({ nextAt }) => nextAt <= now || nextAt > now + 2 * longestPauseMs)
      .map((webhook) => deliverTo(workspace, webhook, signal)),
  );
}

async function deliverTo(workspace: Workspace, webhook: DoorWebhook, signal: AbortSignal): Promise<void> {
  const { store, clock } = workspace;
  for (let posts = 0; posts < mostPosts && !signal.aborted; posts++) {
    const most = webhook.failures >= brokenAfter ? 1 : mostAtOnce;
    const due = await store.read.door.waiting(webhook.id, most);
    if (due.length === 0) return;
    faultPoint('webhook.before-send');
    const sent = await post(workspace, webhook, { events: due.map(shownDoorEvent) });
    faultPoint('webhook.after-reply');
    if (signal.aborted && !sent.ok) return;
    await store.write(async (write) => {
      if (sent.ok) {
        const nos = due.map(({ no }) => no);
        await write.door.arrived(webhook.id, nos);
        faultPoint('webhook.in-settle');
        await write.door.noteWebhook(webhook.id, { ...working, sentAt: clock.now() });
      } else await noteFailure(workspace, write, webhook, sent);
    });
    faultPoint('webhook.after-settle');
    workspace.changed('door');
    // The next round finds it as it is then.
    if (!sent.ok || webhook.failures > 0) return;
  }
}

const working = { failures: 0, nextAt: 0, failingSince: null, errorCode: '', errorParamsJson: '{}' } as const;

type Write = Parameters<Parameters<Workspace['store']['write']>[0]>[0];
type Failed = Exclude<CallOutcome<null>, { readonly ok: true }>;

async function noteFailure(
  { clock, chance }: Workspace,
  write: Write,
  { id, failures, failingSince }: DoorWebhook,
  failed: Failed,
): Promise<void> {
  const now = clock.now();
  const pauseMs = pausesMs[failures] ?? longestPauseMs;
  await write.door.noteWebhook(id, {
    failures: failures + 1,
    // Programs that went away together do not all knock at the same moment.
    nextAt: now + Math.round(pauseMs * (0.8 + 0.4 * chance())),
    failingSince: failingSince ?? now,
    ...errorColumnsOf(failed),
  });
  if (failingSince !== null && now - failingSince >= triedMs)
    await write.door.giveUp(id, now - triedMs, failed.code);
}

/** One post marked as a test; never queued: the caller waits for its result. */
export async function testWebhook(workspace: Workspace, id: string): Promise<Outcome<null>> {
  const { store, clock } = workspace;
  const webhook = await store.read.door.webhook(id);
  if (webhook === undefined) return failure('WEBHOOK_NOT_FOUND');
  const sent = await post(workspace, webhook, { events: [], isTest: true });
  // It works again: what waits goes now.
  if (sent.ok) await store.write((write) => write.door.noteWebhook(id, { ...working, sentAt: clock.now() }));
  workspace.changed('door');
  return sent.ok ? done(null) : failure(sent.code, sent.params);
}

/** Events that no address waits for are deleted after two weeks. */
export const forgetOldEvents = ({ store, clock }: Workspace): Promise<void> =>
  store.write((write) => write.door.forgetEventsBefore(clock.now() - keptMs));
