/**
 * What each answer tells the worker on the device: whose browser this is, what it may keep, and whether this very page is to
 * be kept. The server decides, page by page; the worker keeps nothing that does not say so. Pure, for both sides.
 */

export const DEVICE_HEADER = 'causeway-device';
/** Sent by the worker when it reads a page anew only to keep it. */
export const COPY_HEADER = 'causeway-copy';

/**
 * Whose page it is. `floor`: of somebody who works on an exchange floor; `own`: of somebody who said that the device is her
 * own; `guest`: an agenda under its secret address, without an account.
 */
export const ROOMS = ['floor', 'own', 'guest'] as const;
export type Room = (typeof ROOMS)[number];

export interface DeviceWord {
  /** A tag of who is signed in; null for a stranger. */
  owner: string | null;
  /** She said that the device is her own. */
  isOwn: boolean;
  page: { room: Room; until: number } | null;
}

/** The header's text; null switches the worker off. */
export function writeDeviceWord(word: DeviceWord | null): string {
  if (!word) return 'off';
  const page = word.page ? `; keep=${word.page.room}; until=${word.page.until}` : '';
  return `owner=${word.owner ?? 'none'}; device=${word.isOwn ? 'own' : 'shared'}${page}`;
}

/** Undefined for an answer that is not of the application, such as a file or the page of a hotel's network. */
export function readDeviceWord(text: string | null): DeviceWord | null | undefined {
  if (!text) return undefined;
  if (text === 'off') return null;
  const parts = new Map(
    text.split(';').map((part) => {
      const [name = '', value = ''] = part.trim().split('=');
      return [name, value] as const;
    }),
  );
  const owner = parts.get('owner');
  if (!owner) return undefined;
  const room = ROOMS.find((one) => one === parts.get('keep'));
  const until = Number(parts.get('until'));
  return {
    owner: owner === 'none' ? null : owner,
    isOwn: parts.get('device') === 'own',
    page: room && Number.isFinite(until) ? { room, until } : null,
  };
}
