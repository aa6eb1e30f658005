/** The part of Electron's notifications that is used. */
interface Notices {
  isSupported(): boolean;
  new (options: {
    readonly title: string;
    readonly body: string;
    readonly silent: boolean;
  }): {
    on(event: 'click', listener: () => void): unknown;
    show(): void;
  };
}

export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly isLoud: boolean;
}

/** Shows a notice of the core on the desktop; pressed, it brings the window to the front. A system without notices shows none. */
export function showNotice(
  NoticeOf: Notices | undefined,
  { title, body, isLoud }: Notice,
  onPress: () => void,
): void {
  if (NoticeOf?.isSupported?.() !== true) return;
  const notice = new NoticeOf({ title, body, silent: !isLoud });
  // Kept by its listener until it is gone, or it would be swept away before anybody presses it.
  notice.on('click', () => {
    onPress();
    void notice;
  });
  notice.show();
}
