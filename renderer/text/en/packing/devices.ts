/** Bench devices: guns, scale, recorder. */
export const scaleState = {
  away: 'Not connected',
  silent: 'No reading',
  nonsense: 'Not understood',
  zero: 'Empty',
  moving: 'Moving',
  stable: 'Stable',
  over: 'Overload',
  under: 'Below zero',
  fault: 'Scale fault',
  'needs-zero': 'Needs zeroing',
};

export const devices = {
  kg: 'kg',
  guns: 'Scan guns',
  tryGun: 'Click here and scan any barcode',
  tryGunNote:
    'What is read is shown here. A gun in keyboard mode with Enter as its suffix works without a driver.',
  codeKind: {
    goods: 'Goods barcode, {{count}} characters',
    waybill: 'Waybill number, {{count}} characters',
    other: 'Read, {{count}} characters',
  },
  tooSlow:
    'The gun is too slow (up to {{ms}} ms between two characters) and passes for typing. Set its inter-character delay to 0.',
  noEnd: '{{count}} characters came without Enter. Set the suffix of the gun to Enter.',
  prefix: 'Prefix of the guns',
  prefixHint:
    'Signs (such as ~) or a key (such as F9) that the gun sends before each code. With it even codes of one character can be scanned. Leave empty if there is none.',
  prefixWrong: 'A prefix is 1 to 3 signs, or one of the keys F1 to F24.',
  serialGuns: 'Serial guns',
  serialGunsNote:
    'A gun in serial mode (virtual COM port) does not depend on the input method or the cursor, and two of them never mix.',
  addGun: 'Add serial gun',
  gunName: 'Name (such as “left gun”)',
  port: 'Port',
  choosePort: 'Choose a port',
  noPorts: 'No port found. Plug the device in first',
  baud: 'Baud rate',
  speed: '{{baud}} baud',
  connected: 'Connected',
  notConnected: 'Not connected',
  remove: 'Remove',
  removeTitle: 'Remove “{{name}}”?',
  removeNote: 'Its scans are no longer received. You can add it again at any time.',
  scale: 'Scale',
  noScale: 'No scale is connected yet.',
  noScaleNote:
    'With a scale the stable weight is taken while packing. Without one you can still pack and type weights.',
  setUpScale: 'Connect a scale',
  simulate: 'Practise with a simulated scale',
  simulated: 'Simulated scale (practice)',
  otherScale: 'Change',
  removeScaleNote: 'Weights then have to be typed while packing. You can connect it again at any time.',
  putOn: 'Put on:',
  takeOff: 'Take off',
  setUpNote:
    'Plug the scale in, switch it on and choose its port. Speed and format are tried automatically; a known weight confirms them.',
  lookAgain: 'Look again',
  listening: 'Listening to this port…',
  heardNothing: 'The port is open, but the scale has sent nothing yet ({{baud}} baud).',
  heardNoise: 'Data arrives but is not understood yet (trying {{baud}} baud).',
  heardNext: 'Check that the scale is on and set to continuous sending. Trying goes on automatically.',
  knownNote:
    'Put something of known weight on the scale (a 550 ml bottle of water is about 570 g), wait until it is stable, and type its weight.',
  knownGrams: 'Its weight in grams',
  confirm: 'Confirm this scale',
  scaleChosen: 'The scale is connected.',
  recorder: 'Recorder',
  recorderNote:
    'Your camera software is told to start when packing of a parcel begins and to stop when it is packed, with the waybill number, so that the recording can be found by it.',
  recorderWay: 'How it is told',
  recorderWays: { none: 'Not at all', webhook: 'Web address', command: 'Local program' },
  recorderTarget: { webhook: 'Address of the recorder', command: 'Full path of the program' },
  recorderHint: {
    webhook: 'Start and stop each send one JSON document: event (start / stop), parcelNo, at.',
    command: 'Start runs “program start NUMBER”, stop runs “program stop NUMBER”.',
  },
  saveRecorder: 'Save',
  testRecorder: 'Test',
  recorderTested: 'The recorder answered in {{ms}} ms.',
};
