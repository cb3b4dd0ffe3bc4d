/** The words of the checklist and of the estimate, in the writer's language. */
import { m } from '$lib/paraglide/messages.js';
import type { Part } from './checklist';
import type { Estimate } from './estimate';

export function partName(part: Part): string {
  switch (part) {
    case 'title':
      return m.mission_part_title();
    case 'summary':
      return m.mission_part_summary();
    case 'goal':
      return m.mission_part_goal();
    case 'decider':
      return m.mission_part_decider();
    case 'stage':
      return m.mission_part_stage();
    case 'deadline':
      return m.mission_part_deadline();
    case 'deadline_reason':
      return m.mission_part_deadline_reason();
    case 'deliverables':
      return m.mission_part_deliverables();
    case 'roles':
      return m.mission_part_roles();
    case 'role_hours':
      return m.mission_part_role_hours();
    case 'role_skills':
      return m.mission_part_role_skills();
    case 'role_languages':
      return m.mission_part_role_languages();
    case 'place':
      return m.mission_part_place();
    case 'causes':
      return m.mission_part_causes();
    case 'anonymised':
      return m.mission_part_anonymised();
    case 'file':
      return m.mission_part_file();
    case 'person_role':
      return m.mission_part_person_role();
    case 'parties':
      return m.mission_part_parties();
  }
}

export interface Remark {
  tone: 'good' | 'warn';
  text: string;
}

export function scopeWords({ scope }: Pick<Estimate, 'scope'>): Remark | null {
  switch (scope) {
    case 'ok':
      return { tone: 'good', text: m.mission_scope_ok() };
    case 'thin':
      return { tone: 'warn', text: m.mission_scope_thin() };
    case 'wide':
      return { tone: 'warn', text: m.mission_scope_wide() };
    case 'unknown':
      return null;
  }
}

export function timeWords({ time, weekly, daysLeft }: Pick<Estimate, 'time' | 'weekly' | 'daysLeft'>): Remark | null {
  switch (time) {
    case 'ok':
      return { tone: 'good', text: m.mission_time_ok({ count: weekly ?? 0 }) };
    case 'tight':
      return { tone: 'warn', text: m.mission_time_tight({ count: weekly ?? 0 }) };
    case 'short':
      return { tone: 'warn', text: m.mission_time_short({ count: daysLeft ?? 0 }) };
    case 'past':
      return { tone: 'warn', text: m.mission_time_past() };
    case 'unknown':
      return null;
  }
}
