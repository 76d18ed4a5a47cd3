// The package yaml → the same for a bundle, which does not ask the system for a variable at every word of a file: that
// takes longer than to read it.
import { readFile } from "node:fs/promises";

export const quietYaml = {
  name: "quiet YAML",
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]yaml[\\/]dist[\\/](?:compose[\\/]composer|parse[\\/]parser)\.js$/ },
      async ({ path }) => {
        const contents = await readFile(path, "utf8");
        return { contents: contents.replace(/node_process\.env\.LOG_\w+/g, "false") };
      },
    );
  },
};
