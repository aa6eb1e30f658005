import { callClassOf, faultKindOf } from '../../shared/errors/callMeaning.ts';

/** What the last outside calls said of the network. */
export interface NetworkKnowledge {
  readonly state: 'ok' | 'down' | 'unknown';
  /** UTC ms: since when it is so, as far as calls told. */
  readonly since: number | null;
  /** UTC ms: when the last call told. */
  readonly toldAt: number | null;
}

/** A call that has ended. */
export interface EndedCall {
  readonly platform: string;
  readonly errorCode: string;
  /** UTC ms. */
  readonly endedAt: number;
}

export interface NetworkMeter {
  /** true: pages should read again what is known. */
  learn(call: EndedCall): boolean;
  knowledge(): NetworkKnowledge;
}

/** One platform that is not there is no broken network while another one has just answered. */
const elsewhereMs = 60_000;
/** Pages show how old the knowledge is, not each call. */
const newsMs = 5 * 60_000;

/** Every answer, also a refusal, proves the network; only a connection that fails speaks against it. */
export function createNetworkMeter(): NetworkMeter {
  const reachedAt = new Map<string, number>();
  let known: NetworkKnowledge = { state: 'unknown', since: null, toldAt: null };
  let shownAt = Number.NEGATIVE_INFINITY;

  const wasReachedElsewhere = ({ platform, endedAt }: EndedCall): boolean =>
    [...reachedAt].some(([other, at]) => other !== platform && Math.abs(endedAt - at) < elsewhereMs);

  return {
    learn(call) {
      const kind = faultKindOf(call.errorCode);
      // What this computer's own settings stopped never got as far as the network.
      if (callClassOf(call.errorCode) === 'none' || kind === 'settings') return false;
      const isReached = kind !== 'transport';
      if (isReached) reachedAt.set(call.platform, call.endedAt);
      const state = isReached || wasReachedElsewhere(call) ? 'ok' : 'down';
      const isChanged = state !== known.state;
      known = { state, since: isChanged ? call.endedAt : known.since, toldAt: call.endedAt };
      const isNews = isChanged || Math.abs(call.endedAt - shownAt) >= newsMs;
      if (isNews) shownAt = call.endedAt;
      return isNews;
    },
    knowledge: () => known,
  };
}
