/** What the accounts domain does by itself: its mails, its clean-up, and the right to refuse mail. */

export function registerAccountsSubscribers(): void {}
