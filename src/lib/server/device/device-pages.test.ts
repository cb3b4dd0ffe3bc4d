import { afterEach, describe, expect, it } from 'vitest';
import type { Cookies } from '@sveltejs/kit';
import { readDeviceWord, type Room } from '$lib/shared/offline/device-header';
import type { Context } from '../context';
import { forgetEnv } from '../env';
import { askOwnDevice, deviceWord, keepNothing, keepOnDevice, setOwnDevice, settleOwnDevice } from './device-pages';

const NOW = new Date('2026-11-27T12:00:00Z');
const TOMORROW = new Date('2026-11-28T12:00:00Z');

/** A browser's cookies, and a request of hers. */
function browser() {
  const jar = new Map<string, string>();
  const cookies = {
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  } as unknown as Cookies;
  const request = (personId: string | null, address = 'https://causeway.example/my-work') => {
    const actor = personId === null ? null : { personId };
    const locals = { ctx: { actor, now: NOW } as unknown as Context } as App.Locals;
    return { cookies, locals, url: new URL(address) };
  };
  return { cookies, request };
}

const kept = (event: ReturnType<ReturnType<typeof browser>['request']>, room: Room, until?: Date) => {
  const { kept: said } = keepOnDevice(event, room, until);
  const page = readDeviceWord(deviceWord(event))?.page ?? null;
  expect(page?.room ?? null).toBe(said);
  return page;
};

describe('what a device may keep', () => {
  afterEach(() => {
    delete process.env.OFFLINE_PAGES;
    forgetEnv();
  });

  it('is nothing where no page says so', () => {
    const { request } = browser();
    expect(readDeviceWord(deviceWord(request('ada')))).toMatchObject({ isOwn: false, page: null });
    expect(readDeviceWord(deviceWord(request(null)))).toEqual({ owner: null, isOwn: false, page: null });
  });

  it('is her work only on a device that she called her own, and says it of nobody else', () => {
    const { cookies, request } = browser();
    expect(kept(request('ada'), 'own')).toBeNull();
    setOwnDevice(cookies, 'ada', true);
    expect(kept(request('ada'), 'own')).toMatchObject({ room: 'own' });
    expect(kept(request('bo'), 'own')).toBeNull();
    expect(kept(request(null), 'own')).toBeNull();
    setOwnDevice(cookies, 'ada', false);
    expect(kept(request('ada'), 'own')).toBeNull();
  });

  it('waits for the second step of a sign-in', () => {
    const { cookies, request } = browser();
    askOwnDevice(cookies, true);
    expect(kept(request('ada'), 'own')).toBeNull();
    settleOwnDevice(cookies, 'ada');
    expect(kept(request('ada'), 'own')).not.toBeNull();
    askOwnDevice(cookies, false);
    settleOwnDevice(cookies, 'ada');
    expect(kept(request('ada'), 'own')).toBeNull();
  });

  it('is the floor’s pages for whoever is signed in, until their day is over', () => {
    const { request } = browser();
    expect(kept(request('ada'), 'floor', TOMORROW)).toEqual({ room: 'floor', until: TOMORROW.getTime() });
    expect(kept(request(null), 'floor', TOMORROW)).toBeNull();
    expect(kept(request('ada'), 'floor', NOW)).toBeNull();
    expect(kept(request(null), 'guest', TOMORROW)).toMatchObject({ room: 'guest' });
  });

  it('is no page of one moment: a draft’s address, or one that says what just happened', () => {
    const { request } = browser();
    expect(kept(request('ada', 'https://causeway.example/exchange/x/intake?draft=1'), 'floor', TOMORROW)).toBeNull();
    const event = request('ada');
    keepOnDevice(event, 'floor', TOMORROW);
    keepNothing(event.locals);
    expect(readDeviceWord(deviceWord(event))?.page).toBeNull();
  });

  it('ends everywhere when the installation switches it off', () => {
    process.env.OFFLINE_PAGES = 'off';
    forgetEnv();
    const { request } = browser();
    const event = request('ada');
    expect(keepOnDevice(event, 'floor', TOMORROW)).toEqual({ kept: null });
    expect(readDeviceWord(deviceWord(event))).toBeNull();
  });
});
