/** Everybody and everything of the demonstration by key, and the contexts in which people act. */
import { importPeople } from '$lib/domains/accounts/server/commands/operator/import-people';
import { now } from '$lib/server/clock';
import { systemContext, type PlatformRole, type SignedIn } from '$lib/server/context';
import type { Locale } from '$lib/shared/locale';

export interface CastPerson {
  key: string;
  name: string;
  email: string;
  locale: Locale;
  /** When she signed up. */
  at: Date;
  platformRoles?: PlatformRole[];
}

export interface CastMission {
  id: string;
  slug: string;
  organisation: string;
  /** Ids of the roles and deliverables, in the order of the text. */
  roleIds: string[];
}

function found<T>(map: ReadonlyMap<string, T>, kind: string, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`no ${kind} is called ${key} yet`);
  return value;
}

export class Cast {
  private readonly people = new Map<string, CastPerson & { id: string }>();
  private readonly organisations = new Map<string, { id: string; slug: string }>();
  private readonly missions = new Map<string, CastMission>();

  /** @param passwordHash made once for everybody: a hash takes longer than all the rest of a sign-up */
  async enter(people: readonly CastPerson[], passwordHash: string): Promise<void> {
    const ids = await importPeople(systemContext(), {
      people: people.map(({ key: _, ...person }) => person),
      passwordHash,
    });
    people.forEach((person, index) => this.people.set(person.key, { ...person, id: ids[index] ?? '' }));
  }

  person(key: string): CastPerson & { id: string } {
    return found(this.people, 'person', key);
  }

  /** The person herself, at the moment of the act. */
  as(key: string): SignedIn {
    const { id, name, locale, platformRoles = [] } = this.person(key);
    return {
      actor: { personId: id, name, platformRoles, confirmed: true, sessionId: null },
      locale,
      now: now(),
      address: 'demonstration',
      system: false,
    };
  }

  keepOrganisation(key: string, organisation: { id: string; slug: string }): void {
    this.organisations.set(key, organisation);
  }

  organisation(key: string): { id: string; slug: string } {
    return found(this.organisations, 'organisation', key);
  }

  keepMission(key: string, mission: CastMission): void {
    this.missions.set(key, mission);
  }

  mission(key: string): CastMission {
    return found(this.missions, 'mission', key);
  }
}
