import { implement, ORPCError, withEventMeta } from '@orpc/server';
import { automation, type DoorEvent } from '../../../shared/contracts/door/automation.ts';
import { mostOrdersACall } from '../../../shared/domain/door.ts';
import { type ErrorCode, isErrorCode } from '../../../shared/errors/catalogue.ts';
import { type Failure, failure, type Outcome, UnreadableRecord } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import type { DoorToken } from '../../store/schema.ts';
import { answerOnce } from '../../usecases/door/answers.ts';
import { shownDoorEvent } from '../../usecases/door/deliver.ts';
import { labelFile } from '../../usecases/door/label.ts';
import { listOrders, showOrder, showTracking, takeOrders } from '../../usecases/door/orders.ts';
import { scopesOf } from '../../usecases/door/tokens.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { notUtf8 } from './encodingPlugin.ts';

/** The context of a call. */
export interface DoorCall {
  /** Acting as the token. */
  readonly workspace: Workspace;
  readonly token: DoorToken;
  readonly language: Language;
  /** Empty: none given. */
  readonly callKey: string;
  /** The last event id of a stream to continue. */
  readonly lastEventId: string;
  /** Aborts when the workspace is closed or the caller is gone. */
  readonly leaving: AbortSignal;
  readonly version: string;
}

const statusOf: Readonly<Partial<Record<ErrorCode, number>>> = {
  DOOR_INPUT_INVALID: 400,
  DOOR_TOKEN_WRONG: 401,
  DOOR_TOKEN_EXPIRED: 401,
  DOOR_SCOPE_MISSING: 403,
  DOOR_NOT_FOR_BROWSERS: 403,
  DOOR_NO_SUCH_PATH: 404,
  DOOR_LABEL_MISSING: 404,
  ORDER_NOT_FOUND: 404,
  WAYBILL_NOT_FOUND: 404,
  DOOR_BODY_TOO_LARGE: 413,
  DOOR_BODY_NOT_JSON: 415,
  DOOR_KEY_USED: 422,
  DOOR_TOO_MANY: 429,
  INTERNAL: 500,
  WORKSPACE_LOCKED: 503,
};

/** The answer to a refused call: code, sentence and what to do next, in the words of the command line. */
export function refusalBody({ code, params }: Failure, language: Language) {
  const { says, next } = describeError(code, maskParams(params), language, 'commandLine');
  return { error: { code, message: says, hint: next } };
}

export const refusalStatus = (code: ErrorCode): number => statusOf[code] ?? 409;

/** The refusal as the handler carries it. */
function refusal(refused: Failure): Error {
  return new ORPCError(refused.code, { status: refusalStatus(refused.code), data: refused });
}

/** Of one call. */
export const mostBodyBytes = 4_000_000;

export const bodyTooLarge = failure('DOOR_BODY_TOO_LARGE', { most: mostBodyBytes, orders: mostOrdersACall });

/** The failure behind an error of the handler. */
export function failureOf(error: ORPCError<string, unknown>): Failure {
  const { code, data } = error;
  if (isErrorCode(code)) return data as Failure;
  if (code === 'BAD_REQUEST') return failure('DOOR_INPUT_INVALID', { detail: firstIssue(data) });
  if (code === 'PAYLOAD_TOO_LARGE') return bodyTooLarge;
  if (code === notUtf8) return failure('DOOR_INPUT_INVALID', { detail: 'UTF-8' });
  return failure('INTERNAL');
}

interface Issue {
  readonly code?: string;
  readonly path?: readonly unknown[];
  /** Fields that are not known, of what the path names. */
  readonly keys?: readonly string[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly values?: readonly unknown[];
}

/** What the field allows, in signs: the sentence around it has its own language. */
function boundOf({ code, minimum, maximum, values }: Issue): string {
  if (code === 'too_small') return ` ≥ ${String(minimum)}`;
  if (code === 'too_big') return ` ≤ ${String(maximum)}`;
  return code === 'invalid_value' && values !== undefined ? ` = ${values.join(' | ')}` : '';
}

function firstIssue(data: unknown): string {
  const { issues = [] } = (data ?? {}) as { issues?: readonly Issue[] };
  const [issue = {}] = issues;
  const { path = [], keys = [] } = issue;
  const steps = path.map((key) => (typeof key === 'object' && key !== null && 'key' in key ? key.key : key));
  const named = [...steps, ...keys.slice(0, 1)].join('.');
  return named === '' ? 'JSON' : `${named}${boundOf(issue)}`.slice(0, 200);
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw refusal(outcome);
}

/** Each procedure needs the scope that its contract names. */
const door = implement(automation)
  .$context<DoorCall>()
  .use(async ({ context: { token }, procedure, next }) => {
    const { scope } = procedure['~orpc'].meta;
    if (scope !== null && !scopesOf(token).includes(scope))
      throw refusal(failure('DOOR_SCOPE_MISSING', { name: token.name, scope }));
    return Promise.resolve(next()).catch((error: unknown) => {
      throw error instanceof UnreadableRecord ? refusal(error.failure) : error;
    });
  });

const eventRoundMs = 500;
const mostEventsAtOnce = 500;

async function* follow({ workspace, lastEventId, leaving }: DoorCall): AsyncGenerator<DoorEvent, void, void> {
  const { clock, store } = workspace;
  const newestNo = await store.read.door.lastEventNo();
  // A number that a restored book has not reached yet would be waited for in silence.
  let lastNo = lastEventId === '' ? newestNo : Math.min(Number(lastEventId), newestNo);
  while (!leaving.aborted) {
    const events = await store.read.door.eventsAfter(lastNo, mostEventsAtOnce);
    for (const event of events) {
      yield withEventMeta(shownDoorEvent(event), { id: String(event.no) });
      lastNo = event.no;
    }
    if (events.length === 0) await clock.sleep(eventRoundMs, leaving);
  }
}

export const doorRouter = door.router({
  status: {
    show: door.status.show.handler(({ context: { token, version } }) => ({
      version,
      token: {
        name: token.name,
        scopes: scopesOf(token),
        expiresAt: new Date(token.expiresAt).toISOString(),
      },
    })),
  },
  orders: {
    add: door.orders.add.handler(
      async ({ context: { workspace, token, language, callKey }, input, procedure }) => {
        const schema = procedure['~orpc'].outputSchema as never;
        const call = { tokenId: token.id, callKey, input, schema };
        return unwrap(
          await answerOnce(workspace, call, () =>
            takeOrders(workspace, input.orders, { name: token.name, language }),
          ),
        );
      },
    ),
    list: door.orders.list.handler(({ context: { workspace }, input }) => listOrders(workspace, input)),
    show: door.orders.show.handler(async ({ context: { workspace }, input }) =>
      unwrap(await showOrder(workspace, input.orderNo)),
    ),
  },
  labels: {
    show: door.labels.show.handler(async ({ context: { workspace }, input }) => {
      const { format } = input;
      const bytes = unwrap(await labelFile(workspace, input));
      const type = format === 'png' ? 'image/png' : 'application/pdf';
      return new File([Buffer.from(bytes)], `label.${format}`, { type });
    }),
  },
  tracking: {
    show: door.tracking.show.handler(async ({ context: { workspace }, input }) =>
      unwrap(await showTracking(workspace, input.waybillNo)),
    ),
  },
  events: {
    follow: door.events.follow.handler(({ context }) => {
      if (!/^\d{0,15}$/.test(context.lastEventId))
        throw refusal(failure('DOOR_INPUT_INVALID', { detail: 'Last-Event-ID' }));
      return follow(context);
    }),
  },
});
