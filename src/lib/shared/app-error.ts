/** The one error that commands and queries throw on purpose; only `server/boundary` turns it into an answer. */

/** Every code with the HTTP status it becomes. */
export const STATUS_BY_CODE = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 422,
  limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_BY_CODE;

export interface AppErrorDetail {
  /** The form field the reason belongs to, in dotted form (`roles.0.seats`). */
  field?: string;
  /** Values for the message behind `reason`. */
  params?: Record<string, string | number>;
}

/** `reason` is a message key such as `mission_error_deadline_past`, never prose. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly field: string | undefined;
  readonly params: Record<string, string | number>;

  constructor(code: ErrorCode, reason: string, detail: AppErrorDetail = {}) {
    super(`${code}: ${reason}`);
    this.name = 'AppError';
    this.code = code;
    this.reason = reason;
    this.field = detail.field;
    this.params = detail.params ?? {};
  }

  get status(): number {
    return STATUS_BY_CODE[this.code];
  }
}
