/** A publication with two entries in its imprint, for what is read beside it. */
import { readPublication } from "../src/content/read-publication.ts";

export const publication = readPublication({
  path: "content/publication.yaml",
  text: `name: { zh: 刊, en: P }
publisher: { zh: 办, en: O }
theme: briefing
imprint:
  - { role: editor, label: { zh: 编辑, en: Editor }, value: { zh: 甲, en: A } }
  - { role: tel, label: { zh: 电话, en: Tel }, value: 021-53300806 }
`,
}).value!;
