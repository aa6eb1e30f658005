/** What may be dragged on the mapping page, as types of the drag's own data. A file from a folder is neither. */
export const dragKinds = {
  column: 'application/x-shipdesk-column',
  field: 'application/x-shipdesk-field',
} as const;
