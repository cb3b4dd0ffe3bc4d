/** An application in a list. */
import type { ApplicationState } from '../../application/application';
import type { ApplicationDocument } from '../application.model';
import type { Names } from '../naming';

export interface ApplicationItem extends Names {
  id: string;
  state: ApplicationState;
  appliedAt: string;
  dueAt: string | null;
}

export function applicationItem(application: ApplicationDocument, names: Names): ApplicationItem {
  return {
    ...names,
    id: application._id,
    state: application.state,
    appliedAt: application.appliedAt.toISOString(),
    dueAt: application.dueAt?.toISOString() ?? null,
  };
}
