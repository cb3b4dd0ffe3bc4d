/** Who looks at the page, as the shell needs it; null for a stranger. */

export interface Hat {
  key: string;
  /** "Volunteer", or the organisation's name. */
  label: string;
  /** The first room of that hat. */
  href: string;
}

export interface Viewer {
  name: string;
  email?: string | undefined;
  /** False until the e-mail address is confirmed. */
  confirmed?: boolean | undefined;
  hats: readonly Hat[];
  /** Key of the hat she chose or began with. */
  hat?: string | null | undefined;
  unread?: number | undefined;
  /** An employer here gives her time. */
  isStaff?: boolean | undefined;
  isModerator: boolean;
  isOperator: boolean;
}

/** The hat that is on: in an organisation's or the moderators' rooms it is theirs, elsewhere the one that was chosen. */
export function hatWorn(viewer: Pick<Viewer, 'hats' | 'hat'>, address: string): Hat | undefined {
  const room = viewer.hats.find((hat) => hat.key !== 'volunteer' && `${address}/`.startsWith(`${hat.href}/`));
  return room ?? viewer.hats.find(({ key }) => key === viewer.hat) ?? viewer.hats[0];
}
