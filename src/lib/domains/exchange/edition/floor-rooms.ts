/** The rooms of an edition and for whom each is: what the tabs of its pages show. Pure. */
import type { RegistrationState } from '../registration/registration';
import { hasBoard, mayActAs, type EditionState, type FloorRole, type Mode } from './edition';

/** What the frame of an edition's pages knows of the reader. */
export interface FloorFrame {
  slug: string;
  name: string;
  state: EditionState;
  mode: Mode;
  roles: readonly FloorRole[];
  /** Registrations of organisations for which the reader may act. */
  mine: readonly { organisationId: string; registrationId: string; name: string; state: RegistrationState }[];
  /** Her own e-mail address is that of a delegate, whether or not she may act for the organisation. */
  isDelegate: boolean;
}

export interface RoomRule {
  /** Below `/exchange/[slug]`. */
  path: string;
  isFor: (frame: FloorFrame) => boolean;
}

const takesPart = ({ mine }: FloorFrame) => mine.some(({ state }) => state === 'approved');
const works =
  (needed: FloorRole) =>
  ({ roles }: FloorFrame) =>
    mayActAs(roles, needed);

/** Those for participants before those for the people of the floor. A room stands here once its page exists. */
export const ROOMS = [
  { path: 'register', isFor: ({ mine }: FloorFrame) => mine.length > 0 },
  { path: 'browse', isFor: (frame: FloorFrame) => takesPart(frame) || frame.roles.length > 0 },
  { path: 'suggestions', isFor: (frame: FloorFrame) => takesPart(frame) && frame.state !== 'results' },
  {
    path: 'agenda',
    isFor: (frame: FloorFrame) => frame.mode !== 'mingling' && (takesPart(frame) || frame.isDelegate),
  },
  {
    path: 'badges',
    isFor: (frame: FloorFrame) => takesPart(frame) || frame.isDelegate || works('organiser')(frame),
  },
  {
    path: 'deals',
    isFor: (frame: FloorFrame) => hasBoard(frame.state) && (takesPart(frame) || frame.roles.length > 0),
  },
  { path: 'manage', isFor: works('organiser') },
  { path: 'registrations', isFor: works('organiser') },
  { path: 'aftercare', isFor: (frame: FloorFrame) => hasBoard(frame.state) && works('organiser')(frame) },
  { path: 'schedule', isFor: works('organiser') },
  { path: 'door', isFor: ({ roles }: FloorFrame) => roles.length > 0 },
  { path: 'matchmaker', isFor: works('matchmaker') },
  { path: 'intake', isFor: works('broker') },
  { path: 'notary', isFor: works('valuer') },
  { path: 'valuer', isFor: works('valuer') },
] as const satisfies readonly RoomRule[];
export type Room = (typeof ROOMS)[number]['path'];

export function roomsFor(frame: FloorFrame): Room[] {
  return ROOMS.filter(({ isFor }) => isFor(frame)).map(({ path }) => path);
}

/** With one registration its tab leads straight to it. */
export function pathOf(frame: FloorFrame, room: Room): string {
  const [only] = frame.mine;
  const direct = room === 'register' && only && frame.mine.length === 1 ? `/${only.organisationId}` : '';
  return `/exchange/${frame.slug}/${room}${direct}`;
}
