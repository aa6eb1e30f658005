import type { CallOutcome } from '../../shared/errors/outcome.ts';

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Total deadline, from connecting to the last reply byte. */
  readonly timeoutMs: number;
  /** Replies longer than this are cut off and count as unreadable. 0: nobody reads more than the status, so the body is not waited for. */
  readonly maxReplyBytes: number;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * One HTTP exchange. Any status is `happened`: reading it is the caller's. A failure says what is known:
 * `did-not-happen` only when no byte of the request can have reached the other side (refused, DNS, TLS,
 * connect timeout); everything after that is `unknown`.
 */
export interface HttpPort {
  send(request: HttpRequest): Promise<CallOutcome<HttpReply>>;
}
