import { create } from 'zustand';

/** Why there is no picture: `denied`: the system or the program says no · `busy`: another program holds it · `missing`: there is none. */
type CameraTrouble = 'denied' | 'busy' | 'missing';

interface BenchCamera {
  /** null: it is not wanted. */
  readonly state: 'starting' | 'on' | CameraTrouble | null;
}

export const useBenchCamera = create<BenchCamera>(() => ({ state: null }));

const widePx = 1_280;
const highPx = 960;
const jpegQuality = 0.65;
/** One that was unplugged, or held by another program, may be back. */
const retryMs = 10_000;

const troubleOf = (error: unknown): CameraTrouble => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing';
};

/** Opens the camera that was chosen, or where that one is away, whichever there is. */
async function openStream(deviceId: string): Promise<MediaStream> {
  const size = { width: { ideal: widePx }, height: { ideal: highPx } };
  const open = (device: MediaTrackConstraints) =>
    navigator.mediaDevices.getUserMedia({ audio: false, video: { ...size, ...device } });
  if (deviceId === '') return open({});
  try {
    return await open({ deviceId: { exact: deviceId } });
  } catch (error) {
    if (troubleOf(error) !== 'missing') throw error;
    return open({});
  }
}

/** A photo of what it sees now, as JPEG. */
async function stillOf(video: HTMLVideoElement): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  if (canvas.width === 0) return null;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', jpegQuality));
  if (blob === null) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(signs.join(''));
}

/** A camera that is looked through for as long as something wants it; what goes wrong is reported and tried again. */
export class OpenCamera {
  readonly #deviceId: string;
  readonly #video = document.createElement('video');
  #stream: MediaStream | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(deviceId: string) {
    this.#deviceId = deviceId;
    this.#video.muted = true;
    useBenchCamera.setState({ state: 'starting' });
    void this.#start();
  }

  async #start(): Promise<void> {
    try {
      const stream = await openStream(this.#deviceId);
      if (this.#isClosed) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      this.#stream = stream;
      for (const track of stream.getTracks()) track.addEventListener('ended', () => this.#lost('missing'));
      this.#video.srcObject = stream;
      await this.#video.play();
      if (!this.#isClosed) useBenchCamera.setState({ state: 'on' });
    } catch (error) {
      this.#lost(troubleOf(error));
    }
  }

  #lost(trouble: CameraTrouble): void {
    if (this.#isClosed) return;
    this.#stream = null;
    useBenchCamera.setState({ state: trouble });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#start(), retryMs);
  }

  /** null: it shows nothing now. */
  async take(): Promise<string | null> {
    return this.#stream === null ? null : stillOf(this.#video);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#video.srcObject = null;
    useBenchCamera.setState({ state: null });
  }
}
