import type { AddressReading } from '../../shared/domain/addressReading.ts';

/** A reading as the contract carries it. */
export function readingView(reading: AddressReading) {
  return {
    ...reading,
    otherPhones: [...reading.otherPhones],
    issues: [...reading.issues],
    corrections: [...reading.corrections],
    candidates: [...reading.candidates],
    spans: [...reading.spans],
  };
}
