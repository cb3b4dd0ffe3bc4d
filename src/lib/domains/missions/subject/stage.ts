/** Where a policy file stands: the eight stages of the cycle, in order. Pure. */
import { m } from '$lib/paraglide/messages.js';

export const MISSION_STAGES = [
  'agenda_setting',
  'consultation',
  'proposal',
  'first_reading',
  'later_readings',
  'implementation',
  'enforcement',
  'litigation',
] as const;
export type MissionStage = (typeof MISSION_STAGES)[number];

export function isStage(value: string): value is MissionStage {
  return (MISSION_STAGES as readonly string[]).includes(value);
}

type Options = { locale?: 'en' | 'fr' | 'nl' };

const names: Record<MissionStage, (inputs: Record<string, never>, options: Options) => string> = {
  agenda_setting: m.mission_stage_agenda_setting,
  consultation: m.mission_stage_consultation,
  proposal: m.mission_stage_proposal,
  first_reading: m.mission_stage_first_reading,
  later_readings: m.mission_stage_later_readings,
  implementation: m.mission_stage_implementation,
  enforcement: m.mission_stage_enforcement,
  litigation: m.mission_stage_litigation,
};

const hints: Record<MissionStage, (inputs: Record<string, never>, options: Options) => string> = {
  agenda_setting: m.mission_stage_agenda_setting_hint,
  consultation: m.mission_stage_consultation_hint,
  proposal: m.mission_stage_proposal_hint,
  first_reading: m.mission_stage_first_reading_hint,
  later_readings: m.mission_stage_later_readings_hint,
  implementation: m.mission_stage_implementation_hint,
  enforcement: m.mission_stage_enforcement_hint,
  litigation: m.mission_stage_litigation_hint,
};

export function stageName(stage: MissionStage, options: Options = {}): string {
  return names[stage]({}, options);
}

/** What happens at this stage, in one sentence. */
export function stageHint(stage: MissionStage, options: Options = {}): string {
  return hints[stage]({}, options);
}
