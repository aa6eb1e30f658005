/** The part of Electron's power monitor that is used. Which events there are depends on the system. */
interface PowerEvents {
  on(event: string, listener: () => void): unknown;
}

/** The computer's own lock, its sleep, and another user at it: whoever worked here has left. */
const awayEvents = ['lock-screen', 'suspend', 'user-did-resign-active'] as const;

export function onUserAway(monitor: PowerEvents | undefined, listener: () => void): void {
  if (typeof monitor?.on !== 'function') return;
  for (const event of awayEvents) monitor.on(event, listener);
}
