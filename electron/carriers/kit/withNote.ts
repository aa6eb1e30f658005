import type { CallOutcome } from '../../../shared/errors/outcome.ts';
import type { PlatformReply } from './carrierPlatform.ts';

/**
 * Adds what the call log may keep of a reply. Both texts come from outside: only a code-like one passes, so that no
 * sentence, and nobody's name, gets into the log by this door.
 */
export function withNote<T>(
  outcome: CallOutcome<T>,
  platformCode: string,
  requestId: string,
): PlatformReply<T> {
  return {
    ...outcome,
    note: {
      platformCode: /^[\w.-]{1,20}$/.test(platformCode) ? platformCode : '',
      requestId: /^[\w.-]{1,64}$/.test(requestId) ? requestId : '',
    },
  };
}
