/** A backup that cannot be made or restored; the message says what is wrong and what to do, in both languages. */
export class BackupError extends Error {
  constructor(
    readonly vi: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${vi} / ${en}`, options);
  }
}
