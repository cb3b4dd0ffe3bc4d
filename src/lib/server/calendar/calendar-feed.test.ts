import { describe, expect, it } from 'vitest';
import { calendarText, type CalendarEntry } from './calendar-feed';

const options = { name: 'Causeway', host: 'causeway.example', locale: 'en', timeZone: 'Europe/Brussels' } as const;
const entry: CalendarEntry = {
  id: 'milestone-1',
  start: new Date('2027-03-28T00:30:00Z'),
  summary: 'Draft',
  changed: new Date('2027-03-01T09:00:00Z'),
};
const unfolded = (text: string) => text.replace(/\r\n /g, '');

describe('a calendar feed', () => {
  it('puts a whole day on the day of its zone, also when the clocks change', () => {
    // 23:30 UTC on the 27th is half past midnight in Brussels, on the 28th.
    const text = calendarText(options, [{ ...entry, start: new Date('2027-03-27T23:30:00Z') }]);
    expect(text).toContain('DTSTART;VALUE=DATE:20270328');
    expect(text).toContain('UID:milestone-1@causeway.example');
  });

  it('gives instants in UTC', () => {
    const text = calendarText(options, [{ ...entry, end: new Date('2027-03-28T01:30:00Z') }]);
    expect(text).toContain('DTSTART:20270328T003000Z');
    expect(text).toContain('DTEND:20270328T013000Z');
  });

  it('escapes and folds what people wrote', () => {
    const summary = `Line one\nBEGIN:VEVENT, ${'long '.repeat(40)};`;
    const text = calendarText(options, [{ ...entry, summary }]);
    expect(text.match(/BEGIN:VEVENT\r?$/gm)).toHaveLength(1);
    expect(unfolded(text)).toContain('SUMMARY:Line one\\nBEGIN:VEVENT\\, long');
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it('says that an entry is off, with a higher sequence', () => {
    const text = calendarText(options, [{ ...entry, cancelled: true, sequence: 3 }]);
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('SEQUENCE:3');
  });
});
