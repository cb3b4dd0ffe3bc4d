/** What an employer's dashboard shows, folded from the entries of a period; groups of fewer than five are not shown. Pure. */

export const SMALLEST_GROUP = 5;
/** Groups that a chart has room for. */
const SHOWN_GROUPS = 12;

export interface CountedEntry {
  personId: string;
  team: string;
  day: string;
  minutes: number;
  causes: readonly string[];
  skills: readonly string[];
}

export interface GroupFigure {
  key: string;
  /** Null where fewer than five people stand behind it. */
  minutes: number | null;
}

export interface PeriodFigures {
  minutes: number;
  people: number;
  byMonth: { month: string; minutes: number; people: number }[];
  byCause: GroupFigure[];
  bySkill: GroupFigure[];
  byTeam: GroupFigure[];
}

class Groups {
  private readonly groups = new Map<string, { minutes: number; people: Set<string> }>();

  add(key: string, personId: string, minutes: number): void {
    const group = this.groups.get(key) ?? { minutes: 0, people: new Set<string>() };
    group.minutes += minutes;
    group.people.add(personId);
    this.groups.set(key, group);
  }

  /**
   * The largest first. A single hidden group could be reckoned from the total and the others: then the smallest shown one
   * is hidden with it. `shares`: the groups of one entry divide it, so that they add up to the total.
   */
  figures(shares: boolean): GroupFigure[] {
    const sorted = [...this.groups].toSorted(([, a], [, b]) => b.minutes - a.minutes);
    const small = sorted.filter(([, { people }]) => people.size < SMALLEST_GROUP);
    const hidden = new Set(small.map(([key]) => key));
    if (shares && small.length === 1) {
      const next = sorted.filter(([key]) => !hidden.has(key)).at(-1);
      if (next) hidden.add(next[0]);
    }
    return sorted
      .slice(0, SHOWN_GROUPS)
      .map(([key, { minutes }]) => ({ key, minutes: hidden.has(key) ? null : Math.round(minutes) }));
  }

  months(): PeriodFigures['byMonth'] {
    return [...this.groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, { minutes, people }]) => ({ month, minutes, people: people.size }));
  }
}

/** Takes entries one at a time, so that fifty thousand of them never lie in memory. */
export class FiguresFold {
  private minutes = 0;
  private readonly people = new Set<string>();
  private readonly months = new Groups();
  private readonly causes = new Groups();
  private readonly skills = new Groups();
  private readonly teams = new Groups();

  add({ personId, team, day, minutes, causes, skills }: CountedEntry): void {
    this.minutes += minutes;
    this.people.add(personId);
    this.months.add(day.slice(0, 7), personId, minutes);
    this.teams.add(team, personId, minutes);
    // Work for two causes is half for each: the bars add up to the hours.
    for (const cause of causes) this.causes.add(cause, personId, minutes / causes.length);
    for (const skill of skills) this.skills.add(skill, personId, minutes / skills.length);
  }

  figures(): PeriodFigures {
    return {
      minutes: this.minutes,
      people: this.people.size,
      byMonth: this.months.months(),
      byCause: this.causes.figures(true),
      bySkill: this.skills.figures(true),
      byTeam: this.teams.figures(true),
    };
  }
}

/** A calendar year, one of its quarters, or one of its months: `2026`, `2026-q2`, `2026-03`. */
export const PERIOD_PATTERN = /^\d{4}(-q[1-4]|-(0[1-9]|1[0-2]))?$/;

/** First and last day, as text that compares. */
export function daysOf(period: string): { from: string; to: string } {
  const year = period.slice(0, 4);
  const quarter = /-q([1-4])$/.exec(period)?.[1];
  if (quarter) {
    const first = (Number(quarter) - 1) * 3 + 1;
    const month = (number: number) => String(number).padStart(2, '0');
    return { from: `${year}-${month(first)}-01`, to: `${year}-${month(first + 2)}-31` };
  }
  return period.length === 4
    ? { from: `${year}-01-01`, to: `${year}-12-31` }
    : { from: `${period}-01`, to: `${period}-31` };
}

/** The periods whose figures a day is part of. */
export function periodsOf(day: string): string[] {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return [day.slice(0, 4), `${day.slice(0, 4)}-q${quarter}`, day.slice(0, 7)];
}

/** The months of a period, in order. */
export function monthsOf(period: string): string[] {
  const { from, to } = daysOf(period);
  const first = Number(from.slice(5, 7));
  return Array.from(
    { length: Number(to.slice(5, 7)) - first + 1 },
    (_, index) => `${period.slice(0, 4)}-${String(first + index).padStart(2, '0')}`,
  );
}
