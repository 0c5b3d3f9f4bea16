/** Kinds of input in words, for people: a set writes `yes_no`, a person reads "có/không". */
import { type Message, message } from "../message.js";
import type { InputSource } from "./schema.js";

export const kindWords: Readonly<Record<InputSource["kind"], Message>> = {
  count: message("số đếm", "count"),
  number: message("số", "number"),
  money: message("số tiền", "money"),
  percent: message("tỷ lệ %", "percent"),
  yes_no: message("có/không", "yes or no"),
  choice: message("chọn một", "one of several"),
  choices: message("chọn nhiều", "several of several"),
  text: message("chữ", "text"),
  link: message("liên kết", "link"),
  date: message("ngày", "date"),
  table: message("bảng", "table"),
};
