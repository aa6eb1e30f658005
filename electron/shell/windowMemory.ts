import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** Made when the file is read: by then the core has been forked, which nothing may hold up. */
const remembered = () =>
  z.object({
    bounds: z
      .object({
        x: z.number().int(),
        y: z.number().int(),
        width: z.number().int().min(200).max(20_000),
        height: z.number().int().min(200).max(20_000),
      })
      .optional(),
    isMaximized: z.boolean().optional(),
    theme: z.enum(['system', 'light', 'dark']).optional(),
    language: z.enum(['zh-CN', 'en']).optional(),
  });

type Remembered = z.infer<ReturnType<typeof remembered>>;

export interface WindowMemory {
  readonly last: Remembered;
  save(change: Remembered): void;
}

/** Size, place, theme and language of the window, in a small JSON file. A damaged file counts as none. */
export function windowMemory(file: string): WindowMemory {
  let current = readRemembered(file);
  return {
    last: current,
    save(change) {
      const next = { ...current, ...change };
      // The page tells theme and language at each start, nearly always those that are known.
      if (isDeepStrictEqual(next, current)) return;
      current = next;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, JSON.stringify(current));
    },
  };
}

function readRemembered(file: string): Remembered {
  try {
    return remembered().parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Bounds that lie wholly on the screen's work area: the second screen of yesterday may be gone. */
export function fitBounds(wanted: Bounds, area: Bounds): Bounds {
  const width = Math.min(wanted.width, area.width);
  const height = Math.min(wanted.height, area.height);
  const x = Math.min(Math.max(wanted.x, area.x), area.x + area.width - width);
  const y = Math.min(Math.max(wanted.y, area.y), area.y + area.height - height);
  return { x, y, width, height };
}
