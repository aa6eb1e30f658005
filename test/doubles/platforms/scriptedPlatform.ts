import type {
  BookingRequest,
  CarrierPlatform,
  PlatformReply,
} from '../../../electron/carriers/kit/carrierPlatform.ts';
import type { Booking } from '../../../shared/domain/shipment.ts';
import { done, happened, unknownOutcome } from '../../../shared/errors/outcome.ts';

export interface SeenCall {
  readonly kind: 'book' | 'find';
  readonly request: BookingRequest;
}

/** A platform that answers what the test says next, and remembers every question. */
export interface ScriptedPlatform extends CarrierPlatform {
  readonly calls: SeenCall[];
  /** Answers in order; when they run out, the order is booked. */
  readonly next: PlatformReply<Booking>[];
}

export function bookingNo(waybillNo: string): Booking {
  return {
    waybillNo,
    sortCode: '342-081-00 052',
    packageCode: '755900',
    packageName: '深圳集',
    originName: '杭州市',
    destinationName: '深圳市南山区',
    platformRef: 'ref',
    templateHtml: '',
  };
}

export function scriptedPlatform(concurrency = 4): ScriptedPlatform {
  const calls: SeenCall[] = [];
  const next: PlatformReply<Booking>[] = [];
  const answer = async (kind: SeenCall['kind'], request: BookingRequest): Promise<PlatformReply<Booking>> => {
    calls.push({ kind, request });
    return next.shift() ?? happened(bookingNo(`73${String(calls.length).padStart(12, '0')}`));
  };
  return {
    calls,
    next,
    manifest: {
      id: 'scripted',
      name: { 'zh-CN': '剧本', en: 'Scripted' },
      capabilities: ['book', 'find'],
      repeatClass: 'same-reference-safe',
      ratePerSecond: { book: 1_000, track: 1_000 },
      concurrency,
      orderCodeMaxLength: 30,
      isEmbedded: false,
      serves: () => true,
      endpoints: [],
      accountFields: [],
      carrierFields: [],
      orderFields: {},
    },
    check: (request) => done(request),
    book: (request) => answer('book', request),
    find: (request) => answer('find', request),
    void: async () => happened(null),
    track: async () => unknownOutcome('NETWORK_TIMEOUT', { host: 'scripted' }),
    recognise: async () => happened([]),
    test: async () => happened(null),
  };
}
