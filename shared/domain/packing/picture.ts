/** Kinds of pictures a page shows; a file that begins like none of them is no picture. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];
