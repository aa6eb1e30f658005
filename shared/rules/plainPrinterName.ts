/** The port label printers listen on for raw data: everybody's, so it names nothing. */
const usualPort = ':9100';

/**
 * What a person calls a printer nobody named, from its address: `192.168.1.50`, `USB lp0`, `COM3`, the queue's name, or
 * the folder of a virtual one. Never the address itself, which says language and resolution as well.
 */
export function plainPrinterName(uri: string): string {
  const [, scheme = '', place = ''] = /^([a-z]+):(?:\/\/)?([^?]*)/i.exec(uri) ?? [];
  const last = place.replace(/\/+$/, '').split('/').at(-1) ?? '';
  switch (scheme.toLowerCase()) {
    case 'tcp':
      return place.replace(/\/$/, '').replace(new RegExp(`${usualPort}$`), '');
    case 'file':
      return `USB ${last}`.trim();
    case 'serial':
      return last;
    case 'spool':
      return decoded(place);
    case 'virtual':
      return last === '' ? 'virtual' : `virtual ${last}`;
    default:
      return uri;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
