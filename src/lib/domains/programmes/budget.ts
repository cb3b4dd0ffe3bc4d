/** The hours of one employer in one calendar year: free, reserved by approvals, used by verified work. Pure. */

export interface Reservation {
  sponsorshipId: string;
  personId: string;
  /** Minutes that the approval set aside, and how many of them verified work has used. */
  minutes: number;
  used: number;
  /** Who approved; null for the rule itself. */
  by: string | null;
  byName: string;
}

/** `budgetMinutes = freeMinutes + reservedMinutes + usedMinutes`, always: each write moves minutes between them. */
export interface ProgrammeYear {
  /** The employer's id and the year. */
  _id: string;
  organisationId: string;
  year: number;
  budgetMinutes: number;
  freeMinutes: number;
  reservedMinutes: number;
  usedMinutes: number;
  /** Of approvals that are still open. */
  reservations: Reservation[];
}

export function yearId(organisationId: string, year: number): string {
  return `${organisationId}-${year}`;
}

/** Whether the parts of a budget add up: for tests and for the operator. */
export function addsUp(year: ProgrammeYear): boolean {
  const open = year.reservations.reduce((sum, { minutes, used }) => sum + minutes - used, 0);
  return (
    year.freeMinutes >= 0 &&
    open === year.reservedMinutes &&
    year.freeMinutes + year.reservedMinutes + year.usedMinutes === year.budgetMinutes
  );
}
