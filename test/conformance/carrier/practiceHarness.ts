import { systemClock } from '../../../electron/platform/clock.ts';
import { sampleAccount } from '../../doubles/workspace/sampleBooking.ts';
import type { AskTrouble, CarrierHarness, Trouble } from './carrierHarness.ts';

const markerOf: Partial<Record<Trouble, string>> = {
  down: 'down',
  'reply-lost': 'timeout-accepted',
  'request-lost': 'timeout-lost',
  refused: 'refuse',
};

const askMarkerOf: Partial<Record<AskTrouble, string>> = {
  down: 'down',
  lost: 'timeout-lost',
  credentials: 'credentials',
  busy: 'busy',
};

/** Practice has no double: markers in the remark are its faults. Any use of the network fails the test. */
export const practiceHarness: CarrierHarness = {
  platformId: 'practice',
  carrier: 'ZTO',
  troubles: Object.keys(markerOf) as Trouble[],
  askTroubles: Object.keys(askMarkerOf) as AskTrouble[],
  open: async () => ({
    account: sampleAccount(),
    wrongAccount: null,
    ports: {
      http: {
        send: () => {
          throw new Error('practice must not use the network');
        },
      },
      clock: systemClock,
    },
    arm: (trouble, request) => ({
      request: { ...request, remark: `#practice:${markerOf[trouble]}` },
      account: sampleAccount(),
    }),
    armAsk: (trouble, _capability, text) => ({
      text: `${text} #practice:${askMarkerOf[trouble]}`,
      account: sampleAccount(),
    }),
    waybillsOf: () => null,
    sentBodies: () => [],
    close: async () => {},
  }),
};
