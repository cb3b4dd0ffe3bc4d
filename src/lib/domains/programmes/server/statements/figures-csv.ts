/** The figures of a dashboard as CSV; groups of fewer than five people stay empty. */
import { stringify } from 'csv-stringify/sync';
import type { EmployerDashboard } from '../queries/employer-dashboard';

export function figuresCsv(board: EmployerDashboard): string {
  const hours = (minutes: number | null) => (minutes === null ? '' : (minutes / 60).toFixed(2));
  const group = (kind: string, rows: readonly { label: string; minutes: number | null }[]) =>
    rows.map(({ label, minutes }) => [kind, label, hours(minutes)]);
  return stringify(
    [
      ['group', 'label', 'hours'],
      ['total', board.period, hours(board.figures.minutes)],
      ...board.figures.months.map(({ month, minutes }) => ['month', month, hours(minutes)]),
      ...group('cause', board.byCause),
      ...group('skill', board.bySkill),
      ...group('team', board.byTeam),
    ],
    { escape_formulas: true, record_delimiter: '\r\n' },
  );
}
