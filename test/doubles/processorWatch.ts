/**
 * Gives the ms this process has computed since the call. A test that asks whether some work is cheap asks this and not the clock: on a busy
 * machine the clock runs on while others compute.
 */
export function processorWatch(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
}
