/** What a mission's card takes: the presenter's shape, as a component may name it, and how well it fits the reader. */
import type { MissionState } from '../mission';
import type { MissionStage } from '../subject/stage';

export interface CardMission {
  id: string;
  slug: string;
  anonymised: boolean;
  title: string;
  summary: string;
  language: string;
  state: MissionState;
  open: boolean;
  stage: MissionStage;
  /** ISO instant. */
  deadline: string;
  institution: string | null;
  organisation: { slug: string; name: string; replyHours: number | null } | null;
  causes: readonly { slug: string; label: string }[];
  place: { remote: boolean; country: string | null; city: string | null };
  roles: readonly {
    id: string;
    title: string;
    hours: number;
    seats: number;
    openSeats: number;
    mustHave: readonly { slug: string; label: string }[];
  }[];
}

export interface CardFit {
  /** 0 to 100. */
  score: number;
  /** The word for its band. */
  word: string;
  /** Slugs of the skills asked for that the reader has. */
  skills: ReadonlySet<string>;
}
