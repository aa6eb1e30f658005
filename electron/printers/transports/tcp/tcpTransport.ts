import { isIP } from 'node:net';
import { unknownOutcome } from '../../../../shared/errors/outcome.ts';
import type { StatusQuestion } from '../../kit/printerLanguage.ts';
import { createPrinterLanes, type PrinterTarget, type PrinterTransport } from '../../kit/printerTransport.ts';
import { type PrinterWay, placeField } from '../../kit/printerWay.ts';
import { askStatus, type TcpTiming, tcpTiming, transmit } from './transmit.ts';
import { type UnsentBytes, unsentBytes } from './unsentBytes.ts';

const usualPort = 9_100;

/** `HOST`, `HOST:PORT`, `[IPv6]:PORT`; names are letters, digits, dots and dashes. */
function readAuthority(location: string): ReturnType<PrinterWay['read']> {
  const parts = /^\/\/(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<name>[\w.-]+))(?::(?<port>\d{1,5}))?\/?$/.exec(
    location,
  )?.groups;
  const host = parts?.v6 ?? parts?.name ?? '';
  if (parts === undefined || (parts.v6 !== undefined && isIP(host) !== 6)) return 'host';
  const port = parts.port === undefined ? usualPort : Number(parts.port);
  return port >= 1 && port <= 65_535 ? { host, port, path: '' } : 'port';
}

export const tcpWay: PrinterWay = {
  id: 'tcp',
  nameZh: '网络',
  nameEn: 'Network',
  address: 'tcp://{host}:{port}',
  fields: [
    placeField('host', '地址', 'Address', '[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?', {
      example: '192.168.1.50',
    }),
    placeField(
      'port',
      '端口',
      'Port',
      '[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]',
      { initial: String(usualPort) },
    ),
  ],
  example: `tcp://HOST:${usualPort}`,
  plainName: '{at}',
  commonEnding: `:${usualPort}`,
  foundBy: 'address',
  stateFrom: 'device',
  keepsFiles: false,
  read: readAuthority,
  open: ({ statusOf }) => createTcpTransport(statusOf),
};

function atMost(wait: Promise<void>, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    void wait.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Raw printing to port 9100: every label is one connection, opened, written, half-closed. */
export function createTcpTransport(
  statusOf: (language: string) => StatusQuestion | null,
  timing: TcpTiming = tcpTiming,
  unsent: UnsentBytes = unsentBytes,
): PrinterTransport {
  const inLane = createPrinterLanes();
  const laneOf = (target: PrinterTarget): string => `${target.host}:${target.port}`;
  return {
    id: 'tcp',
    send: (target, job) =>
      inLane(laneOf(target), async (release) => {
        const question = job.asksStatus === true ? statusOf(target.language) : null;
        const { outcome, closed } = transmit(target, job, question, timing, unsent);
        const result = await outcome;
        release(atMost(closed, job.habits?.closes === false ? timing.openWaitMs : timing.handOverMs));
        return result;
      }),
    find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
    probe: (target) => inLane(laneOf(target), () => askStatus(target, statusOf(target.language), timing)),
  };
}
