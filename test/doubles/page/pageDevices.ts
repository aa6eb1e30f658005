import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { DevicesView, ScaleSaysView } from '../../../shared/contracts/packing/devices.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const ports = [
  { way: 'serial', port: '/dev/ttyUSB0', name: 'CH340 ttyUSB0', usedBy: '' },
  { way: 'serial', port: '/dev/ttyACM0', name: 'Barcode Scanner ttyACM0', usedBy: '' },
] as const;

/** What the scale at the first port says as two formats; 3 kg lie on it. */
const guessed = (grams: number, at: number): ScaleSaysView => ({ state: 'stable', grams, at, zeroAt: null });

const simulated: DevicesView['scale'] = {
  way: 'simulated',
  port: 'simulated',
  nameZh: 'ST,GS 文本',
  nameEn: 'ST,GS text',
  unit: 'kg',
  baud: 9_600,
  cause: '',
};

interface Waiting {
  readonly resolve: () => void;
}

/** Guns, scale and recorder of the page's double. */
export function pageDevices(os: Os, { fail, tell, now, own, options }: PageWorld) {
  let view: DevicesView = {
    isPractice: own.session.isPractice,
    gunPrefix: '',
    serialGuns: [],
    scale: options.bench?.includes('scale') === true ? simulated : null,
    sounds: { loudness: 60 },
    recorder: { way: 'none', shown: '' },
    camera: { isOn: options.bench?.includes('camera') === true, deviceId: '', name: '', keepDays: 30 },
  };
  let says: ScaleSaysView | null = null;
  const scans: { readonly gun: string; readonly code: string; readonly isUnended: boolean }[] = [];
  const waiting: Waiting[] = [];
  const wake = (): void => {
    for (const one of waiting.splice(0)) one.resolve();
  };
  const set = (change: Partial<DevicesView>): DevicesView => {
    view = { ...view, ...change };
    tell('settings');
    wake();
    return view;
  };
  /** A serial gun reads; a scale says something else. */
  const news = {
    scanSerial: (gun: string, code: string, isUnended = false): void => {
      scans.push({ gun, code, isUnended });
      wake();
    },
    setScale: (state: ScaleSaysView['state'], grams: number | null): void => {
      says = { state, grams, at: now(), zeroAt: null };
      wake();
    },
  };
  async function* live(signal: AbortSignal | undefined) {
    let told: ScaleSaysView | null | undefined;
    signal?.addEventListener('abort', wake);
    while (signal?.aborted !== true) {
      const scan = scans.shift();
      if (scan !== undefined) yield { kind: 'scan' as const, ...scan, at: now() };
      else if (told !== says) {
        told = says;
        yield { kind: 'scale' as const, says };
      } else await new Promise<void>((resolve) => waiting.push({ resolve }));
    }
  }
  async function* tryScale(port: string, signal: AbortSignal | undefined) {
    const step = { cause: '', baud: 9_600 as const, isSilent: true };
    if (port !== '/dev/ttyUSB0') yield { ...step, guesses: [] };
    const format = (no: 1 | 2, nameZh: string, nameEn: string, grams: number) => ({
      format: `xk3190-${no}`,
      nameZh,
      nameEn,
      unit: 'kg' as const,
      says: guessed(grams, now()),
    });
    while (signal?.aborted !== true) {
      if (port === '/dev/ttyUSB0')
        yield {
          ...step,
          isSilent: false,
          guesses: [
            format(
              1,
              '耀华 XK3190 连续方式 1（低位在前）',
              'Yaohua XK3190, continuous 1 (low digit first)',
              300,
            ),
            format(
              2,
              '耀华 XK3190 连续方式 2（高位在前）',
              'Yaohua XK3190, continuous 2 (high digit first)',
              3_000,
            ),
          ],
        };
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const router = {
    get: os.devices.get.handler(() => view),
    live: os.devices.live.handler(({ signal }) => live(signal)),
    ports: os.devices.ports.handler(() =>
      ports.map((one) => ({
        ...one,
        usedBy: view.serialGuns.find(({ port }) => port === one.port)?.name ?? '',
      })),
    ),
    setGunPrefix: os.devices.setGunPrefix.handler(({ input }) => set({ gunPrefix: input.prefix })),
    setSounds: os.devices.setSounds.handler(({ input }) => set({ sounds: input })),
    addGun: os.devices.addGun.handler(({ input }) => {
      if (view.serialGuns.some(({ port }) => port === input.port))
        fail('DEVICE_PORT_TAKEN', { port: input.port });
      const gun = { ...input, name: input.name === '' ? input.port : input.name };
      return set({
        serialGuns: [...view.serialGuns, { ...gun, id: `g${view.serialGuns.length}`, cause: '' }],
      });
    }),
    removeGun: os.devices.removeGun.handler(({ input }) =>
      set({ serialGuns: view.serialGuns.filter(({ id }) => id !== input.id) }),
    ),
    tryScale: os.devices.tryScale.handler(({ input, signal }) => tryScale(input.port, signal)),
    chooseScale: os.devices.chooseScale.handler(({ input }) => {
      if (Math.abs(input.knownGrams - 3_000) > 150)
        fail('SCALE_NOT_PROVEN', { grams: String(input.knownGrams) });
      news.setScale('stable', 3_000);
      const names = { nameZh: '耀华 XK3190 连续方式 2（高位在前）', nameEn: 'Yaohua XK3190, continuous 2' };
      return set({
        scale: { way: 'serial', port: '/dev/ttyUSB0', ...names, unit: 'kg', baud: 9_600, cause: '' },
      });
    }),
    simulateScale: os.devices.simulateScale.handler(() => {
      news.setScale('zero', 0);
      return set({ scale: simulated });
    }),
    removeScale: os.devices.removeScale.handler(() => {
      says = null;
      return set({ scale: null });
    }),
    putOnScale: os.devices.putOnScale.handler(({ input }) => {
      news.setScale(input.grams === 0 ? 'zero' : 'stable', input.grams);
      return says ?? { state: 'zero' as const, grams: 0, at: null, zeroAt: null };
    }),
    setRecorder: os.devices.setRecorder.handler(({ input }) => {
      if (input.way === 'webhook' && !input.target.startsWith('https://')) fail('RECORDER_TARGET_INVALID');
      const shown =
        input.way === 'webhook' ? new URL(input.target).host : (input.target.split('/').at(-1) ?? '');
      return set({ recorder: { way: input.way, shown } });
    }),
    printCommandSheet: os.devices.printCommandSheet.handler(() => ({ sheets: 2 })),
    writeCommandSheet: os.devices.writeCommandSheet.handler(() => ({
      fileToken: '/sample/bench-barcodes.pdf',
      name: 'bench-barcodes.pdf',
    })),
    setCamera: os.devices.setCamera.handler(({ input }) => set({ camera: input })),
    testRecorder: os.devices.testRecorder.handler(() => ({ durationMs: 12 })),
  };
  return { router, news };
}
