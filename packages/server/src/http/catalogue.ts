/**
 * Every problem that the interface can answer with: one numbered catalogue. A code never changes its meaning and is
 * never used twice; docs/problems.md lists them, and a test holds code, documentation and client types together.
 */
export interface ProblemEntry {
  readonly status: number;
  readonly title: { readonly vi: string; readonly en: string };
}

const entry = (status: number, vi: string, en: string): ProblemEntry => ({ status, title: { vi, en } });

export const problemCatalogue = {
  "request-invalid": entry(400, "Yêu cầu không đúng dạng", "The request is not well-formed"),
  "not-signed-in": entry(
    401,
    "Bạn chưa đăng nhập hoặc phiên đã hết hạn",
    "You are not signed in, or the session has ended",
  ),
  "sign-in-failed": entry(401, "Tên đăng nhập hoặc mật khẩu không đúng", "Wrong sign-in name or password"),
  "totp-required": entry(401, "Cần mã xác thực hai bước", "A one-time code is needed"),
  "totp-wrong": entry(
    401,
    "Mã xác thực hai bước không đúng hoặc đã dùng",
    "The one-time code is wrong or was used",
  ),
  forbidden: entry(403, "Bạn không có quyền làm việc này", "You may not do this"),
  "account-unknown": entry(
    403,
    "Chưa có tài khoản OpenDTI cho người này",
    "There is no OpenDTI account for this person",
  ),
  "csrf-refused": entry(
    403,
    "Yêu cầu không đến từ trang OpenDTI",
    "The request did not come from an OpenDTI page",
  ),
  "account-disabled": entry(403, "Tài khoản đã bị khóa sử dụng", "The account is disabled"),
  "password-change-due": entry(
    403,
    "Cần đổi mật khẩu trước khi làm việc",
    "The password has to be changed first",
  ),
  "totp-setup-due": entry(
    403,
    "Tài khoản quản trị phải bật xác thực hai bước",
    "Administrators have to turn on one-time codes",
  ),
  "sign-in-expired": entry(
    403,
    "Lần đăng nhập đã hết hạn, hãy làm lại",
    "The sign-in took too long or began elsewhere; start again",
  ),
  "not-found": entry(404, "Không tìm thấy", "Not found"),
  "deadline-passed": entry(409, "Đã quá hạn", "The deadline has passed"),
  "not-yet-open": entry(409, "Chưa đến thời gian kê khai", "The stage is not open yet"),
  "assessment-sealed": entry(
    409,
    "Phiếu đã trình hoặc đã nộp, không sửa được",
    "The assessment has been sealed and cannot be changed",
  ),
  "state-refused": entry(
    409,
    "Việc này không làm được ở bước hiện tại",
    "This cannot be done in the present state",
  ),
  "checks-block": entry(409, "Còn lỗi phải sửa trước khi nộp", "Errors have to be mended before submitting"),
  "parts-open": entry(
    409,
    "Còn phòng chưa hoàn thành phần của mình",
    "Some rooms have not handed over their part",
  ),
  "already-exists": entry(409, "Đã có", "It exists already"),
  "set-frozen": entry(409, "Bộ chỉ số đã ban hành, không sửa được", "A published set cannot be changed"),
  "set-in-use": entry(409, "Đang được một đợt đánh giá dùng", "A campaign uses it"),
  "last-administrator": entry(
    409,
    "Phải còn ít nhất một quản trị viên",
    "At least one administrator has to remain",
  ),
  "storage-full": entry(409, "Kho tệp của đơn vị đã đầy", "The unit's files take up all the room they may"),
  "changed-meanwhile": entry(412, "Người khác vừa sửa", "Somebody else has changed it"),
  "upload-too-large": entry(413, "Tệp quá lớn", "The file is too large"),
  "upload-refused": entry(415, "Loại tệp không được nhận", "This kind of file is not accepted"),
  "value-unreadable": entry(422, "Giá trị không đọc được", "The value cannot be read"),
  "content-refused": entry(422, "Nội dung không hợp lệ", "The content is not valid"),
  "set-has-errors": entry(422, "Bộ chỉ số còn lỗi", "The set has errors"),
  "password-wrong": entry(422, "Mật khẩu hiện tại không đúng", "The present password is not right"),
  "password-too-weak": entry(422, "Mật khẩu chưa đủ mạnh", "The password is too weak"),
  "account-locked": entry(
    423,
    "Tài khoản tạm khóa vì nhập sai nhiều lần",
    "The account is locked after too many wrong tries",
  ),
  "version-required": entry(428, "Thiếu If-Match", "If-Match is missing"),
  "too-many-requests": entry(
    429,
    "Quá nhiều yêu cầu, hãy thử lại sau ít phút",
    "Too many requests; try again in a few minutes",
  ),
  "internal-error": entry(500, "Lỗi máy chủ", "Internal error"),
  "pdf-unavailable": entry(501, "Máy chủ này không tạo được tệp PDF", "This server cannot make PDF files"),
  "sign-in-provider-failed": entry(
    502,
    "Hệ thống đăng nhập chung không trả lời đúng",
    "The identity provider did not answer as it should",
  ),
  "scan-unavailable": entry(
    503,
    "Chưa quét được mã độc, tệp chưa được nhận",
    "The file could not be scanned, and was not taken",
  ),
  "not-ready": entry(
    503,
    "Hệ thống đang bận hoặc đang khởi động lại, hãy thử lại",
    "The system is busy or restarting; try again",
  ),
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problemCatalogue;
