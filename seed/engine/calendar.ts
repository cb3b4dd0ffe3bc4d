/** The calendar of the demonstration: everything happens so many days before or after the day it is made on. */
import { instantIn } from '$lib/domains/missions/deadline';
import { DAY, HOUR, isoDay } from '$lib/shared/dates';

export class Calendar {
  /** The start of the day in UTC: the same all day long, and nothing in the story happens after it. */
  readonly today: Date;

  constructor(now: Date) {
    this.today = new Date(Math.floor(now.getTime() / DAY) * DAY);
  }

  /** `days` ago at this hour, UTC; fractions of an hour are minutes. Day 0 is already over by then: use 1 or more. */
  ago(days: number, hour = 9): Date {
    return new Date(this.today.getTime() - days * DAY + Math.round(hour * 60) * 60_000);
  }

  /** The end of the working day in Brussels, `days` from today. */
  deadline(days: number, time = '18:00'): Date {
    return instantIn(isoDay(new Date(this.today.getTime() + days * DAY + 12 * HOUR)), time);
  }

  /** The start of a day in UTC, `days` from today, as date fields keep it. */
  day(days: number): Date {
    return new Date(this.today.getTime() + days * DAY);
  }

  /** Whole days from `at` until today; negative when it lies ahead. */
  daysAgo(at: Date): number {
    return Math.floor((this.today.getTime() - at.getTime()) / DAY);
  }

  /** The same hour, `days` working days (Monday to Friday) earlier. */
  workingDaysBefore(at: Date, days: number): Date {
    const result = new Date(at);
    for (let left = days; left > 0;) {
      result.setUTCDate(result.getUTCDate() - 1);
      if (result.getUTCDay() !== 0 && result.getUTCDay() !== 6) left--;
    }
    return result;
  }

  /** Moved back to the Friday before when it falls on a weekend: people of the demonstration rest. */
  onWorkingDay(at: Date): Date {
    const weekday = at.getUTCDay();
    const shift = weekday === 6 ? -1 : weekday === 0 ? -2 : 0;
    return new Date(at.getTime() + shift * DAY);
  }
}
