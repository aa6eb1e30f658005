import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from '../kit/carrierPlatform.ts';
import { checkFields } from '../kit/checkFields.ts';
import { practiceManifest } from './manifest.ts';

/** As strict as a real platform on what a label cannot do without, so that practising teaches the right thing. */
export function checkPractice(request: BookingRequest): Outcome<BookingRequest> {
  const { sender, receiver } = request;
  const fault = checkFields([
    {
      field: 'orderCode',
      text: request.orderCode,
      maxLength: practiceManifest.orderCodeMaxLength,
      isRequired: true,
      pattern: /^[\w-]+$/,
    },
    { field: 'carrier', text: request.carrier, maxLength: 20, isRequired: true },
    { field: 'sender.name', text: sender.name, maxLength: 30, isRequired: true },
    { field: 'sender.phone', text: sender.phone, maxLength: 20, isRequired: true },
    { field: 'receiver.name', text: receiver.name, maxLength: 30, isRequired: true },
    { field: 'receiver.phone', text: receiver.phone, maxLength: 20, isRequired: true },
    { field: 'receiver.province', text: receiver.province, maxLength: 20, isRequired: true },
    { field: 'receiver.city', text: receiver.city, maxLength: 20, isRequired: true },
    { field: 'receiver.detail', text: receiver.town + receiver.detail, maxLength: 100, isRequired: true },
    { field: 'remark', text: request.remark, maxLength: 60, isRequired: false },
  ]);
  return fault ?? done(request);
}
