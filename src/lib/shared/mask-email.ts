/** `sara.peeters@example.org` as `s•••@example.org`: enough for its owner to know it by, too little for others. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.charAt(0)}•••${email.slice(at)}`;
}
