/** Names of the few messages between a page's preload and Electron's main. All other traffic goes over the page's port. */
export const bridgeChannels = {
  connect: 'shipdesk:connect',
  port: 'shipdesk:port',
  coreState: 'shipdesk:core-state',
  chooseFiles: 'shipdesk:choose-files',
  copyText: 'shipdesk:copy-text',
  openExternal: 'shipdesk:open-external',
  showFile: 'shipdesk:show-file',
  setTheme: 'shipdesk:set-theme',
} as const;
