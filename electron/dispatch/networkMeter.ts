import { callClassOf, faultKindOf } from '../../shared/errors/callMeaning.ts';

/** A platform whose last call did not get through. */
export interface SilentPlatform {
  readonly platform: string;
  /** UTC ms: when it answered last; null: not among the calls that are known. */
  readonly heardAt: number | null;
  /** UTC ms: the first call after that. */
  readonly since: number;
}

/** What the last outside calls said of the network. */
export interface NetworkKnowledge {
  readonly state: 'ok' | 'down' | 'unknown';
  /** UTC ms: since when it is so, as far as calls showed. */
  readonly since: number | null;
  /** UTC ms: when the last call showed it. */
  readonly toldAt: number | null;
  /** The longest first. */
  readonly silent: readonly SilentPlatform[];
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
  const silentSince = new Map<string, number>();
  let known: Omit<NetworkKnowledge, 'silent'> = { state: 'unknown', since: null, toldAt: null };
  let shownAt = Number.NEGATIVE_INFINITY;

  const wasReachedElsewhere = ({ platform, endedAt }: EndedCall): boolean =>
    [...reachedAt].some(([other, at]) => other !== platform && Math.abs(endedAt - at) < elsewhereMs);

  /** true: it has fallen silent, or is heard again. */
  const hear = ({ platform, endedAt }: EndedCall, isReached: boolean): boolean => {
    if (isReached) {
      reachedAt.set(platform, endedAt);
      return silentSince.delete(platform);
    }
    if (silentSince.has(platform)) return false;
    silentSince.set(platform, endedAt);
    return true;
  };

  return {
    learn(call) {
      const kind = faultKindOf(call.errorCode);
      // What this computer's own settings stopped never got as far as the network.
      if (callClassOf(call.errorCode) === 'none' || kind === 'settings') return false;
      const isReached = kind !== 'transport';
      const isHeardOtherwise = hear(call, isReached);
      const state = isReached || wasReachedElsewhere(call) ? 'ok' : 'down';
      const isChanged = state !== known.state;
      known = { state, since: isChanged ? call.endedAt : known.since, toldAt: call.endedAt };
      const isNews = isChanged || isHeardOtherwise || Math.abs(call.endedAt - shownAt) >= newsMs;
      if (isNews) shownAt = call.endedAt;
      return isNews;
    },
    knowledge: () => ({
      ...known,
      silent: [...silentSince]
        .map(([platform, since]) => ({ platform, heardAt: reachedAt.get(platform) ?? null, since }))
        .sort((one, other) => one.since - other.since),
    }),
  };
}
