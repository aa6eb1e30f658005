import type { ElectronApplication } from 'playwright-core';

/** Process id of the core that runs now, undefined while there is none. */
export function corePid(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(
    ({ app: running }) =>
      running
        .getAppMetrics()
        .find(({ name, serviceName }) => `${name}${serviceName}`.includes('ShipDesk core'))?.pid,
  );
}
