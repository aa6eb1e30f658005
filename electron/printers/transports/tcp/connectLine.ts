import { connect, type Socket } from 'node:net';
import { type CallOutcome, didNotHappen, happened } from '../../../../shared/errors/outcome.ts';
import type { PrinterTarget } from '../../kit/printerTransport.ts';
import type { TcpTiming } from './tcpTiming.ts';

/** Opens a connection whose input is always read: unread input would make the kernel reset it and cut the label. */
export function connectLine(
  target: PrinterTarget,
  timing: TcpTiming,
): { readonly opened: Promise<CallOutcome<Socket>>; readonly closed: Promise<void> } {
  const place = { host: target.host, port: target.port };
  const socket = connect({ ...place, allowHalfOpen: true, noDelay: true });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const opened = new Promise<CallOutcome<Socket>>((resolve) => {
    const fail = (cause: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(didNotHappen('PRINTER_UNREACHABLE', { ...place, cause }));
    };
    const timer = setTimeout(() => fail('timeout'), timing.connectTimeoutMs);
    socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'error'));
    socket.once('close', () => fail('closed'));
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(happened(socket));
    });
    socket.resume();
  });
  return { opened, closed };
}
