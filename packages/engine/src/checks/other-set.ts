/** Files that belong to another set. */
import { message } from "../message.js";
import type { Draft, Subject } from "./subject.js";

/** A case or plan that names another set than the one checked; nothing else of it is then checked. */
export function otherSet(subject: Subject, named: string | undefined): Draft[] {
  const { id } = subject.set;
  if (named === undefined || named === id) return [];
  return [
    {
      code: "other-set",
      at: "",
      path: ["set"],
      message: message(
        `Tệp ghi set: ${named}, nhưng bộ chỉ số đang kiểm tra là ${id}; phần còn lại của tệp không được kiểm tra. Sửa mục set, hoặc chuyển tệp sang đúng thư mục.`,
        `The file says set: ${named}, but the set checked is ${id}; the rest of the file is not checked. Mend set, or move the file to its own folder.`,
      ),
      expected: id,
      found: named,
    },
  ];
}
