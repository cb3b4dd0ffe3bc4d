/** A candidate as the list shows her: plain data, safe for the browser. Pure. */
import type { CriterionScore } from '../reasons';

export interface CandidateView {
  volunteer: {
    id: string;
    name: string;
    headline: string;
    place: string;
    hoursPerWeek: number | null;
    languages: string[];
  };
  /** 0 to 100. */
  score: number;
  /** 0 to 9. */
  band: number;
  criteria: CriterionScore[];
  shownToNgos: number;
  inPlay: { kind: 'invited' | 'applied'; applicationId: string | null } | null;
}
