/** Codes on rules and inputs. */
import { message } from "../../message.js";
import type { CatalogueGroup } from "./entry.js";

export const ruleCodes = {
  "points-above-max": {
    severity: "error",
    title: message("Cho điểm vượt điểm tối đa", "More points than the maximum"),
    means: message(
      "Một phương án, một mức, một mức trần hoặc một ngoại lệ cho nhiều điểm hơn điểm tối đa của quy tắc chứa nó.",
      "An option, a band, a cap or an exception gives more points than the rule that holds it is worth.",
    ),
    remedy: message(
      "Sửa điểm hoặc tỷ lệ; kiểm tra có nhầm points với share không.",
      "Mend the points or the share; see whether points and share were confused.",
    ),
  },
  "parts-share-mismatch": {
    severity: "error",
    title: message("Các phần cộng lại không bằng điểm tối đa", "Parts do not add up to the maximum"),
    means: message(
      "Điểm của các phần trong parts cộng lại ít hơn hoặc nhiều hơn điểm tối đa mà chúng chia nhau.",
      "The parts' worths add up to less, or more, than the maximum they divide among them.",
    ),
    remedy: message(
      "Đối chiếu phần chia với văn bản; nếu văn bản in như vậy thì ghi vào SOURCE.md.",
      "Compare the shares with the document; if they are printed so, note it in SOURCE.md.",
    ),
  },
  "max-unreachable": {
    severity: "error",
    title: message("Không thể đạt điểm tối đa", "The maximum cannot be reached"),
    means: message(
      "Theo quy tắc, số điểm cao nhất có thể đạt thấp hơn điểm tối đa của chỉ số.",
      "The most points that the rule can give are below the indicator's maximum.",
    ),
    remedy: message(
      "Tìm phương án hoặc phần bị sót; nếu văn bản in như vậy thì giữ nguyên và ghi vào SOURCE.md.",
      "Look for a lost option or part; if it is printed so, keep it and note it in SOURCE.md.",
    ),
  },
  "option-order": {
    severity: "warning",
    title: message("Phương án không xếp từ nhiều điểm đến ít điểm", "Options are not from most to least"),
    means: message(
      "Một phương án cho nhiều điểm hơn phương án đứng trước; có thể điểm đã gán nhầm dòng.",
      "An option gives more than the one before it; points may stand beside the wrong option.",
    ),
    remedy: message(
      "Đối chiếu điểm của từng phương án với văn bản.",
      "Compare each option's points with the document.",
    ),
  },
  "option-overlap": {
    severity: "error",
    title: message("Phương án chồng nhau", "Options overlap"),
    means: message(
      "Có số nằm trong khoảng của hai phương án, không khoảng nào chứa trọn khoảng kia (hoặc khoảng rộng đứng trước).",
      "Some numbers lie in the ranges of two options, neither holding the other (or the wider coming first).",
    ),
    remedy: message(
      "Sửa khoảng nếu chép sai; nếu văn bản in như vậy thì hỏi cơ quan ban hành.",
      "Mend the range if it was copied wrongly; if it is printed so, ask the issuer.",
    ),
  },
  "option-gap": {
    severity: "warning",
    title: message("Phương án bỏ trống một khoảng", "Options leave a gap"),
    means: message(
      "Có số không thuộc khoảng của phương án nào.",
      "Some numbers lie in the range of no option.",
    ),
    remedy: message(
      "Xem có phương án bị sót hoặc chép sai khoảng.",
      "See whether an option was lost or a range copied wrongly.",
    ),
  },
  "option-duplicate": {
    severity: "error",
    title: message("Phương án lặp lại", "An option is repeated"),
    means: message(
      "Hai phương án có cùng lời, nên người khai không thể chọn đúng và một trường hợp chắc đã bị mất.",
      "Two options read the same: nobody can choose between them, and one case was surely lost.",
    ),
    remedy: message(
      "Sửa lời nếu chép sai; nếu văn bản in lặp thì ghi vào SOURCE.md và hỏi cơ quan ban hành.",
      "Mend the wording if copied wrongly; if printed so, note it in SOURCE.md and ask the issuer.",
    ),
  },
  "band-overlap": {
    severity: "warning",
    title: message("Hai mức chồng nhau", "Two bands overlap"),
    means: message(
      "Hai mức cùng nhận một số giá trị mà không mức nào chứa trọn mức kia, như ≥ 80% và ≤ 80%. Mức đứng trước được dùng.",
      "Two bands share values and neither holds the other, as ≥ 80% and ≤ 80%. The first one counts.",
    ),
    remedy: message(
      "Kiểm tra dấu ở hai cạnh; nếu văn bản in như vậy thì ghi ở note rằng mức trước được xét trước.",
      "Check the signs of the two edges; if printed so, say in note that the first is taken.",
    ),
  },
  "band-unreachable": {
    severity: "error",
    title: message("Mức không bao giờ được dùng", "A band is never used"),
    means: message(
      "Mọi giá trị của mức đã thuộc các mức đứng trước, hoặc khoảng của mức rỗng.",
      "All values of the band belong to bands before it, or its range is empty.",
    ),
    remedy: message("Kiểm tra thứ tự và cạnh của các mức.", "Check the order and the edges of the bands."),
  },
  "band-gap": {
    severity: "error",
    title: message("Có giá trị không thuộc mức nào", "Some values fall in no band"),
    means: message(
      "Một khoảng giá trị từ 0 trở lên không thuộc mức nào; khi đó chỉ số không tính được và bị 0 điểm.",
      "A range of values from 0 up falls in no band: there the indicator is undefined and gives 0 points.",
    ),
    remedy: message(
      "Thêm mức cho khoảng đó theo văn bản; với khoảng ở đầu thấp hoặc đầu cao, khai min hoặc max của số liệu khi giá trị không thể ở đó.",
      "Add the band that the document means; at the low or the high end, declare the input's min or max where no value can be there.",
    ),
  },
  "input-unused": {
    severity: "warning",
    title: message("Số liệu không được dùng", "An input is not used"),
    means: message(
      "Số liệu được khai nhưng không quy tắc, ngoại lệ, kiểm tra hay tổng chi tiết nào dùng đến.",
      "The input is declared, and no rule, exception, check or breakdown uses it.",
    ),
    remedy: message(
      "Dùng nó trong quy tắc (có thể công thức đã thiếu), thêm kiểm tra, hoặc bỏ đi.",
      "Use it in the rule (the formula may lack it), add a check, or remove it.",
    ),
  },
  "input-shadows-profile": {
    severity: "warning",
    title: message("Số liệu trùng tên thông tin chung", "An input hides a profile fact"),
    means: message(
      "Mã của số liệu trùng với một mục thông tin chung; trong biểu thức, tên đó chỉ số liệu của chỉ số.",
      "The input's id is also a profile fact's; in expressions the name means the indicator's own input.",
    ),
    remedy: message("Đổi mã của số liệu.", "Rename the input."),
  },
  "input-range": {
    severity: "error",
    title: message("Giới hạn của số liệu mâu thuẫn", "An input's limits contradict"),
    means: message(
      "min lớn hơn max, hoặc giá trị mặc định nằm ngoài min và max.",
      "min is above max, or the default lies outside them.",
    ),
    remedy: message("Sửa min, max hoặc default.", "Mend min, max or default."),
  },
  "denominator-may-be-zero": {
    severity: "warning",
    title: message("Mẫu số có thể bằng 0", "A denominator may be zero"),
    means: message(
      "Quy tắc chia cho một số có thể bằng 0 và không có ngoại lệ nào trả lời trường hợp đó; khi ấy chỉ số không tính được và bị 0 điểm.",
      "The rule divides by what may be 0, and no exception answers that case: the indicator is then undefined and gives 0 points.",
    ),
    remedy: message(
      "Khai min lớn hơn 0 (như min: 1) nếu số đó không thể bằng 0; thêm exceptions nếu văn bản có câu trả lời (basis: decision) hoặc đơn vị được đề nghị (basis: claim).",
      "Declare a min above 0 (as min: 1) if it can never be 0; add an exception if the text answers (basis: decision) or units may claim (basis: claim).",
    ),
  },
  "relative-without-group": {
    severity: "error",
    title: message("So với nhóm nhưng bộ chỉ số không xếp hạng", "Relative rule without ranking"),
    means: message(
      "Quy tắc relative so với đơn vị cao nhất trong nhóm xếp hạng, nhưng bộ chỉ số không khai ranking.",
      "A relative rule compares with the best of the ranking group, but the set declares no ranking.",
    ),
    remedy: message("Khai ranking, hoặc dùng quy tắc khác.", "Declare ranking, or use another rule."),
  },
  "relative-without-provisional": {
    severity: "warning",
    title: message("Thiếu cách tính tạm", "No provisional rule"),
    means: message(
      "Quy tắc relative đo một phần trên tổng thể (không quá 1) mà không có provisional: đến khi đủ các đơn vị, chỉ số hiện 0 điểm.",
      "A relative rule measures a part of a whole (at most 1) without a provisional rule: until all units are in, it shows 0 points.",
    ),
    remedy: message(
      "Thêm provisional: { proportional: { of: … } } nếu văn bản cho tạm tính theo tỷ lệ.",
      "Add provisional: { proportional: { of: … } } if the text lets the ratio stand in.",
    ),
  },
} as const satisfies CatalogueGroup;
