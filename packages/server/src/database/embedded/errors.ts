/** What can be wrong with the embedded database, said so that a person can act: Vietnamese first, English second. */

/** The embedded database cannot start or go on. `message` is both languages, one a line. */
export class EmbeddedDatabaseError extends Error {
  override readonly name: string = "EmbeddedDatabaseError";

  constructor(
    readonly vi: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${vi}\n${en}`, options);
  }
}

/** Another living process holds the data directory. Starting a second would destroy it, so nothing was touched. */
export class DataDirectoryInUse extends EmbeddedDatabaseError {
  override readonly name = "DataDirectoryInUse";

  constructor(
    readonly data: string,
    /** The process to look at, or to stop, first. */
    readonly pid: number,
  ) {
    super(
      `Thư mục dữ liệu ${data} đang được tiến trình ${pid} sử dụng. Hãy dừng tiến trình đó, hoặc chọn thư mục khác.`,
      `The data directory ${data} is in use by process ${pid}. Stop that process, or choose another directory.`,
    );
  }
}

/** The data was written by another major version of PostgreSQL, whose files this one cannot read. */
export class DataDirectoryVersion extends EmbeddedDatabaseError {
  override readonly name = "DataDirectoryVersion";

  constructor(
    data: string,
    readonly found: string,
    readonly expected: number,
  ) {
    super(
      `Dữ liệu trong ${data} thuộc PostgreSQL ${found}; bản OpenDTI này chạy PostgreSQL ${expected}. ` +
        `Dữ liệu vẫn nguyên vẹn. Cách nâng cấp: dùng bản OpenDTI cũ chạy "opendti backup TỆP", ` +
        `đổi tên thư mục này để giữ lại, rồi dùng bản mới chạy "opendti restore TỆP".`,
      `The data in ${data} belongs to PostgreSQL ${found}; this OpenDTI runs PostgreSQL ${expected}. ` +
        `Nothing was changed. To upgrade: run "opendti backup FILE" with the old OpenDTI, ` +
        `rename this directory to keep it, then run "opendti restore FILE" with the new one.`,
    );
  }
}
