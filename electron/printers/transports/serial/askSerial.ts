import type { SerialPort } from 'serialport';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import type { PrinterState } from '../../kit/printerTransport.ts';
import type { SerialTiming } from './serialTiming.ts';

const maxReplyBytes = 2_048;

/** Asks over an open line; silence is `unknown`. */
export function askSerial(
  port: SerialPort,
  question: StatusQuestion,
  timing: SerialTiming,
): Promise<PrinterState> {
  return new Promise((resolve) => {
    let reply = Buffer.alloc(0);
    const finish = (state: PrinterState): void => {
      clearTimeout(timer);
      port.off('data', listen).off('error', broken).off('close', broken);
      resolve(state);
    };
    const broken = () => finish('unknown');
    const listen = (piece: Buffer): void => {
      reply = Buffer.concat([reply, piece]);
      const state = question.read(reply);
      if (state !== null) finish(state);
      else if (reply.length > maxReplyBytes) finish('unknown');
    };
    const timer = setTimeout(broken, timing.statusWaitMs);
    port.on('data', listen).on('error', broken).on('close', broken);
    port.write(Buffer.from(question.query));
  });
}
