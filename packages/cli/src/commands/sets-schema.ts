/** `opendti sets schema`: the JSON Schema of a set, of data or of a plan, for editors. */
import { dataSchema, message, setJsonSchema } from "@opendti/engine";
import { printJson } from "../output/screen.js";
import type { Command } from "./command.js";

export const setsSchema: Command = {
  name: "sets schema",
  arguments: [],
  options: [
    {
      name: "--data",
      values: [],
      about: message(
        "của dữ liệu đơn vị, thay cho của bộ chỉ số",
        "that of unit data, in place of that of a set",
      ),
    },
  ],
  about: message("in JSON Schema của bộ chỉ số", "print the JSON Schema of a set"),
  examples: ["opendti sets schema > set.schema.json", "opendti sets schema --data"],
  async run(line, screen) {
    await printJson(
      screen,
      line.options.has("--data") ? dataSchema.toJSONSchema({ io: "input", reused: "ref" }) : setJsonSchema(),
    );
    return 0;
  },
};
