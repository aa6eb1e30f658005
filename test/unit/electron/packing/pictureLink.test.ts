import { describe, expect, it } from 'vitest';
import { fetchableLink, pictureType } from '../../../../electron/packing/pictureLink.ts';

describe('the link of a picture', () => {
  it.each([
    ['https://img.example.com/a.jpg', 'https://img.example.com/a.jpg'],
    ['https://img.example.com/a.jpg?x=1#top', 'https://img.example.com/a.jpg?x=1'],
  ])('%s is fetched', (link, asked) => expect(fetchableLink(link)).toBe(asked));

  it.each([
    '',
    'a.jpg',
    'http://img.example.com/a.jpg',
    'ftp://img.example.com/a.jpg',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'https://127.0.0.1/a.jpg',
    'https://192.168.1.1/a.jpg',
    'https://2130706433/a.jpg',
    'https://0x7f.1/a.jpg',
    'https://[::1]/a.jpg',
    'https://localhost/a.jpg',
    'https://printer.local/a.jpg',
    'https://router/a.jpg',
    'https://me:secret@img.example.com/a.jpg',
    'https://img.example.com:8443/a.jpg',
  ])('%s is not', (link) => expect(fetchableLink(link)).toBeNull());
});

describe('a picture', () => {
  it.each([
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
    [[...'GIF89a'].map((sign) => sign.charCodeAt(0)), 'image/gif'],
    [[...'RIFF....WEBP'].map((sign) => sign.charCodeAt(0)), 'image/webp'],
    [[...'<svg onload='].map((sign) => sign.charCodeAt(0)), null],
    [[], null],
  ])('is known by how it begins', (bytes, type) => expect(pictureType(Uint8Array.from(bytes))).toBe(type));
});
