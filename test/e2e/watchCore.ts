import type { OpenWindow } from './launchWindow.ts';

/** Counts, inside the page, the ports and states it is given from now on. */
export async function watchCore(open: OpenWindow): Promise<void> {
  await open.page.evaluate(() => {
    const record = window as unknown as {
      portTimes: number[];
      states: string[];
      upAt: number;
      shipdesk: { onCoreState(listener: (state: string) => void): void; connect(): void };
    };
    record.portTimes = [];
    record.states = [];
    record.upAt = 0;
    addEventListener('message', (event) => {
      const isOurs = event.source === window && event.origin === location.origin;
      if (isOurs && event.data?.kind === 'shipdesk:port') record.portTimes.push(performance.now());
    });
    record.shipdesk.onCoreState((state) => {
      record.states.push(state);
      if (state === 'up') record.upAt = performance.now();
    });
    record.shipdesk.connect();
  });
}

export const portsGiven = ({ page }: OpenWindow): Promise<number> =>
  page.evaluate(() => (window as unknown as { portTimes: number[] }).portTimes.length);
