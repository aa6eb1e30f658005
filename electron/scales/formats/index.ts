import type { ScaleFormat } from '../kit/scaleFormat.ts';
import { dahuaPollFormat } from './dahuaPoll/dahuaPollFormat.ts';
import { mtSicsFormat } from './mtSics/mtSicsFormat.ts';
import { stGsFormat } from './stGs/stGsFormat.ts';
import { usbHidFormat } from './usbHid/usbHidFormat.ts';
import { xk3190A12eFormat } from './xk3190A12e/xk3190A12eFormat.ts';
import { xk3190FramedFormat } from './xk3190Framed/xk3190FramedFormat.ts';
import { xk3190HighFirstFormat } from './xk3190HighFirst/xk3190HighFirstFormat.ts';
import { xk3190LowFirstFormat } from './xk3190LowFirst/xk3190LowFirstFormat.ts';

/** Every way a scale speaks: one line each. */
export const scaleFormats: readonly ScaleFormat[] = [
  stGsFormat,
  xk3190FramedFormat,
  xk3190LowFirstFormat,
  xk3190HighFirstFormat,
  xk3190A12eFormat,
  dahuaPollFormat,
  mtSicsFormat,
  usbHidFormat,
];

export const scaleFormat = (id: string): ScaleFormat | undefined =>
  scaleFormats.find((format) => format.id === id);
