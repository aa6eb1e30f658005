import type { App, Session, WebContents } from 'electron';
import { isPageUrl } from './ownPage.ts';

/**
 * Sandboxes every page process, whatever a window asks for. Before the app is ready. Only a checkout, and root, under
 * whom Chromium's sandbox does not run at all, may keep `--no-sandbox`; our window has `sandbox: true` anyway.
 */
export function sandboxEverything(app: App): void {
  const mayOptOut = !app.isPackaged || process.getuid?.() === 0;
  if (!mayOptOut || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** Every page that ever comes to life in this program stays where it is, opens nothing and embeds nothing. */
export function lockContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
}

function lock(contents: WebContents): void {
  const staysInside = (event: { preventDefault(): void; readonly url: string }) => {
    if (!isPageUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', staysInside);
  contents.on('will-redirect', staysInside);
  // Frames are not used at all, so not even one of our own pages may load in one.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPageUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

const foreignAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

interface MediaWish {
  readonly mediaTypes?: readonly string[];
  readonly mediaType?: string;
  readonly isMainFrame?: boolean;
}

/** A camera and nothing that hears: the bench takes photos of parcels. */
function isCameraAlone({ mediaTypes, mediaType, isMainFrame }: MediaWish): boolean {
  const wanted = mediaTypes ?? [mediaType];
  return isMainFrame !== false && wanted.length === 1 && wanted[0] === 'video';
}

/**
 * The page gets no permission but to fill the screen, which the board on the wall does, and to use a camera while somebody has turned
 * photos on; no other device, no download and no network. Electron's own default is to allow. Gives the way to turn the camera on and off.
 */
export function lockSession(session: Session): (mayUseCamera: boolean) => void {
  let isCameraOn = false;
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const isCamera = permission === 'media' && isCameraOn && isCameraAlone(details);
    answer((permission === 'fullscreen' || isCamera) && isPageUrl(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      permission === 'media' && isCameraOn && isCameraAlone(details) && isPageUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest({ urls: foreignAddresses }, (_details, answer) =>
    answer({ cancel: true }),
  );
  return (mayUseCamera) => {
    isCameraOn = mayUseCamera;
  };
}
