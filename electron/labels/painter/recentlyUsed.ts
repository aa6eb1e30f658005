/** A map that forgets what was not used for longest once it holds `capacity` entries. */
export interface RecentlyUsed<V> {
  get(key: number): V | undefined;
  set(key: number, value: V): void;
  readonly size: number;
}

export function recentlyUsed<V>(capacity: number): RecentlyUsed<V> {
  const entries = new Map<number, V>();
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined && entries.size >= capacity) {
        // Order matters only when something is about to be forgotten.
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= capacity) return;
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        break;
      }
    },
    get size() {
      return entries.size;
    },
  };
}
