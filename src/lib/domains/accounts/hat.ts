/** The hats of one account: volunteer, member of an NGO, staff of an employer, moderator. */

const HAT = /^(volunteer|moderator|(ngo|staff):[a-z0-9-]{1,80})$/;

export function isHat(text: string): boolean {
  return HAT.test(text);
}
