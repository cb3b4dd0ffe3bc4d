/** Who looks at the page, as the shell needs it; null for a stranger. */

export interface Hat {
  key: string;
  /** "Volunteer", or the organisation's name. */
  label: string;
  href: string;
  current?: boolean | undefined;
}

export interface Viewer {
  name: string;
  email?: string | undefined;
  /** False until the e-mail address is confirmed. */
  confirmed?: boolean | undefined;
  hats: readonly Hat[];
  unread?: number | undefined;
  isModerator: boolean;
  isOperator: boolean;
}
