/** Mistakes of YAML (and JSON) syntax in words: the reader of YAML knows them in English only. */
import type { YAMLParseError } from "yaml";
import { type Message, message } from "../message.js";

type Code = YAMLParseError["code"];

/** One sentence a code. The compiler sees to it that none is left out. */
const BY_CODE: Readonly<Record<Code, string>> = {
  ALIAS_PROPS: "tham chiếu (*) không được kèm tên (&) hay nhãn (!)",
  BAD_ALIAS: "tên của tham chiếu (*) hoặc điểm neo (&) trống hoặc không dùng được",
  BAD_COLLECTION_TYPE: "nhãn (!) không hợp với kiểu danh sách hay nhóm mục",
  BAD_DIRECTIVE: "dòng lệnh bắt đầu bằng % không hiểu được",
  BAD_DQ_ESCAPE: 'dấu \\ trong ngoặc kép "..." không hợp lệ; viết \\\\ hoặc dùng ngoặc đơn',
  BAD_INDENT: "thụt đầu dòng sai: các mục cùng cấp phải thẳng cột, mục con thụt sâu hơn",
  BAD_PROP_ORDER: "tên (&) và nhãn (!) phải đứng sau dấu - ? :",
  BAD_SCALAR_START: "giá trị không được bắt đầu bằng ký tự này; đặt trong ngoặc kép",
  BLOCK_AS_IMPLICIT_KEY:
    'một dòng chỉ có một "tên: giá trị"; nếu giá trị có dấu hai chấm thì đặt trong ngoặc kép',
  BLOCK_IN_FLOW: "danh sách hay nhóm viết theo dòng không được nằm trong [ ] hoặc { }",
  DUPLICATE_KEY: "mục này ghi hai lần trong cùng một nhóm; giữ lại một",
  IMPOSSIBLE: "không đọc được chỗ này",
  KEY_OVER_1024_CHARS: "tên mục dài quá 1024 ký tự; có thể thiếu dấu hai chấm hoặc xuống dòng",
  MISSING_CHAR: "thiếu một dấu ở đây hoặc ngay trước đó",
  MULTILINE_IMPLICIT_KEY: "tên mục phải nằm trọn trên một dòng; có thể thiếu dấu hai chấm",
  MULTIPLE_ANCHORS: "một giá trị chỉ có một tên (&)",
  MULTIPLE_DOCS: "tệp có nhiều phần ngăn bằng ---; chỉ giữ một phần",
  MULTIPLE_TAGS: "một giá trị chỉ có một nhãn (!)",
  NON_STRING_KEY: "tên mục phải là chữ hoặc số",
  RESOURCE_EXHAUSTION: "tệp lồng quá nhiều tầng",
  TAB_AS_INDENT: "thụt đầu dòng bằng phím Tab không được; dùng dấu cách",
  TAG_RESOLVE_FAILED: "nhãn (!) không hiểu được; bỏ nhãn đi",
  UNEXPECTED_TOKEN: "có dấu hoặc chữ thừa ở đây",
};

/** What the reader says more exactly than by its code. */
const BY_TEXT: readonly (readonly [RegExp, string])[] = [
  [/closing .*quote/, "ngoặc mở ở đây không có ngoặc đóng"],
  [/Missing , between/, "thiếu dấu phẩy giữa hai mục trong [ ] hoặc { }"],
  [/Missing , or : between/, "thiếu dấu phẩy hoặc dấu hai chấm giữa hai mục trong { }"],
  [/Missing space after :/, "thiếu dấu cách sau dấu hai chấm"],
  [/implicit map keys? need|followed by map values/i, 'thiếu dấu hai chấm: mỗi mục viết "tên: giá trị"'],
  [/Comments must be separated/, "trước dấu # phải có dấu cách"],
  [/without - indicator/, 'mỗi mục của danh sách bắt đầu bằng "- "'],
  [/(end with|expected) a? ?[\]}]|must end with/i, "thiếu dấu đóng ] hoặc }"],
];

/** The mistake in a sentence: in Vietnamese by what kind it is, in English as the reader of YAML says it. */
export function yamlError({ code, message: text }: YAMLParseError): Message {
  const closer = BY_TEXT.find(([pattern]) => pattern.test(text))?.[1];
  const english =
    code === "MULTIPLE_DOCS" ? "The file has several documents (---); keep one" : text.split("\n")[0];
  return message(`Lỗi cú pháp YAML/JSON: ${closer ?? BY_CODE[code]}`, `YAML/JSON syntax error: ${english}`);
}
