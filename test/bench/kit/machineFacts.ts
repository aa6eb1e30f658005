import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What the figures were taken on; the load tells whether other jobs shared the machine. */
export function machineFacts(): string {
  const [first] = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  const [load = 0] = loadavg();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${gib} GiB, ${platform()} ${release()}, Node ${process.versions.node}, load ${load.toFixed(1)}`;
}
