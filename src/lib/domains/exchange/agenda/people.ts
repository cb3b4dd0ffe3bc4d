/** The people of a floor: who speaks for which organisations. The same address in several registrations is one person. Pure. */
import type { Delegate } from '../registration/registration';
import { roundsBetween, type Frame } from './rounds';

export interface Speaker {
  /** The delegate's id; of one who is listed several times, the id that sorts first. */
  key: string;
  /** Her ids as a delegate, one for each registration that lists her. */
  ids: string[];
  name: string;
  email: string;
  isPublic: boolean;
  /** Registrations she speaks for, in a fixed order. */
  registrations: string[];
  times: { from: string | null; until: string | null }[];
}

export interface WithDelegates {
  _id: string;
  delegates: readonly (Pick<Delegate, 'id' | 'name' | 'from' | 'until' | 'isPublic'> & { email?: string | null })[];
}

export function speakersOf(registrations: readonly WithDelegates[]): Speaker[] {
  const all = registrations
    .flatMap(({ _id, delegates }) => delegates.map((one) => ({ ...one, registration: _id })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = new Map<string, Speaker>();
  for (const { id, name, email, isPublic, registration, from, until } of all) {
    const address = email?.trim().toLowerCase() ?? '';
    const who = address || id;
    const speaker = known.get(who) ?? {
      key: id,
      ids: [],
      name,
      email: address,
      isPublic,
      registrations: [],
      times: [],
    };
    speaker.ids.push(id);
    if (!speaker.registrations.includes(registration)) speaker.registrations.push(registration);
    // Who wants her name hidden in one place wants it hidden.
    speaker.isPublic &&= isPublic;
    speaker.times.push({ from, until });
    known.set(who, speaker);
  }
  return [...known.values()];
}

/** Whenever one of her registrations says that she is there, she is. */
export function roundsOf({ times }: Speaker, frame: Frame, timeZone: string): number[] {
  return [...new Set(times.flatMap((one) => roundsBetween(frame, one, timeZone)))].sort((a, b) => a - b);
}
