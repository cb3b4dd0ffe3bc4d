/** How the organisations came here: entered, checked, corrected, joined by others; and a few that wait for a moderator. */
import { createOrganisationSchema } from '$lib/domains/organisations/organisation.input';
import type { MemberRole } from '$lib/domains/organisations/organisation';
import { createOrganisation } from '$lib/domains/organisations/server/commands/create-organisation';
import { editOrganisation } from '$lib/domains/organisations/server/commands/edit-organisation';
import { acceptInvitation } from '$lib/domains/organisations/server/commands/members/accept-invitation';
import { inviteMember } from '$lib/domains/organisations/server/commands/members/invite-member';
import { requestOrganisationChanges } from '$lib/domains/organisations/server/commands/verification/request-organisation-changes';
import { suspendOrganisation } from '$lib/domains/organisations/server/commands/verification/suspend-organisation';
import { verifyOrganisation } from '$lib/domains/organisations/server/commands/verification/verify-organisation';
import type { Calendar } from '../engine/calendar';
import type { Cast, CastPerson } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { Act } from '../engine/story';
import { OWNERS } from '../people/demo-people';
import { addressWords, type PersonNames } from '../people/person-names';
import { ORGANISATIONS } from './all-organisations';
import { registerNumber, type SeedOrganisation } from './seed-organisation';

export interface PlanParts {
  calendar: Calendar;
  cast: Cast;
  chance: Chance;
  names: PersonNames;
}

/** These had something to correct before they were verified. */
const CORRECTED: Readonly<Record<string, string>> = {
  'maison-des-recours':
    'Merci pour ce dossier très clair. Il manque une ligne sur la part des subventions dans votre budget ; ajoutez-la et nous vérifions aussitôt.',
  hersteltafel: 'Dank je. Zet er nog bij welke gemeente bijdraagt en sinds wanneer, dan is het rond.',
  kettenblick:
    'Please add the extract from the register of associations; the notice of tax exemption alone is not enough.',
  'techo-claro': 'Please say in one sentence who may speak for the association.',
};

/** These were verified, and changed something afterwards that moderators had checked. */
const MOVED = ['atelier-du-durable', 'padure-vie'];

/** Invitations that nobody has answered yet. */
const OPEN_INVITATIONS: readonly (readonly [organisation: string, address: string, role: MemberRole, days: number])[] =
  [
    ['riverbend', 'treasurer@riverbend.example', 'viewer', 2],
    // This one has expired.
    ['riverbend', 'archive@riverbend.example', 'editor', 24],
    ['kettenblick', 'hospitation@kettenblick.example', 'editor', 5],
    ['lumiere-registre', 'stage@lumiere-registre.example', 'viewer', 3],
  ];

function textsOf(organisation: SeedOrganisation, count: number) {
  const { key, name, legalForm, country, city, language, languages, causes } = organisation;
  const { purpose, means, proof, description, register } = organisation;
  return createOrganisationSchema.parse({
    ...{ name, legalForm, country, city, language, languages, causes, purpose, means, proof, description },
    website: organisation.website ?? `https://${key}.example`,
    registerNumber: register ? registerNumber(count, register === 'right') : '',
  });
}

export interface OrganisationPlan {
  acts: Act[];
  people: CastPerson[];
  /** Keys of the owner and the editors, the owner first, by the organisation's key. */
  editors: ReadonlyMap<string, readonly string[]>;
}

export function planOrganisations(parts: PlanParts): OrganisationPlan {
  const plans = ORGANISATIONS.map((organisation, index) => planOne(parts, organisation, index + 1));
  return {
    acts: plans.flatMap(({ acts }) => acts),
    people: plans.flatMap(({ people }) => people),
    editors: new Map(plans.map(({ key, editors }) => [key, editors])),
  };
}

interface OnePlan {
  key: string;
  acts: Act[];
  people: CastPerson[];
  editors: string[];
}

