/** NGOs from which the demonstration accounts want to hear nothing. */
import { blockNgo } from '$lib/domains/volunteers/server/commands/block-ngo';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Act } from '../engine/story';

const BLOCKED: Readonly<Record<string, string>> = { lawyer: 'tierwege', designer: 'padure-vie' };

export function blockActs(calendar: Calendar, cast: Cast): Act[] {
  return Object.entries(BLOCKED).map(([person, organisation]) => ({
    at: calendar.ago(11, 20),
    what: `${person} blocks ${organisation}`,
    run: () => blockNgo(cast.as(person), { organisationId: cast.organisation(organisation).id }),
  }));
}
