/** The lines of an agenda in words, for pages, mails and paper alike. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatTime } from '$lib/shared/dates';
import type { Mark } from './agenda';

export interface LineToSay {
  start: string;
  end: string;
  table: number;
  other: string;
  person: string | null;
  gone: boolean;
  mark: Mark | null;
  changedAt: string | null;
}

const clock = (iso: string, timeZone: string) => formatTime(new Date(iso), getLocale(), timeZone);

/** "15:00 to 15:10" */
export const spanWords = ({ start, end }: Pick<LineToSay, 'start' | 'end'>, timeZone: string): string =>
  m.agenda_span({ from: clock(start, timeZone), until: clock(end, timeZone) });

/** "River Watch (Ana Silva)" */
export const whoWords = ({ other, person }: Pick<LineToSay, 'other' | 'person'>): string =>
  person ? m.agenda_who({ organisation: other, person }) : other;

/** "New at 15:20"; null for what stands as announced. */
export function markWords({ mark, changedAt, gone }: LineToSay, timeZone: string): string | null {
  const time = changedAt ? clock(changedAt, timeZone) : '';
  if (mark === 'cancelled') return m.agenda_mark_cancelled({ time });
  if (gone) return m.agenda_mark_gone();
  if (mark === 'new') return m.agenda_mark_new({ time });
  return mark === 'colleague' ? m.agenda_mark_colleague({ time }) : null;
}

export const clockWords = clock;

/** One line for a mail: "15:00 to 15:10, table 4: River Watch. New at 15:20" */
export function lineWords(line: LineToSay, timeZone: string): string {
  const text = m.agenda_line({ span: spanWords(line, timeZone), table: line.table, who: whoWords(line) });
  const mark = markWords(line, timeZone);
  return mark ? `${text}. ${mark}` : text;
}

/** What a press about a late gong did. */
export const shiftedWords = ({ minutes }: { minutes: number }): string =>
  minutes > 0 ? m.late_flash({ minutes }) : m.late_back_flash();
