import { callClassOf, faultKindOf } from '../../shared/errors/callMeaning.ts';

/** A platform whose last call did not get through. */
export interface SilentPlatform {
  readonly platform: string;
  /** UTC ms: when it last answered; null: not among the known calls. */
  readonly heardAt: number | null;
  /** UTC ms: the first call after that. */
  readonly since: number;
}

/** The state of the network according to the last outside calls. */
export interface NetworkKnowledge {
  readonly state: 'ok' | 'down' | 'unknown';
  /** UTC ms: since when, as far as calls show. */
  readonly since: number | null;
  /** UTC ms: the last call that shows it. */
  readonly toldAt: number | null;
  /** The longest silence first. */
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
  /** true: pages should read the state again. */
  learn(call: EndedCall): boolean;
  knowledge(): NetworkKnowledge;
}

/** One silent platform is not a broken network while another has just answered. */
const elsewhereMs = 60_000;
/** Pages show how old the knowledge is, not each call. */
const newsMs = 5 * 60_000;

/** Every answer proves the network, even a refusal; only a failed connection counts against it. */
export function createNetworkMeter(): NetworkMeter {
  const reachedAt = new Map<string, number>();
  const silentSince = new Map<string, number>();
  let known: Omit<NetworkKnowledge, 'silent'> = { state: 'unknown', since: null, toldAt: null };
  let shownAt = Number.NEGATIVE_INFINITY;

  const wasReachedElsewhere = ({ platform, endedAt }: EndedCall): boolean =>
    [...reachedAt].some(([other, at]) => other !== platform && Math.abs(endedAt - at) < elsewhereMs);

  /** true: it has gone silent, or answers again. */
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
      // What this computer's own settings blocked never reached the network.
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
