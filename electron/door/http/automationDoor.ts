import { AsyncLocalStorage } from 'node:async_hooks';
import { File } from 'node:buffer';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import type { DoorState } from '../../../shared/domain/door.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { anySignal } from '../../platform/anySignal.ts';
import type { Clock } from '../../platform/clock.ts';
import { actorOfToken, knownToken } from '../../usecases/door/tokens.ts';
import { actAs } from '../../usecases/operators/desk.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { CallRate } from './callRate.ts';
import { EncodingPlugin } from './encodingPlugin.ts';
import { openApiDocument } from './openApi.ts';
import {
  bodyTooLarge,
  type DoorCall,
  doorRouter,
  failureOf,
  mostBodyBytes,
  refusalBody,
  refusalStatus,
} from './router.ts';

const mostConnections = 64;
/** The longest time a request may take to arrive. */
const requestMs = 30_000;
const longestKey = 200;
/** Of a refused body; a longer one is cut off. */
const mostPassedOver = 64_000_000;

// Node 18, the oldest runtime here, has it only in a module; files in answers are of this class.
globalThis.File ??= File as unknown as typeof globalThis.File;

interface DoorParts {
  readonly clock: Clock;
  readonly version: string;
  /** The open workspace, acting as the owner; null: it is locked. */
  lend<T>(work: (lent: { workspace: Workspace; leaving: AbortSignal }) => Promise<T>): Promise<T | null>;
  onBug(error: unknown): void;
}

/**
 * HTTP on this computer only, for programs with a token. Browsers are refused whatever page they show: they send an origin, or a host that
 * is not this one. Without an open workspace every call is answered that it is locked.
 */
export class AutomationDoor {
  readonly #parts: DoorParts;
  readonly #rate: CallRate;
  readonly #handler: OpenAPIHandler<DoorCall>;
  #server: Server | null = null;
  #port: number | null = null;
  #document: Promise<string> | null = null;
  state: DoorState = 'closed';

  constructor(parts: DoorParts) {
    this.#parts = parts;
    this.#rate = new CallRate(parts.clock);
    this.#handler = new OpenAPIHandler<DoorCall>(doorRouter, {
      plugins: [new BodyLimitPlugin({ maxBodySize: mostBodyBytes }), new EncodingPlugin()],
      customErrorResponseBodyEncoder: (error) =>
        refusalBody(failureOf(error), languages.getStore() ?? 'zh-CN'),
    });
  }

  /** Opens, closes or moves the port to match the setting. A port that is taken is tried again at the next call. */
  async set(port: number | null): Promise<DoorState> {
    if (port === this.#port && this.state !== 'taken') return this.state;
    this.close();
    this.#port = port;
    if (port === null) return this.state;
    const server = createServer(
      { requestTimeout: requestMs, headersTimeout: 10_000 },
      (request, response) => {
        this.#answer(request, response).catch((error: unknown) => {
          response.destroy();
          this.#parts.onBug(error);
        });
      },
    );
    server.maxConnections = mostConnections;
    const isOpen = await listens(server, port);
    this.#server = isOpen ? server : null;
    this.state = isOpen ? 'open' : 'taken';
    return this.state;
  }

  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#server = null;
    this.#port = null;
    this.state = 'closed';
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    const language: Language = /^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN';
    const refused = this.#refusalOf(request);
    if (refused !== null) return refuse(response, refused, language);
    if (pathOf(request) === '/openapi.json') {
      this.#document ??= openApiDocument(this.#parts.version).then((made) => JSON.stringify(made, null, 2));
      response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        .end(await this.#document);
      return;
    }
    const answered = await this.#parts.lend(async ({ workspace, leaving }) => {
      const call = await this.#callOf(request, response, workspace, { language, leaving });
      if ('code' in call) refuse(response, call, language);
      else {
        const { matched } = await languages.run(language, () =>
          this.#handler.handle(request, response, { prefix: '/v1', context: call }),
        );
        if (!matched) refuse(response, failure('DOOR_NO_SUCH_PATH'), language);
      }
      return true;
    });
    if (answered === null) refuse(response, failure('WORKSPACE_LOCKED'), language);
  }

  /** Refused before the token is checked. */
  #refusalOf({ method, headers }: IncomingMessage): Failure | null {
    const hosts = ['127.0.0.1', 'localhost'].map((host) => `${host}:${this.#port}`);
    const isBrowser = headers.origin !== undefined || (headers['sec-fetch-site'] ?? 'none') !== 'none';
    if (isBrowser || !hosts.includes(headers.host ?? '')) return failure('DOOR_NOT_FOR_BROWSERS');
    if (Number(headers['content-length'] ?? 0) > mostBodyBytes) return bodyTooLarge;
    const isBare = method === 'GET' || method === 'HEAD';
    if (!isBare && !/^application\/json\b/i.test(headers['content-type'] ?? ''))
      return failure('DOOR_BODY_NOT_JSON');
    return null;
  }

  async #callOf(
    { headers }: IncomingMessage,
    response: ServerResponse,
    workspace: Workspace,
    { language, leaving }: Pick<DoorCall, 'language' | 'leaving'>,
  ): Promise<DoorCall | Failure> {
    const [, given = ''] = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '') ?? [];
    const token = await knownToken(workspace, given);
    if (!token.ok) {
      // Whoever has a right token is not kept waiting by a program whose token has expired.
      const guessing = this.#rate.secondsToWait('');
      if (guessing > 0) return failure('DOOR_TOO_MANY', { seconds: guessing });
      this.#rate.countWrong();
      return token;
    }
    const seconds = this.#rate.secondsToWait(token.value.id);
    if (seconds > 0) return failure('DOOR_TOO_MANY', { seconds });
    const callKey = oneOf(headers['idempotency-key']);
    // Cut off, it would be the key of another call.
    if (callKey.length > longestKey)
      return failure('DOOR_INPUT_INVALID', { detail: `Idempotency-Key ≤ ${longestKey}` });
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return {
      workspace: actAs(workspace, actorOfToken(token.value)),
      token: token.value,
      language,
      callKey,
      lastEventId: oneOf(headers['last-event-id']).slice(0, 40),
      leaving: anySignal(leaving, gone.signal),
      version: this.#parts.version,
    };
  }
}

/** The language of a refusal of the handler, which knows only the error. */
const languages = new AsyncLocalStorage<Language>();

const oneOf = (header: string | readonly string[] | undefined): string => [header ?? ''].flat()[0] ?? '';

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

function refuse(response: ServerResponse, refused: Failure, language: Language): void {
  const { seconds } = refused.params ?? {};
  const body = JSON.stringify(refusalBody(refused, language));
  response.writeHead(refusalStatus(refused.code), {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
  });
  response.write(body);
  passOver(response.req, () => response.end());
}

/**
 * The rest of a refused body is read and thrown away: most programs read no answer before they have sent everything, and a connection that
 * closes earlier is all they would see. The time a request may take ends it too.
 */
function passOver(request: IncomingMessage, onEnd: () => void): void {
  let bytes = 0;
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    onEnd();
  };
  if (request.readableEnded || request.destroyed) end();
  else
    request
      .once('end', end)
      .once('close', end)
      .on('data', (piece: Uint8Array) => {
        bytes += piece.length;
        if (bytes > mostPassedOver) end();
      });
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(true));
  });
}
