/* A library with the calls of hid.dll, setupapi.dll and kernel32.dll that we make to find and read a USB scale, laid out as
 * hidsdi.h, setupapi.h and minwinbase.h lay them out on 64 bit. It knows a keyboard, which only opens without rights, and a
 * scale, which sends what `fakeHidSend` is given; `fakeHidUnplug` takes it away. */
#include <stdint.h>
#include <string.h>
#include <uchar.h>

typedef uint32_t DWORD;
typedef int32_t BOOL;
typedef struct { uint32_t a; uint16_t b, c; uint8_t d[8]; } GUID;
typedef struct { DWORD cbSize; GUID class; DWORD flags; uintptr_t reserved; } INTERFACE;
typedef struct { DWORD cbSize; char16_t path[1]; } DETAIL;
typedef struct { uint16_t usage, page, input, output, feature, rest[27]; } CAPS;
typedef struct { uintptr_t internal, high; DWORD offset, offsetHigh; void *event; } OVERLAPPED;

static const GUID hid = { 0x4d1e55b2, 0xf16f, 0x11cf, { 0x88, 0xcb, 0, 0x11, 0x11, 0, 0, 0x30 } };
static const char16_t *paths[] = { u"\\\\?\\hid#keyboard", u"\\\\?\\hid#scale" };
static int unplugged = 0, cancelled = 0, opened = 0;
static OVERLAPPED *waiting = 0;
static uint8_t *target = 0;
static DWORD room = 0;

static int same(const char16_t *one, const char16_t *other) {
  while (*one && *one == *other) one++, other++;
  return *one == *other;
}

void HidD_GetHidGuid(GUID *guid) { *guid = hid; }
intptr_t SetupDiGetClassDevsW(GUID *guid, void *enumerator, void *parent, DWORD flags) {
  return !memcmp(guid, &hid, sizeof hid) && !enumerator && !parent && flags == 0x12 ? 5000 : -1;
}
BOOL SetupDiEnumDeviceInterfaces(intptr_t set, void *info, GUID *guid, DWORD no, INTERFACE *out) {
  if (set != 5000 || info || out->cbSize != sizeof *out || no > 1) return 0;
  out->class = *guid;
  out->reserved = no;
  return 0x100;
}
BOOL SetupDiGetDeviceInterfaceDetailW(intptr_t set, INTERFACE *face, DETAIL *out, DWORD size, DWORD *needed, void *info) {
  if (set != 5000 || out->cbSize != 8 || size < 200 || needed || info) return 0;
  char16_t *to = out->path;
  for (const char16_t *from = paths[face->reserved]; (*to++ = *from++);) {}
  return 0x100;
}
BOOL SetupDiDestroyDeviceInfoList(intptr_t set) { return set == 5000; }

intptr_t CreateFileW(char16_t *path, DWORD rights, DWORD share, void *security, DWORD how, DWORD flags, intptr_t model) {
  if (share != 3 || security || how != 3 || flags != 0x40000000 || model) return -1;
  if (same(path, paths[0])) return rights == 0 ? 700 : -1;
  if (!same(path, paths[1]) || unplugged) return -1;
  opened++;
  return 701;
}
BOOL CloseHandle(intptr_t handle) {
  if (handle == 701) opened--;
  return 0x100;
}
BOOL HidD_GetPreparsedData(intptr_t handle, void **out) {
  *out = (void *)(0x7f0000001000 + handle);
  return 1;
}
int32_t HidP_GetCaps(void *prepared, CAPS *caps) {
  memset(caps, 0xee, sizeof *caps);
  caps->page = prepared == (void *)(0x7f0000001000 + 701) ? 0x8d : 0x01;
  caps->input = 9;
  return 0x00110000;
}
BOOL HidD_FreePreparsedData(void *prepared) { return prepared != 0; }
BOOL HidD_GetProductString(intptr_t handle, char16_t *out, DWORD size) {
  static const char16_t name[] = u"电子秤 M10";
  if (handle != 701 || size < sizeof name) return 0;
  memcpy(out, name, sizeof name);
  return 1;
}

BOOL ReadFile(intptr_t handle, uint8_t *to, DWORD size, DWORD *count, OVERLAPPED *overlapped) {
  if (handle != 701 || count || size != 9) return 0;
  overlapped->internal = 0x103;
  waiting = overlapped, target = to, room = size;
  return 0;
}
BOOL CancelIo(intptr_t handle) {
  cancelled++;
  waiting = 0;
  return handle == 701;
}

/* What the test does to the scale: six bytes of weight, filled up as Windows does. 0: nobody listens. */
int fakeHidSend(uint8_t *weight) {
  if (!waiting) return 0;
  memset(target, 0, room);
  memcpy(target, weight, 6);
  waiting->high = room;
  waiting->internal = 0;
  waiting = 0;
  return 1;
}
/* 2: it goes without a word, and what is read under way never ends. */
void fakeHidUnplug(int isAway) {
  unplugged = isAway;
  if (waiting && isAway == 1) waiting->internal = 0xc000009d, waiting = 0;
}
int fakeHidOpened(void) { return opened; }
int fakeHidCancelled(void) { return cancelled; }
