/** NOTE-UNIT: quiet hours and digests keep to the reader's clock, also on the days that change it. */
import { describe, expect, it } from 'vitest';
import { deliveryOf, nextDigest, quietEnd } from './moments';
import { DEFAULT_WISHES, wishesForm, type Wishes } from './wishes';

const NIGHT = { from: '22:00', to: '07:00' };
const end = (at: string, zone = 'Europe/Brussels', quiet = NIGHT) =>
  quietEnd(new Date(at), zone, quiet)?.toISOString() ?? null;
const digest = (at: string, rhythm: 'daily' | 'weekly', zone = 'Europe/Brussels', hour = 8) =>
  nextDigest(new Date(at), zone, rhythm, hour).toISOString();

describe('quiet hours', () => {
  it.each([
    ['before they begin', '2027-01-13T20:59:59Z', null],
    ['as they begin', '2027-01-13T21:00:00Z', '2027-01-14T06:00:00.000Z'],
    ['after midnight', '2027-01-13T23:30:00Z', '2027-01-14T06:00:00.000Z'],
    ['a minute before their end', '2027-01-14T05:59:00Z', '2027-01-14T06:00:00.000Z'],
    ['at their end', '2027-01-14T06:00:00Z', null],
  ])('hold a mail %s', (_, at, expected) => expect(end(at)).toBe(expected));

  it('may lie within a day', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(end('2027-07-01T10:30:00Z', 'Europe/Brussels', noon)).toBe('2027-07-01T12:00:00.000Z');
    expect(end('2027-07-01T12:00:00Z', 'Europe/Brussels', noon)).toBeNull();
  });

  it('are those of the reader’s zone', () => {
    expect(end('2027-01-13T21:30:00Z', 'America/New_York')).toBeNull();
    expect(end('2027-01-13T21:30:00Z', 'Asia/Tokyo')).toBe('2027-01-13T22:00:00.000Z');
  });

  it('are an hour shorter in the night to summer time, and an hour longer in the night back', () => {
    expect(end('2027-03-27T21:00:00Z')).toBe('2027-03-28T05:00:00.000Z');
    expect(end('2027-10-30T20:00:00Z')).toBe('2027-10-31T06:00:00.000Z');
  });

  it('end within the hour that is skipped, or that comes twice, and never in the past', () => {
    const until = { from: '22:00', to: '02:30' };
    expect(end('2027-03-28T00:30:00Z', 'Europe/Brussels', until)).toBe('2027-03-28T01:30:00.000Z');
    expect(end('2027-10-31T00:15:00Z', 'Europe/Brussels', until)).toBe('2027-10-31T00:30:00.000Z');
    // The second 02:15 of that night: the first 02:30 is over, the second one counts.
    expect(end('2027-10-31T01:15:00Z', 'Europe/Brussels', until)).toBe('2027-10-31T01:30:00.000Z');
  });
});

describe('digests', () => {
  it('come the next time the hour strikes', () => {
    expect(digest('2027-01-13T06:59:00Z', 'daily')).toBe('2027-01-13T07:00:00.000Z');
    expect(digest('2027-01-13T07:00:00Z', 'daily')).toBe('2027-01-14T07:00:00.000Z');
  });

  it('come on Mondays', () => {
    expect(digest('2027-01-13T12:00:00Z', 'weekly')).toBe('2027-01-18T07:00:00.000Z');
    expect(digest('2027-01-18T06:00:00Z', 'weekly')).toBe('2027-01-18T07:00:00.000Z');
    expect(digest('2027-01-18T08:00:00Z', 'weekly')).toBe('2027-01-25T07:00:00.000Z');
    // Sunday evening in Brussels is Monday in Auckland.
    expect(digest('2027-01-17T18:00:00Z', 'weekly', 'Pacific/Auckland')).toBe('2027-01-17T19:00:00.000Z');
  });

  it('keep their hour when the clocks change', () => {
    expect(digest('2027-03-27T12:00:00Z', 'daily')).toBe('2027-03-28T06:00:00.000Z');
    expect(digest('2027-10-30T12:00:00Z', 'daily')).toBe('2027-10-31T07:00:00.000Z');
    expect(digest('2027-03-22T12:00:00Z', 'weekly')).toBe('2027-03-29T06:00:00.000Z');
  });
});

describe('deliveries', () => {
  const at = new Date('2027-01-13T22:00:00Z');
  const wish = (wishes: Partial<Wishes>, topic: Parameters<typeof deliveryOf>[0], ownMoment?: Date) =>
    deliveryOf(topic, { wishes: { ...DEFAULT_WISHES, ...wishes }, timeZone: 'Europe/Brussels', at, ownMoment });
  const morning = new Date('2027-01-14T06:00:00Z');

  it('of safety wait for nothing', () => {
    const wishes = { quiet: NIGHT, digestsStopped: true, frequencies: { account: 'never' } } as const;
    expect(wish(wishes, 'account')).toEqual({ by: 'mail', at });
  });

  it('of a charter cannot be refused, but keep the night', () => {
    expect(wish({ quiet: NIGHT, frequencies: { charter: 'weekly' } }, 'charter')).toEqual({ by: 'mail', at: morning });
  });

  it('follow the wish of their kind', () => {
    expect(wish({}, 'hours')).toEqual({ by: 'mail', at });
    expect(wish({ frequencies: { hours: 'never' } }, 'hours')).toEqual({ by: 'app' });
    const eight = new Date('2027-01-14T07:00:00Z');
    expect(wish({ frequencies: { hours: 'daily' } }, 'hours')).toEqual({ by: 'digest', at: eight });
    expect(wish({ frequencies: { hours: 'daily' }, digestsStopped: true }, 'hours')).toEqual({ by: 'app' });
    expect(wish({ quiet: NIGHT }, 'digest')).toEqual({ by: 'mail', at: morning });
  });

  it('of a search follow the search, unless all are refused', () => {
    expect(wish({}, 'searches', morning)).toEqual({ by: 'digest', at: morning });
    expect(wish({ frequencies: { searches: 'never' } }, 'searches', morning)).toEqual({ by: 'app' });
  });
});

describe('the form', () => {
  const form = { digestHour: '8', quietFrom: '22:00', quietTo: '07:00' };
  it('takes kinds one can choose, and no others', () => {
    expect(wishesForm.parse({ ...form, mail: { hours: 'weekly' } })).toEqual({
      frequencies: { hours: 'weekly' },
      quiet: null,
      digestHour: 8,
    });
    for (const mail of [{ account: 'never' }, { charter: 'never' }, { hours: 'often' }, { searches: 'weekly' }])
      expect(wishesForm.safeParse({ ...form, mail }).success).toBe(false);
  });

  it('takes a window, and no point in time', () => {
    expect(wishesForm.parse({ ...form, quiet: 'on' }).quiet).toEqual(NIGHT);
    expect(wishesForm.safeParse({ ...form, quiet: 'on', quietTo: '22:00' }).success).toBe(false);
    expect(wishesForm.safeParse({ ...form, quietFrom: '25:00' }).success).toBe(false);
  });
});
