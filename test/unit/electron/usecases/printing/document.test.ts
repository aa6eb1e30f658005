import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type {
  BookingRequest,
  PlatformAccount,
} from '../../../../../electron/carriers/kit/carrierPlatform.ts';
import { sfPlatform } from '../../../../../electron/carriers/sf/sfPlatform.ts';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import { renderLabel } from '../../../../../electron/labels/renderLabel.ts';
import { systemClock } from '../../../../../electron/platform/clock.ts';
import { nodeHttp } from '../../../../../electron/platform/nodeHttp.ts';
import { bookingJson, bookingRequestJson } from '../../../../../electron/store/booking/bookingJson.ts';
import { labelDocumentJson } from '../../../../../electron/store/printing/printJson.ts';
import { buildLabelDocument, readDocument } from '../../../../../electron/usecases/printing/document.ts';
import { type LabelDocument, labelSizes } from '../../../../../shared/domain/printing/labelDocument.ts';
import type { Booking } from '../../../../../shared/domain/shipment.ts';
import { SfServer, sfKeys } from '../../../../doubles/platforms/sfServer.ts';
import { shippedFonts } from '../../../../doubles/printers/labelFonts.ts';
import { scanBarcodes } from '../../../../doubles/printers/scanBarcodes.ts';
import { plainLabel, routeTextOf } from '../../../../doubles/printers/standardLabels.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const server = new SfServer();
const http = nodeHttp();
let account: PlatformAccount;
let serial = 0;
beforeAll(async () => {
  account = sampleAccount({
    merchantId: sfKeys.partnerId,
    secret: sfKeys.checkword,
    endpoint: await server.listen(),
    fields: { monthlyCard: sfKeys.monthlyCard },
  });
});
afterEach(() => server.faults.clear());
afterAll(async () => {
  http.close();
  await server.close();
});

/** Booked with SF's double, stored, read again, and frozen as the label of this parcel. */
async function bookAtSf(change: Partial<BookingRequest> = {}) {
  const request = sampleBooking({ carrier: 'SF', orderCode: `LABEL-${++serial}`, ...change });
  const booked = await sfPlatform.book(request, account, { http, clock: systemClock });
  if (!booked.ok) throw new Error(booked.code);
  return { request, booking: bookingJson.read(bookingJson.write(booked.value)) };
}

function labelOf(request: BookingRequest, booking: Booking, parcelNo = 1): LabelDocument {
  const document = buildLabelDocument({
    orderNo: request.orderCode,
    shipment: {
      platform: 'sf',
      carrier: 'SF',
      requestJson: bookingRequestJson.write(request),
      serialNo: 1,
      serialTotal: 1,
    },
    booking,
    merchantText: '',
    reprintNo: 0,
    printedAt: 0,
    parcelNo,
  });
  const frozen = readDocument(labelDocumentJson.write(document));
  if (frozen === null) throw new Error('not a label');
  return frozen;
}

function scanned(document: LabelDocument, size: (typeof labelSizes)[number], dpi: 203 | 300): Set<string> {
  const bitmap = renderLabel(document, { size, dpi }, shippedFonts());
  if (!bitmap.ok) throw new Error(bitmap.code);
  return new Set(scanBarcodes(encodePng(bitmap.value)));
}

const express = labelSizes.filter((size) => size !== '60x40');
const formats = express.flatMap((size) => ([203, 300] as const).map((dpi) => [size, dpi] as const));

describe('the label of a parcel booked with SF', () => {
  it.each(formats)('on %s at %i dpi says in its QR code what SF wants in it', async (size, dpi) => {
    const { request, booking } = await bookAtSf();
    expect(booking.routeQrText).toMatch(/^MMM=\{'k1':'755WE',/);
    expect(scanned(labelOf(request, booking), size, dpi)).toEqual(
      new Set([`CODE-128:${booking.waybillNo}`, `QR-Code:${booking.routeQrText}`]),
    );
  });

  it('of several parcels carries the text on that one whose number it holds', async () => {
    const { request, booking } = await bookAtSf({ parcelCount: 3 });
    const [second = '', third = ''] = booking.childWaybillNos ?? [];
    const textsOf = (of: Booking) => [1, 2, 3].map((no) => labelOf(request, of, no).routeQrText);
    expect(textsOf(booking)).toEqual([booking.routeQrText, undefined, undefined]);
    expect(textsOf({ ...booking, childRouteQrTexts: [routeTextOf(third)] })).toEqual([
      booking.routeQrText,
      undefined,
      routeTextOf(third),
    ]);
    // The second says its number alone where the paper is wide, and none of the others'.
    expect(scanned(labelOf(request, booking, 2), '100x150', 203)).toEqual(
      new Set([`CODE-128:${second}`, `QR-Code:${second}`]),
    );
    expect(scanned(labelOf(request, booking, 2), '76x130', 203)).toEqual(new Set([`CODE-128:${second}`]));
  });

  it('is printed without one where SF says something odd, or an older version kept it', async () => {
    const { request, booking } = await bookAtSf();
    const { routeQrText: _, ...without } = booking;
    const plain = labelOf(request, without);
    expect(plain).not.toHaveProperty('routeQrText');
    for (const odd of ['', '深圳', 'x'.repeat(5_000), routeTextOf('SF9000000000009'), 'https://sf.example/1'])
      expect(labelOf(request, { ...booking, routeQrText: odd })).toEqual(plain);
  });

  it('frozen by an older version is drawn as it was', () => {
    expect(readDocument(JSON.stringify(plainLabel))).toEqual(plainLabel);
    expect(scanned(plainLabel, '76x130', 203)).toEqual(new Set([`CODE-128:${plainLabel.waybillNo}`]));
  });
});