function planOne(parts: PlanParts, organisation: SeedOrganisation, count: number): OnePlan {
  const { calendar, cast, names } = parts;
  const { key, country, language, joined, team = [] } = organisation;
  const chance = parts.chance.fork(key);
  const texts = textsOf(organisation, count);
  const newPerson = (role: string, at: Date): CastPerson => {
    const { name } = names.next(chance, country, language);
    return { key: `${key}/${role}`, name, email: `${addressWords(name)}@${key}.example`, locale: language, at };
  };
  // Hours grow along the story, so that days that fall on one Friday keep their order.
  const day = (days: number, hour: number) => calendar.onWorkingDay(calendar.ago(days, hour + chance.next() * 0.8));
  const act = (at: Date, what: string, run: Act['run']): Act => ({ at, what: `${key}: ${what}`, run });

  const people: CastPerson[] = [];
  const acts: Act[] = [];
  const owner = OWNERS[key] ?? `${key}/owner`;
  if (!OWNERS[key]) people.push(newPerson('owner', day(joined + 1, 7)));
  acts.push(
    act(day(joined, 8), 'is entered', async () => {
      const input = CORRECTED[key] ? { ...texts, proof: 'Follows by mail.' } : texts;
      // Names are invented to differ; one word in common is no reason to ask.
      const made = await createOrganisation(cast.as(owner), {
        ...input,
        kind: organisation.kind ?? 'ngo',
        different: true,
      });
      cast.keepOrganisation(key, made);
    }),
    ...checkActs(parts, organisation, { texts, owner, act, day }),
  );
  team.forEach((role, index) => {
    const dayOf = (offset: number, hour: number) => day(Math.max(1, joined - 6 - index - offset), hour);
    const member = newPerson(`${role}-${index + 1}`, dayOf(1, 16));
    people.push(member);
    acts.push(...joinActs(cast, { key, owner, member, role }, dayOf, act));
  });
  for (const [inviting, email, role, days] of OPEN_INVITATIONS.filter(([inviting]) => inviting === key))
    acts.push(
      act(day(days, 14), `invites ${email}`, () =>
        inviteMember(cast.as(owner), { organisationId: cast.organisation(inviting).id, email, role }),
      ),
    );
  const editors = team.flatMap((role, index) => (role === 'editor' ? [`${key}/editor-${index + 1}`] : []));
  return { key, acts, people, editors: [owner, ...editors] };
}

interface Workings {
  texts: ReturnType<typeof textsOf>;
  owner: string;
  act: (at: Date, what: string, run: Act['run']) => Act;
  day: (days: number, hour: number) => Date;
}

function checkActs({ cast }: PlanParts, organisation: SeedOrganisation, { texts, owner, act, day }: Workings): Act[] {
  const { key, joined, standing = 'verified', note = '' } = organisation;
  const id = () => cast.organisation(key).id;
  const verify = (days: number) =>
    act(day(days, 15), 'is verified', () => verifyOrganisation(cast.as('moderator'), { organisationId: id() }));
  const edit = (what: string, days: number, changes: Partial<typeof texts>, version: number) =>
    act(day(days, 12), what, () => {
      const { different: _different, ...given } = { ...texts, ...changes };
      return editOrganisation(cast.as(owner), { organisationId: id(), version, ...given });
    });
  const ask = (days: number, text: string) =>
    act(day(days, 10), 'is asked for changes', () =>
      requestOrganisationChanges(cast.as('moderator'), { organisationId: id(), note: text }),
    );
  const correction = CORRECTED[key];
  if (correction) return [ask(joined - 1, correction), edit('is corrected', joined - 3, {}, 1), verify(joined - 4)];
  switch (standing) {
    case 'waiting':
      return [];
    case 'changes_requested':
      return [ask(Math.max(1, joined - 2), note)];
    case 'suspended':
      return [
        verify(joined - 2),
        act(day(11, 16), 'is suspended', () =>
          suspendOrganisation(cast.as('moderator'), { organisationId: id(), reason: note }),
        ),
      ];
    case 'verified':
      return [
        verify(joined - 2),
        ...(MOVED.includes(key)
          ? [edit('moves its website', key === MOVED[0] ? 3 : 8, { website: `https://www.${key}.example` }, 1)]
          : []),
      ];
  }
}

function joinActs(
  cast: Cast,
  { key, owner, member, role }: { key: string; owner: string; member: CastPerson; role: MemberRole },
  day: (offset: number, hour: number) => Date,
  act: Workings['act'],
): Act[] {
  let token = '';
  return [
    act(day(0, 16), `${member.name} is invited`, async () => {
      const organisationId = cast.organisation(key).id;
      ({ token } = await inviteMember(cast.as(owner), { organisationId, email: member.email, role }));
    }),
    act(day(1, 17), `${member.name} joins`, () => acceptInvitation(cast.as(member.key), { token })),
  ];
}
