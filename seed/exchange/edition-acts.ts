/** The steps that every edition of the demonstration takes, each as one act: made, opened, filled, given places. */
import type { EditionSettings, EditionStep, FloorRole } from '$lib/domains/exchange/edition/edition';
import { createEdition } from '$lib/domains/exchange/server/commands/editions/create-edition';
import { appointStaff } from '$lib/domains/exchange/server/commands/editions/appoint-staff';
import { moveEdition } from '$lib/domains/exchange/server/commands/editions/move-edition';
import { approveRegistrations } from '$lib/domains/exchange/server/commands/registrations/approve-registrations';
import { saveRegistration } from '$lib/domains/exchange/server/commands/registrations/save-registration';
import { setWish } from '$lib/domains/exchange/server/commands/wishes/set-wish';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Chance } from '../engine/chance';
import { at } from '../engine/moved-clock';
import type { Act } from '../engine/story';
import { registrationOf, type Guest } from './guests';

export interface EditionParts {
  calendar: Calendar;
  cast: Cast;
  chance: Chance;
}

const AT_ONCE = 8;
/** Between two who register. */
const APART_MS = 10_000;

/** One edition: its address and its registrations by organisation are known once the acts before have run. */
export class EditionStory {
  slug = '';
  readonly registrations = new Map<string, string>();
  readonly acts: Act[] = [];

  constructor(
    private readonly parts: EditionParts,
    private readonly name: string,
  ) {}

  act(days: number, hour: number, what: string, run: Act['run'], more: Partial<Act> = {}): void {
    const at = this.parts.calendar.ago(days, hour);
    this.acts.push({ at, what: `${this.name}: ${what}`, run, ...more });
  }

  as(key: string) {
    return this.parts.cast.as(key);
  }

  id(organisation: string): string {
    const id = this.registrations.get(organisation);
    if (!id) throw new Error(`${organisation} is not registered for ${this.name}`);
    return id;
  }

  /** `before` is known only when the act runs. */
  isMade(days: number, settings: EditionSettings, before: () => string | null = () => null): void {
    this.act(days, 9, 'is set up', async () => {
      ({ slug: this.slug } = await createEdition(this.as('admin'), { ...settings, copiedFrom: before() }));
    });
  }

  appoints(days: number, people: readonly (readonly [person: string, role: FloorRole])[]): void {
    this.act(days, 10, 'appoints its people', async () => {
      for (const [person, role] of people) {
        const { email } = this.parts.cast.person(person);
        await appointStaff(this.as('admin'), this.slug, { email, role, corner: null });
      }
    });
  }

  moves(days: number, hour: number, step: EditionStep): void {
    this.act(days, hour, step, () => moveEdition(this.as('admin'), this.slug, step));
  }

  /** In this order, which decides who waits where places are few. */
  isFilled(days: number, guests: readonly Guest[]): void {
    const began = this.parts.calendar.ago(days, 9).getTime();
    this.act(days, 9, 'organisations register', async () => {
      const chance = this.parts.chance.fork('registrations');
      const forms = guests.map((guest, index) => ({
        guest,
        form: registrationOf(guest, this.parts.cast, chance),
        moment: new Date(began + index * APART_MS),
      }));
      for (let from = 0; from < forms.length; from += AT_ONCE)
        await Promise.all(
          forms.slice(from, from + AT_ONCE).map(({ guest, form, moment }) =>
            at(moment, async () => {
              const organisationId = this.parts.cast.organisation(guest.organisation).id;
              const { id } = await saveRegistration(this.as(guest.person), this.slug, { ...form, organisationId });
              this.registrations.set(guest.organisation, id);
            }),
          ),
        );
    });
  }

  /** Each names a few whom it would like to meet; some insist on one, a few would rather not meet another. */
  saysWhomToMeet(days: number, guests: readonly Guest[]): void {
    this.act(days, 9, 'guests say whom to meet', async () => {
      const chance = this.parts.chance.fork('wishes');
      for (const { organisation, person } of guests.filter(() => chance.is(0.4))) {
        const others = chance.some(
          guests.filter((other) => other.organisation !== organisation),
          3,
        );
        const kinds = [chance.is(0.5) ? 'must' : 'meet', 'meet', chance.is(0.15) ? 'no' : 'meet'] as const;
        for (const [index, other] of others.entries())
          await setWish(this.as(person), this.slug, {
            registration: this.id(organisation),
            of: this.id(other.organisation),
            kind: kinds[index] ?? 'meet',
          });
      }
    });
  }

  /** `waiting` of the last ones stay with the organiser. */
  givesPlaces(days: number, guests: readonly Guest[], waiting = 0): void {
    this.act(days, 10, 'gives places', () =>
      approveRegistrations(this.as('admin'), this.slug, {
        registrations: guests.slice(0, guests.length - waiting).map(({ organisation }) => this.id(organisation)),
      }),
    );
  }
}
