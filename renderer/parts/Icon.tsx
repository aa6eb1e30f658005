const paths = {
  today: 'M3 10.5 10 4l7 6.5M5 9v7h10V9M8.5 16v-4h3v4',
  import: 'M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 13v3.5h12V13',
  correct: 'M4 16l.8-3.4L13.6 3.8a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1L7.4 15.2 4 16zM12 5.5l2.5 2.5',
  ship: 'M2.5 5.5h9v8.5h-9zM11.5 8.5h3.2l2.8 2.8V14h-6zM5.5 16a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM14 16a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  print: 'M6 7.5V3h8v4.5M6 14H3.5V7.5h13V14H14M6 11.5h8V17H6z',
  pack: 'M3.500 7 10 3.500 16.500 7v7.500L10 17.500l-6.500-3zM3.500 7 10 10m0 0 6.500-3M10 10v7.500M6.800 5.200l6.500 3',
  weigh: 'M4 7h12l1 9.500H3zM10 7V4.500M7 4.500h6M10 13.500l2-3',
  speak:
    'M4 8v4h2.500L10 15V5L6.500 8zM12.500 7.800a3.200 3.200 0 0 1 0 4.400M14.500 5.800a6 6 0 0 1 0 8.400',
  unlock: 'M5 9h10v7.500H5zM7 9V6.500a3 3 0 0 1 5.700-1.300',
  track:
    'M10 17s-5-4.6-5-8.6a5 5 0 0 1 10 0C15 12.4 10 17 10 17zM10 10.2a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8z',
  insight: 'M3.5 16.5h13M5.5 16.5v-5h2.500v5M9 16.5v-12h2.500v12M12.500 16.5v-8H15v8',
  settings:
    'M4 5.5h6m4 0h2M4 10h2m4 0h6M4 14.5h7m4 0h1M12 7a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM8 11.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM13 16a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  arrow: 'M4 10h11m0 0-4-4m4 4-4 4',
  undo: 'M7 5 3.5 8.5 7 12M4 8.5h7.5a4 4 0 0 1 0 8H9',
  back: 'M16 10H5m0 0 4-4m-4 4 4 4',
  backspace: 'M7.500 5H16.500v10H7.500L3.500 10zM9.800 8l4 4m0-4-4 4',
  refresh: 'M16 6v4h-4M4 14v-4h4M5.3 8A5.2 5.2 0 0 1 15 7.6L16 10M4 10l1 2.4A5.2 5.2 0 0 0 14.7 12',
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6 4l10 6-10 6z',
  ban: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM5 5l10 10',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  columns: 'M3.5 4.5h13v11h-13zM8 4.5v11M12.2 4.5v11',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  file: 'M5 3h6.5L15 6.5V17H5zM11 3v4h4',
  network: 'M3 8a10 10 0 0 1 14 0M5.5 10.8a6.4 6.4 0 0 1 9 0M8 13.4a2.9 2.9 0 0 1 4 0M10 16.2h.01',
  eye: 'M2.500 10c1.700-3.300 4.300-5 7.500-5s5.800 1.700 7.500 5c-1.700 3.300-4.300 5-7.500 5s-5.800-1.700-7.500-5zM10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  user: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  backup:
    'M4 6c0-1.4 2.7-2.5 6-2.5S16 4.600 16 6s-2.700 2.500-6 2.500S4 7.400 4 6zM4 6v8c0 1.400 2.700 2.500 6 2.500s6-1.100 6-2.500V6M4 10c0 1.400 2.700 2.500 6 2.500s6-1.100 6-2.500',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.200l2.800 1.800',
  question: 'M7.200 7.500a2.800 2.800 0 1 1 4.200 2.400c-.9.5-1.400 1.100-1.400 2.100M10 15.200h.01',
  alert: 'M10 5v6.500M10 14.800h.01',
  chevron: 'M7.500 5l5 5-5 5',
  up: 'M5 12l5-5 5 5',
  down: 'M5 8l5 5 5-5',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.8 10.500h6.400L14 6',
} as const;

export type IconName = keyof typeof paths;

/** One set of icons: 20 units, strokes of 1.6, the colour of the text around it. Decoration only, never the sole sign. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
