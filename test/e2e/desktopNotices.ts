import type { ElectronApplication } from 'playwright-core';

interface ShownNotice {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
}

/** What is kept of them in the main process. */
interface Kept {
  notices: { readonly shown: ShownNotice; press(): void }[];
}

/** Stands where the desktop shows notices, which a test machine has not: keeps each as it was handed over, and presses the last. */
export async function catchNotices(app: ElectronApplication) {
  await app.evaluate(({ Notification }) => {
    const kept = globalThis as unknown as Kept;
    kept.notices = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      const { title, body, silent } = this;
      kept.notices.push({ shown: { title, body, silent }, press: () => void this.emit('click') });
    };
  });
  return {
    shown: (): Promise<ShownNotice[]> =>
      app.evaluate(() => (globalThis as unknown as Kept).notices.map(({ shown }) => shown)),
    press: (): Promise<void> => app.evaluate(() => (globalThis as unknown as Kept).notices.at(-1)?.press()),
  };
}
