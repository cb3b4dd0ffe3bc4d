/** Who works for an employer: how people join, and what a list of staff may say. Pure. */
import { z } from 'zod';
import { DAY } from '$lib/shared/dates';

export const STAFF_STATES = ['invited', 'active', 'left'] as const;
export type StaffState = (typeof STAFF_STATES)[number];
export const JOINED_BY = ['domain', 'invitation', 'list', 'sign_on'] as const;
export type JoinedBy = (typeof JOINED_BY)[number];

export const STAFF_INVITATION_MS = 30 * DAY;
export const MAX_IMPORT_ROWS = 2000;
export const TEAM_MAX = 60;

export interface StaffRow {
  email: string;
  team: string;
  managerEmail: string;
}

export interface RowProblem {
  /** As an editor counts: the head is row 1. */
  row: number;
  email: string;
  /** A message key. */
  reason:
    | 'staff_row_email'
    | 'staff_row_twice'
    | 'staff_row_team'
    | 'staff_row_manager'
    | 'staff_row_known'
    | 'staff_row_self';
}

export interface StaffList {
  rows: StaffRow[];
  problems: RowProblem[];
}

const address = z.email();
const HEADS: Record<keyof StaffRow, readonly string[]> = {
  email: ['email', 'e-mail', 'mail', 'adresse', 'e-mailadres'],
  team: ['team', 'équipe', 'equipe', 'afdeling', 'department'],
  managerEmail: ['manager', 'manager_email', 'responsable', 'leidinggevende'],
};

/** Where each column stands; null when there is no head with an address. */
export function columnsOf(head: readonly string[]): Record<keyof StaffRow, number> | null {
  const plain = head.map((cell) => cell.trim().toLowerCase());
  const at = (key: keyof StaffRow) => plain.findIndex((cell) => HEADS[key].includes(cell));
  const columns = { email: at('email'), team: at('team'), managerEmail: at('managerEmail') };
  return columns.email < 0 ? null : columns;
}

/** Reads a list row by row; a row with a problem is told and left out, the others are taken. */
export function readStaffList(records: readonly (readonly string[])[], known: ReadonlySet<string>): StaffList | null {
  const columns = columnsOf(records[0] ?? []);
  if (!columns) return null;
  const list: StaffList = { rows: [], problems: [] };
  const seen = new Set<string>();
  records.slice(1).forEach((record, index) => {
    const cell = (key: keyof StaffRow) => (record[columns[key]] ?? '').trim();
    const row = {
      email: cell('email').toLowerCase(),
      team: cell('team'),
      managerEmail: cell('managerEmail').toLowerCase(),
    };
    if (Object.values(row).every((value) => value === '')) return;
    const reason = problemOf(row, seen, known);
    seen.add(row.email);
    if (reason) list.problems.push({ row: index + 2, email: row.email.slice(0, 100), reason });
    else list.rows.push(row);
  });
  return list;
}

function problemOf(row: StaffRow, seen: ReadonlySet<string>, known: ReadonlySet<string>): RowProblem['reason'] | null {
  if (row.email.length > 254 || !address.safeParse(row.email).success) return 'staff_row_email';
  if (seen.has(row.email)) return 'staff_row_twice';
  if (known.has(row.email)) return 'staff_row_known';
  if (row.team.length > TEAM_MAX) return 'staff_row_team';
  if (row.managerEmail === row.email) return 'staff_row_self';
  if (row.managerEmail !== '' && !address.safeParse(row.managerEmail).success) return 'staff_row_manager';
  return null;
}
